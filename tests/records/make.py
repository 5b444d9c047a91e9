"""Makes the record of one release that is kept, and opened by the tests, for ever.

Run once for a release, from the root: python -m tests.records.make
"""

from datetime import date
from pathlib import Path

import app
from app.backup import making
from app.vault import creation, record
from app.vault.creation import Wanted
from app.vault.unlock import Secret
from models.choices import NoteKind, TestResult
from tests.makers import (
    Found,
    make_hearing,
    make_note,
    make_participant,
    make_prescription,
    make_test,
)

FOLDER = Path(__file__).parent
PASSPHRASE = "mesa lantern copper violin"
WANTED = Wanted("Juniper County Treatment Court", "Ruth Amsel", PASSPHRASE, "America/Denver")


def main() -> None:
    """Make the record of this version with its key file, its sheet as text and a backup."""
    path = FOLDER / f"{app.__version__}.milepost"
    made = creation.create(path, WANTED)
    found = record.open_record(path, Secret(passphrase=PASSPHRASE))
    who = make_participant(found.desk, "Muñoz", "José", case_number="TC-2026-0001")
    make_participant(found.desk, "O\u2019Dell", "\u02bcAshkii", case_number="TC-2026-0002")
    make_prescription(found.desk, who, "Methadone")
    found_there = (Found("methadone"), Found("cocaine", TestResult.CONFIRMED))
    make_test(found.desk, who, date(2026, 11, 9), *found_there)
    make_hearing(found.desk, who, date(2026, 11, 24), "Bring proof of housing.")
    make_note(found.desk, who, NoteKind.OWN_WORDS, date(2026, 11, 2), "One day at a time.")
    made_backup = making.backup(found, FOLDER)
    found.close()
    made_backup.path.rename(path.with_suffix(".milebak"))
    groups = [f"{number}  {group}" for number, group in enumerate(made.sheet.groups, start=1)]
    sheet = [WANTED.court, f"Record {made.record_id.hex()}", *groups]
    path.with_suffix(".sheet").write_text("\n".join(sheet) + "\n", encoding="utf-8")
    path.with_suffix(".lock").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
