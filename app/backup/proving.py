"""Proving a backup: a trial restore into a private folder, compared with what it held when made."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.backup import container, verifying
from app.backup.verifying import OpenBackup
from app.desk import sorted_failures
from app.vault import contents
from app.vault.contents import Checked
from app.vault.unlock import Secret
from models import schema
from models.errors import Damaged, TooNew

NAME = "trial.milepost"


@dataclass(frozen=True)
class Proved:
    """A backup that was restored on trial: everything in it is as it was when it was made."""

    seq: int
    rows: int
    digest: str
    audit_mark: str


def prove(path: Path, secret: Secret, told: Callable[[str], None] = lambda _step: None) -> Proved:
    """Restore a backup into a private folder, compare every row, and clear the folder.

    `told` is given the name of each step that has passed.

    Raises:
        NoSuchThing, NotARecord, TooNew, WrongSecret, Damaged, NoSpace
    """
    with sorted_failures():
        opened = verifying.open_backup(path, secret)
        told("whole")
        return prove_opened(opened, told)


def prove_opened(opened: OpenBackup, told: Callable[[str], None]) -> Proved:
    """Do the same with a backup that is open already.

    Raises:
        TooNew, Damaged, NoSpace
    """
    with sorted_failures(), private_folder() as folder:
        checked = lay_out(opened, folder / NAME)
    told("same")
    found = checked.contents
    return Proved(opened.head.seq, found.count, found.digest, checked.audit_mark)


def lay_out(opened: OpenBackup, target: Path) -> Checked:
    """Write the snapshot of a backup to `target`, and compare it with the manifest, row by row.

    Raises:
        TooNew: a newer program has written the record in it.
        Damaged: the record in it is not what the manifest says.
    """
    refuse_newer(opened)
    container.copy_snapshot(opened.path, opened.layout, target)
    checked = contents.check(target, opened.keys.record)
    told = opened.manifest
    if (checked.contents.rows, checked.contents.digest) != (told.rows, told.digest):
        raise Damaged("backup.other-contents", problem="hash", file=opened.path.name)
    if checked.audit_mark != told.audit_mark:
        raise Damaged("backup.other-contents", problem="audit-tail", file=opened.path.name)
    return checked


def refuse_newer(opened: OpenBackup) -> None:
    """Raise TooNew where this program does not know the record in a backup."""
    if opened.manifest.revision not in schema.known():
        raise TooNew("backup.newer-record", program=opened.manifest.program)


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder that only this person may look into, and clear it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="milepost-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
