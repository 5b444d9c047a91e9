"""R7: what is done on a drive that is full at any write, and how it is looked at afterwards."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.backup import container, verifying
from app.vault import contents, record
from app.vault.check import check
from app.vault.files import KEPT, Files
from app.vault.record import Record
from app.vault.unlock import Secret
from models.errors import NoSpace, Trouble
from tests.makers import make_participant
from tests.torture import careless, court, upgrades
from tests.torture.court import Court
from tests.torture.full_drives import (
    DONE,
    FULL,
    IMPORTED,
    Drive,
    Work,
    lay_out_of,
)
from tests.torture.row import Row, Series
from tests.torture.scene import call

# What is done


def _on_drive(drive: Drive) -> None:
    drive.own.copy_to(drive.record.parent)


def _open_on_drive(drive: Drive) -> Record:
    _on_drive(drive)
    return record.open_record(drive.record, drive.own.by_sheet)


def _save(_drive: Drive, begun: object) -> int:
    assert isinstance(begun, Record)
    try:
        make_participant(begun.desk, "Whitehorse")
    except NoSpace:
        code = FULL
    else:
        code = DONE
    with suppress(NoSpace):
        begun.close()
    begun.let_go()
    return code


def _import(drive: Drive, _begun: object) -> int:
    table = drive.folder / "many.csv"
    return call(("import", drive.record, table, "--as", "participants", *drive.sheet))[0]


def _export(drive: Drive, _begun: object) -> int:
    words = ("report", drive.record, "--participant", 1, "--hearing", "2026-11-24")
    return call((*words, "--for", "judge", "-o", drive.root / "page.pdf", *drive.sheet))[0]


def _backup_to(drive: Drive, _begun: object) -> int:
    return call(
        ("backup", drive.folder / "elsewhere" / "court.milepost", drive.root, *drive.sheet)
    )[0]


def _backup_from(drive: Drive, _begun: object) -> int:
    return call(("backup", drive.record, drive.folder / "stick", *drive.sheet))[0]


def _restore(drive: Drive, _begun: object) -> int:
    (backup,) = (drive.folder / "kept").glob(f"*{container.SUFFIX}")
    return call(("restore", backup, drive.record, *drive.sheet))[0]


def _without_log(drive: Drive) -> object:
    _on_drive(drive)
    return careless.opened(drive.record, drive.own.keys.record)


def _released_on_drive(drive: Drive) -> None:
    _path, secret = upgrades.released_in(drive.record.parent)
    (drive.folder / "released").write_text(secret.sheet or "", encoding="utf-8")


def _upgrade(drive: Drive, _begun: object) -> int:
    words = ("list", drive.record, "--what", "participants")
    return call((*words, "--sheet-file", drive.folder / "released"))[0]


# How it is looked at


def _record_wrong(path: Path, secret: Secret, *people: int) -> list[str]:
    """Return what is wrong with a record that must hold one of these numbers of people."""
    try:
        checked = check(path, secret)
    except Trouble as trouble:
        return [f"{type(trouble).__name__} {trouble.key}"]
    wrong = [problem.kind for problem in checked.problems]
    if checked.counted.get("person") not in people:
        wrong.append(f"{checked.counted.get('person')} people, not {people}")
    return wrong


def _look_at_record(added: int) -> Callable[[Drive, int], list[str]]:
    """Look for all that was added or none of it: a drive may fill up after the save, in closing."""

    def look(drive: Drive, code: int) -> list[str]:
        whole = drive.own.people + added
        people = (whole,) if code == DONE else (whole, drive.own.people)
        return _record_wrong(drive.record, drive.own.by_sheet, *people) + _left(drive)

    return look


def _left(drive: Drive, but: str = "\n") -> list[str]:
    files = Files(drive.record)
    own = {files.record, files.key, files.spare_key, files.state, files.lock}
    return [
        f"left {part.name}"
        for part in files.record.parent.iterdir()
        if part not in own and not part.name.startswith(but)
    ]


def _look_at_page(drive: Drive, code: int) -> list[str]:
    page, wrong = drive.root / "page.pdf", _look_at_record(0)(drive, code)
    if code == FULL:
        return wrong + ([f"{page.name} was left"] if page.exists() else [])
    data = page.read_bytes()
    whole = data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    return wrong + ([] if whole else ["the page is cut"])


def _look_at_backups(folder: Path, own: Court, code: int) -> list[str]:
    wrong = [f"left {part.name}" for part in folder.glob("*.partial")]
    found = list(folder.glob(f"*{container.SUFFIX}"))
    for path in found:
        try:
            verifying.open_with(path, own.keys, court.HOLDER)
        except Trouble as trouble:
            wrong.append(f"{path.name}: {trouble.key}")
    if code == DONE and not found:
        wrong.append("done without a file")
    return wrong


def _elsewhere(drive: Drive) -> None:
    drive.own.copy_to(drive.folder / "elsewhere")


def _with_stick(drive: Drive) -> None:
    _on_drive(drive)
    shutil.rmtree(drive.folder / "stick", ignore_errors=True)
    (drive.folder / "stick").mkdir()


def _look_there(drive: Drive, code: int) -> list[str]:
    path = drive.folder / "elsewhere" / "court.milepost"
    wrong = _record_wrong(path, drive.own.by_sheet, drive.own.people)
    return wrong + _look_at_backups(drive.root, drive.own, code)


def _look_from(drive: Drive, code: int) -> list[str]:
    wrong = _look_at_record(0)(drive, code)
    return wrong + _look_at_backups(drive.folder / "stick", drive.own, code)


def _look_at_restored(drive: Drive, code: int) -> list[str]:
    wrong = _record_wrong(drive.record, drive.own.by_sheet, drive.own.people)
    kept = sorted(drive.record.parent.glob(f"{KEPT}-*.milepost"))
    if code == DONE:
        wrong += [] if kept else ["the earlier record is gone"]
    for path in kept:
        wrong += [
            f"earlier: {each}" for each in _record_wrong(path, drive.own.by_sheet, drive.own.people)
        ]
    return wrong + _left(drive, KEPT if code == DONE else "\n")


def _look_at_upgraded(drive: Drive, _code: int) -> list[str]:
    """Look for everything that the release held, and for whole copies of it only."""
    secret = Secret(sheet=(drive.folder / "released").read_text(encoding="utf-8"))
    wrong = _record_wrong(drive.record, secret, upgrades.RELEASED_PEOPLE)
    wrong += [] if wrong else upgrades.copies_wrong(drive.record, secret)
    return wrong + _left(drive, upgrades.BEFORE_UPGRADE)


def _look_inside(drive: Drive, _code: int) -> list[str]:
    try:
        contents.check(drive.record, drive.own.keys.record)
    except Trouble as trouble:
        return [trouble.key]
    return []


@dataclass(frozen=True)
class Tried:
    """One thing that is done on a full drive, and how a careless program does it."""

    what: str
    work: Work
    full: int
    careless: str
    carelessly: Work


WORKS = {
    "save": Tried(
        "a save",
        Work(_open_on_drive, _save, _look_at_record(1)),
        120,
        "pages written without a log",
        Work(_without_log, careless.save_without_log, _look_inside),
    ),
    "import": Tried(
        "an import",
        Work(_on_drive, _import, _look_at_record(IMPORTED)),
        400,
        "each row saved by itself",
        Work(_open_on_drive, careless.import_one_by_one, _look_at_record(IMPORTED), step=20),
    ),
    "backup-to": Tried(
        "a backup to it",
        Work(_elsewhere, _backup_to, _look_there),
        300,
        "written straight to its name",
        Work(_elsewhere, careless.backup_straight, _look_there),
    ),
    "backup-from": Tried(
        "a backup from it",
        Work(_with_stick, _backup_from, _look_from),
        300,
        "the snapshot not looked at",
        Work(_with_stick, careless.backup_unchecked, _look_from),
    ),
    "restore": Tried(
        "a restore on it",
        Work(_on_drive, _restore, _look_at_restored),
        600,
        "written straight to its name",
        Work(_on_drive, careless.restore_straight, _look_at_restored),
    ),
    "migration": Tried(
        "an upgrade of the first release",
        Work(_released_on_drive, _upgrade, _look_at_upgraded),
        700,
        "written over the old one",
        Work(_released_on_drive, careless.upgrade_in_place, _look_at_upgraded),
    ),
    "export": Tried(
        "an export to it",
        Work(_on_drive, _export, _look_at_page),
        100,
        "written straight to its name",
        Work(_on_drive, careless.export_straight, _look_at_page),
    ),
}

ROWS = tuple(
    Row(
        "R7",
        part,
        Series(
            f"full drive at every free room, {tried.what}", lay_out_of(tried.work), tried.full, 6
        ),
        bad="lost",
        control=Series(tried.careless, lay_out_of(tried.carelessly), 60, 6),
        needs=("unshare", "mount"),
        alone=True,
    )
    for part, tried in WORKS.items()
)
