"""Carrying a backup to its drive: written beside, synced, read back from the drive, then named.

Whoever does this holds no key: it gets the finished bytes and the SHA-256 that they must have. The
word "done" comes after the name, and the name after the reading.
"""

import errno
import hashlib
import math
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.backup import rereading, thinning
from app.backup.container import SUFFIX
from app.desk import DRIVE_FAILURES
from app.vault.key_file import sync_folder
from models.backup import Reread
from models.errors import Damaged, NoSpace, NoSuchThing

PARTIAL = ".partial"
TOKEN = 8  # characters of the branch, so that nobody drops what another copy is writing
ROOM = 1.1  # of the size, on both sides
FAT_LIMIT = 4 * 2**30 - 1
# While one is written to, a folder that is not there any more went with its drive.
GONE = {errno.ENOENT} | {each for each, key in DRIVE_FAILURES.items() if key == "space.gone"}


class Stage(StrEnum):
    """What is being done, for the line that tells how far it is."""

    SNAPSHOT = "snapshot"
    CHECK = "check"
    WRITE = "write"
    REREAD = "reread"
    THIN = "thin"
    FETCH = "fetch"


@dataclass(frozen=True)
class Load:
    """What is carried, and where to."""

    folder: Path
    name: str
    size: int
    record_id: bytes
    branch: str
    seq: int
    good: frozenset[int]
    zone: str  # of the court, whose days are counted when older ones make room


@dataclass(frozen=True)
class Carried:
    """A backup that stands on its drive, read back whole, and those that made room for it."""

    path: Path
    reread: Reread
    gone: tuple[int, ...]


Tell = Callable[[Stage, int, int], None]


def carry(load: Load, blocks: Iterable[bytes], tell: Tell) -> Carried:
    """Write one backup to its folder under a name that no other file has.

    Raises:
        NoSuchThing: the folder is not there.
        NoSpace: no room, read-only, or the drive went away meanwhile; no file says it is a backup.
        Damaged: what was read back is not what was written.
    """
    refuse_small(load.folder, load.size)
    partial = load.folder / f"{load.name}.{load.branch[:TOKEN]}{PARTIAL}"
    sweep(load.folder, load.branch)
    try:
        digest = _write(partial, blocks, load, tell)
        reread = _read_back(partial, digest, load, tell)
        target = _named(partial, load)
    except OSError as error:
        _drop(partial)
        if error.errno in GONE:
            raise NoSpace("space.gone") from error
        raise
    except BaseException:
        _drop(partial)
        raise
    return Carried(target, reread, _thin(load, reread, tell))


def refuse_small(folder: Path, size: int) -> None:
    """Raise where a file of `size` bytes cannot stand in `folder`."""
    if not folder.is_dir():
        raise NoSuchThing("backup-folder.none", folder=str(folder))
    if shutil.disk_usage(folder).free < size * ROOM:
        raise NoSpace("backup.no-room", needed=math.ceil(size * ROOM / 1e6))


def sweep(folder: Path, branch: str) -> None:
    """Remove what an interrupted backup of this branch left behind, and nothing of others.

    A record is carried once at a time, so whatever has this branch's ending was cut off.
    """
    for partial in folder.glob(f"*{SUFFIX}.{branch[:TOKEN]}{PARTIAL}"):
        _drop(partial)


def _write(partial: Path, blocks: Iterable[bytes], load: Load, tell: Tell) -> bytes:
    running, done = hashlib.sha256(), 0
    with open(partial, "xb", buffering=0, opener=_own) as file:
        for block in blocks:
            _write_all(file.fileno(), block)
            running.update(block)
            done += len(block)
            tell(Stage.WRITE, done, load.size)
        os.fsync(file.fileno())
    if done != load.size:
        raise Damaged("backup.not-as-written", problem="truncated")
    return running.digest()


def _own(path: str, flags: int) -> int:
    """Open a file that only this person may read, where the file system knows of persons."""
    return os.open(path, flags, 0o600)


def _read_back(partial: Path, digest: bytes, load: Load, tell: Tell) -> Reread:
    found, reread = rereading.digest_of(partial, lambda done: tell(Stage.REREAD, done, load.size))
    if found != digest:
        raise Damaged("backup.not-as-written", problem="hash")
    return reread


def _write_all(descriptor: int, block: bytes) -> None:
    view = memoryview(block)
    while view:
        view = view[os.write(descriptor, view) :]


def _named(partial: Path, load: Load) -> Path:
    """Give the file its name; an older backup is never written over."""
    target = load.folder / load.name
    number = 2
    while target.exists():
        path = Path(load.name)
        target = load.folder / f"{path.stem}-{number}{path.suffix}"
        number += 1
    partial.rename(target)
    sync_folder(load.folder)
    return target


def _thin(load: Load, reread: Reread, tell: Tell) -> tuple[int, ...]:
    # What may stand in memory only must not take the place of what surely stands on the drive.
    if reread is Reread.CACHED:
        return ()
    tell(Stage.THIN, 0, 1)
    found = thinning.found_in(load.folder, load.record_id)
    spare = thinning.spare(found, load.branch, load.good | {load.seq}, load.zone)
    return tuple(each.head.seq for each in spare if _drop(each.path))


def _drop(path: Path) -> bool:
    """Remove a file; a drive that is gone keeps it, and the next backup tries again."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
