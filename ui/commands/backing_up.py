"""`milepost backup`, `verify`, `restore`: the record carried away, looked at, and brought back."""

from pathlib import Path
from typing import Any

from app.backup import drives, making, proving, restoring, verifying
from app.backup.verifying import Verified
from app.vault.unlock import Secret
from app.wording import say
from models.backup import Reread
from models.errors import NoSuchThing
from ui.commands import opening, output
from ui.commands.words import JSON, OPENING, RECORD, SECRET, Command, Wanted, word

FOUND = 11


def run_backup(wanted: Wanted) -> int:
    opening.refuse_two_secrets(wanted)
    if not wanted.folder.is_dir():
        raise NoSuchThing("backup-folder.none", folder=str(wanted.folder))
    with opening.opened(wanted) as record:
        if drives.is_same(wanted.folder, record.files.record.parent):
            output.notice(say("backup.same-drive.notice"))
        made = making.backup(record, wanted.folder)
    if wanted.as_json:
        output.value(
            {
                "file": str(made.path),
                "seq": made.seq,
                "bytes": made.size,
                "verified": True,
                "reread": made.reread,
            }
        )
    key = "backup.done-cached" if made.reread is Reread.CACHED else "backup.done"
    output.notice(say(key, number=made.seq, file=made.path.name))
    return 0


def run_verify(wanted: Wanted) -> int:
    secret = _secret_if_any(wanted)
    verified = verifying.verify(wanted.file, secret)
    if wanted.trial_restore and verified.is_whole:
        verified = _tried(wanted.file, secret)
    if wanted.as_json:
        output.value(_told(verified))
    for problem in verified.problems:
        output.notice(f"{problem.kind}: {problem.message}")
    if verified.is_whole:
        output.notice(say("verify.ours" if verified.authenticated else "verify.whole"))
    return 0 if verified.is_whole else FOUND


def _secret_if_any(wanted: Wanted) -> Secret | None:
    """Return the secret of a call; without one nobody is asked, and only damage is looked for."""
    given = wanted.passphrase_file is not None or wanted.sheet_file is not None
    if given or wanted.trial_restore:
        return opening.secret_given(wanted, wanted.file)
    if not wanted.file.exists():
        raise NoSuchThing("file.missing", file=wanted.file.name)
    return None


def _tried(path: Path, secret: Secret | None) -> Verified:
    head = verifying.layout_of(path).head
    try:
        proved = proving.prove(path, secret or Secret())
    except verifying.FINDINGS as trouble:
        return Verified(head, authenticated=True, problems=(verifying.problem_of(trouble),))
    output.notice(say("verify.proved", rows=proved.rows))
    return Verified(head, authenticated=True, problems=())


def _told(verified: Verified) -> dict[str, Any]:
    head = verified.head
    return {
        "ok": verified.is_whole,
        "authenticated": verified.authenticated,
        "problems": [vars(problem) for problem in verified.problems],
        "seq": head.seq if head else None,
        "created": head.created.isoformat() if head else None,
        "record_id": head.record_id.hex() if head else None,
    }


def run_restore(wanted: Wanted) -> int:
    secret = opening.secret_given(wanted, wanted.file)
    restored = restoring.restore(wanted.file, wanted.record, secret)
    kept = restored.kept_as
    if wanted.as_json:
        output.value(
            {
                "record": str(restored.record),
                "seq": restored.seq,
                "kept_as": str(kept) if kept else None,
            }
        )
    output.notice(say("restore.done", number=restored.seq))
    output.notice(say("restore.holders"))
    if kept is not None:
        output.notice(say("restore.kept", file=kept.name))
    return 0


FILE = word("file", type=Path, metavar="FILE")
BACKUP = Command("backup", (*OPENING, word("folder", type=Path, metavar="FOLDER")), run_backup)
VERIFY = Command(
    "verify", (FILE, *SECRET, word("--trial-restore", action="store_true"), JSON), run_verify
)
RESTORE = Command("restore", (FILE, RECORD, *SECRET, JSON), run_restore)
