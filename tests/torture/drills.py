"""R13: a restore on a bare machine, by passphrase and by sheet, gives back everything there was."""

import shutil
from pathlib import Path
from random import Random

from app import demo, digest
from app.backup import making, restoring
from app.demo import SampleWanted
from app.vault import record
from app.vault.unlock import Secret
from models.errors import Trouble
from tests.torture import court
from tests.torture.row import Case, Outcome, Row, Series


def lay_out(folder: Path) -> Case:
    """Make an empty record; each case fills a copy by chance, backs it up and restores it twice."""
    empty = court.make(folder / "empty", people=0)

    def case(_number: int, chance: Random) -> Outcome:
        path, stick = empty.copy_to(folder / "case"), folder / "stick"
        shutil.rmtree(stick, ignore_errors=True)
        stick.mkdir()
        found = record.open_record(path, empty.by_sheet)
        people = chance.randrange(1, 7)
        months, seed = chance.randrange(1, 5), chance.randrange(2**31)
        wanted = SampleWanted(found.desk.today(), people, months, seed)
        told = demo.fill(found.desk, wanted).digest
        backup = making.backup(found, stick).path
        found.close()
        wrong = []
        for name, secret in (
            ("passphrase", Secret(passphrase=court.PASSPHRASE)),
            ("sheet", empty.by_sheet),
        ):
            bare = folder / f"bare-{name}"
            shutil.rmtree(bare, ignore_errors=True)
            bare.mkdir()
            back = _restored(backup, bare / "back.milepost", secret)
            wrong += [] if back == told else [f"by {name}: another digest"]
        return Outcome("equal" if not wrong else "other", tuple(wrong))

    return case


def lay_out_copied(folder: Path) -> Case:
    """Copy the open record without its log: the control, which lacks what was entered last."""
    empty = court.make(folder / "empty", people=0)

    def case(_number: int, chance: Random) -> Outcome:
        path, bare = empty.copy_to(folder / "case"), empty.copy_to(folder / "bare")
        found = record.open_record(path, empty.by_sheet)
        wanted = SampleWanted(found.desk.today(), 1, 1, chance.randrange(2**31))
        told = demo.fill(found.desk, wanted).digest
        shutil.copyfile(path, bare)
        found.close()
        try:
            back = _opened(bare, empty.by_sheet)
        except Trouble as trouble:
            back = trouble.key
        return Outcome("equal" if back == told else "other", () if back == told else (back,))

    return case


def _restored(backup: Path, target: Path, secret: Secret) -> str:
    restoring.restore(backup, target, secret)
    return _opened(target, secret)


def _opened(target: Path, secret: Secret) -> str:
    found = record.open_record(target, secret)
    with found.desk.read() as session:
        told = digest.logical(session.connection())
    found.close()
    return told if not found.findings else f"findings {found.findings}"


ROWS = (
    Row(
        "R13",
        "drills",
        Series("random records on a bare folder, by passphrase and by sheet", lay_out, 100, 1),
        bad="lost",
        control=Series("the open record copied without its log", lay_out_copied, 20, 1),
    ),
)
