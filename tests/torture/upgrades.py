"""R3: an upgrade from the first release, killed anywhere."""

import os
import shutil
from pathlib import Path

from app.vault import contents, record
from app.vault.files import SUFFIX
from app.vault.unlock import Secret
from models import schema
from models.engine import PAGE_BYTES
from models.errors import Trouble
from tests.torture.deeds import Told, inside, left_beside, row_of
from tests.torture.killing import Deed, case_of
from tests.torture.row import Case, Series

RELEASED = Path(__file__).parents[1] / "records" / "0.1.0.milepost"
RELEASED_PEOPLE = 2
BEFORE_UPGRADE = "court-before-upgrade-"


def lay_out_upgrade(folder: Path) -> Case:
    path, secret = released_in(folder / "copy")

    def ready() -> None:
        released_in(path.parent)

    def act(_begun: object) -> None:
        record.open_record(path, secret).close()

    return case_of(Deed(ready, lambda: None, act, lambda: _look_at_upgraded(path, secret)))


def released_in(folder: Path) -> tuple[Path, Secret]:
    """Put the record of the first release into the folder, which is emptied, and return its sheet.

    Its parts are named as those of any record here.
    """
    path = folder / "court.milepost"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for suffix in (".milepost", ".key", ".key.bak", ".state"):
        shutil.copy(RELEASED.with_suffix(suffix), path.with_suffix(suffix))
    return path, Secret(sheet=RELEASED.with_suffix(".sheet").read_text(encoding="utf-8"))


def copies_wrong(path: Path, secret: Secret) -> list[str]:
    """Return which copies from before an upgrade are not whole."""
    found = record.open_record(path, secret)
    found.close()
    wrong = []
    for copy in path.parent.glob(f"{BEFORE_UPGRADE}*{SUFFIX}"):
        try:
            contents.check(copy, found.unlocked.keys.record)
        except (Trouble, OSError) as error:
            wrong.append(f"{copy.name}: {error}")
    return wrong


def _look_at_upgraded(path: Path, secret: Secret) -> Told:
    found = record.open_record(path, secret)
    state = "old" if found.upgraded else "new"
    wrong = inside(found, RELEASED_PEOPLE)
    with found.desk.read() as session:
        if schema.current(session.connection()) != schema.head():
            wrong.append("revision")
    found.close()
    wrong += copies_wrong(path, secret)
    return state, wrong + left_beside(found.files, but=BEFORE_UPGRADE)


def upgraded(folder: Path) -> bytes:
    """Return the record of the first release as it is once it was brought up."""
    path, secret = released_in(folder)
    record.open_record(path, secret).close()
    return path.read_bytes()


def lay_out_in_place(folder: Path) -> Case:
    """Write the upgraded record over the old one: the control, which must lose both."""
    data = upgraded(folder / "upgraded")
    path, secret = released_in(folder / "copy")

    def act(_begun: object) -> None:
        with path.open("wb", buffering=0) as file:
            for at in range(0, len(data), PAGE_BYTES):
                file.write(data[at : at + PAGE_BYTES])
                os.fsync(file.fileno())

    def look() -> Told:
        try:
            record.open_record(path, secret).close()
        except Trouble as trouble:
            return trouble.key, ["nothing opens it"]
        return "opened", []

    return case_of(Deed(lambda: released_in(path.parent), lambda: None, act, look, ("files",)))


ROWS = (
    row_of(
        "upgrade",
        "an upgrade from the first release",
        lay_out_upgrade,
        Series("written over the old one", lay_out_in_place, 100, 6),
    ),
)
