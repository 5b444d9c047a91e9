"""`milepost check` and `milepost audit`: the integrity of everything, and the trail."""

import csv
import hashlib
import io
import re
from pathlib import Path
from typing import Any

from app import audit, release
from app.backup import verifying
from app.facts import canonical
from app.imports.formulas import guard
from app.release import Release
from app.vault import seal
from app.vault.check import Checked, check
from app.vault.record import Record
from app.wording import say
from models.choices import Purpose, Recipient
from reports import files
from ui.commands import output
from ui.commands.opening import opened, refuse_no_folder, refuse_own_files, secret_for
from ui.commands.words import AS_OF, OPENING, OVERWRITE, Command, Wanted, word

FOUND = 11
MARK = re.compile(r"[0-9]+-[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{16}")
TRAIL = ("seq", "at", "holder", "action", "entity", "entity_id", "person_id", "reason", "changes")


def run_check(wanted: Wanted) -> int:
    given = wanted.against
    if given is None or MARK.fullmatch(given):
        return _tell(wanted, check(wanted.record, secret_for(wanted), given))
    return _tell(wanted, _against_backup(wanted, Path(given)))


def _against_backup(wanted: Wanted, backup: Path) -> Checked:
    """Check the record, and that its trail still holds where the backup's ended."""
    secret = secret_for(wanted, backup)
    opened = verifying.open_backup(backup, secret)
    if opened.head.record_id == seal.salt_of(wanted.record):
        return check(wanted.record, secret, opened.manifest.audit_mark)
    checked = check(wanted.record, secret)
    checked.add("other-record")
    return checked


def run_audit(wanted: Wanted) -> int:
    checked = Checked()
    if wanted.csv is not None:
        refuse_no_folder(wanted, wanted.csv)
    with opened(wanted) as record:
        if wanted.csv is not None:
            refuse_own_files(wanted.record, wanted.csv)
            files.check(wanted.csv, overwrite=wanted.overwrite)
        with record.desk.read() as session:
            verified = audit.verify(session.connection(), record.unlocked.keys.audit)
        checked.counted["events"] = verified.events
        for problem in verified.problems:
            checked.add(problem.kind, seq=problem.seq)
        if wanted.csv is not None:
            _export(wanted, record)
    return _tell(wanted, checked, verified.mark)


def _export(wanted: Wanted, record: Record) -> None:
    with record.desk.read() as session:
        rows = list(audit.events(session.connection()))
        mark = release.mark_before(session)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(TRAIL)
    writer.writerows([_cell(getattr(row, name)) for name in TRAIL] for row in rows)
    data = text.getvalue().encode("utf-8-sig")
    kept = {
        "document": "audit-csv",
        "events": len(rows),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    what = Release("audit-csv", Recipient.INTERNAL, Purpose.TRAIL, canonical(kept))
    release.release(record.desk, what, lambda _document, _kept: _Table(data), audit_mark=mark)
    files.write(wanted.csv, data, overwrite=wanted.overwrite)


class _Table:
    """An export as the gate takes it: bytes, and no pages."""

    def __init__(self, data: bytes) -> None:
        self.pdf = data
        self.pages = 0


def _cell(value: Any) -> str:
    return "" if value is None else guard(str(value))


def _tell(wanted: Wanted, checked: Checked, mark: str | None = None) -> int:
    problems = [{"kind": each.kind, "message": each.message} for each in checked.problems]
    counted: dict[str, object] = dict(checked.counted)
    if mark is not None:
        counted["audit_mark"] = mark
    if wanted.as_json:
        output.value({"ok": not problems, "problems": problems, "checked": counted})
    for each in checked.problems:
        output.notice(f"{each.kind}: {each.message}")
    if not problems:
        output.notice(say("check.fine"))
    return FOUND if problems else 0


CHECK = Command("check", (*OPENING, AS_OF, word("--against", metavar="FILE|MARK")), run_check)
AUDIT = Command(
    "audit",
    (
        *OPENING,
        AS_OF,
        word("--verify", action="store_true"),
        word("--csv", type=Path, metavar="OUT"),
        OVERWRITE,
    ),
    run_audit,
)
