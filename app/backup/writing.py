"""Carrying a backup to its drive: written beside, synced, read back from the drive, then named.

Whoever does this holds no key: it gets the finished bytes and the SHA-256 that they must have. The
word "done" comes after the name, and the name after the reading.
"""

import errno
import hashlib
import math
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from glob import escape
from itertools import count
from pathlib import Path

from app.backup import in_hand, rereading, strays, thinning
from app.backup.container import SUFFIX
from app.backup.strays import Stray
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
    unknown: frozenset[int] = frozenset()  # numbers of this branch that nobody has entered


@dataclass(frozen=True)
class Carried:
    """A backup that stands on its drive, read back whole, and those that made room for it."""

    path: Path
    reread: Reread
    gone: tuple[int, ...]
    strays: tuple[Stray, ...] = ()


Tell = Callable[[Stage, int, int], None]


def carry(load: Load, blocks: Iterable[bytes], tell: Tell) -> Carried:
    """Write one backup to its folder under a name that no other file has.

    Raises:
        NoSuchThing: the folder is not there.
        NoSpace: no room, read-only, or the drive went away meanwhile; no file says it is a backup.
        Damaged: what was read back is not what was written.
    """
    refuse_small(load.folder, load.size)
    sweep(load.folder, load.branch)
    found = tuple(strays.found_in(load.folder, load.record_id, load.branch, load.unknown))
    try:
        partial = _begin(load)
        with in_hand.taken(partial):
            digest = _write(partial, blocks, load, tell)
            reread = _read_back(partial, digest, load, tell)
            target = _named(partial, load)
    except OSError as error:
        sweep(load.folder, load.branch)
        if error.errno in GONE:
            raise NoSpace("space.gone") from error
        raise
    except BaseException:
        sweep(load.folder, load.branch)
        raise
    return Carried(target, reread, _thin(load, reread, tell), found)


def refuse_small(folder: Path, size: int) -> None:
    """Raise where a file of `size` bytes cannot stand in `folder`."""
    if not folder.is_dir():
        raise NoSuchThing("backup-folder.none", folder=str(folder))
    if shutil.disk_usage(folder).free < size * ROOM:
        raise NoSpace("backup.no-room", needed=math.ceil(size * ROOM / 1e6))


def sweep(folder: Path, branch: str) -> None:
    """Remove what an interrupted backup of this branch left behind, and nothing of others.

    What a process still writes stays: it was called off, and its drive has not answered yet.
    """
    with suppress(OSError):  # a drive that is gone keeps it, and the next backup tries again
        for partial in folder.glob(f"*{SUFFIX}.{branch[:TOKEN]}{PARTIAL}"):
            if not in_hand.is_taken(partial):
                _drop(partial)


def _begin(load: Load) -> Path:
    """Make the file in which the backup is written; whatever has its name already stays."""
    for partial in (_partial(load, name) for name in _names(load)):
        with suppress(FileExistsError):
            os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            return partial
    raise AssertionError("there is always another name")


def _names(load: Load) -> Iterator[str]:
    """Yield the name of a backup, then those that it takes where another has that one."""
    path = Path(load.name)
    yield load.name
    yield from (f"{path.stem}-{number}{path.suffix}" for number in count(2))


def _partial(load: Load, name: str) -> Path:
    return load.folder / f"{name}.{load.branch[:TOKEN]}{PARTIAL}"


def _write(partial: Path, blocks: Iterable[bytes], load: Load, tell: Tell) -> bytes:
    running, done = hashlib.sha256(), 0
    with partial.open("r+b", buffering=0) as file:
        for block in blocks:
            _write_all(file.fileno(), block)
            running.update(block)
            done += len(block)
            tell(Stage.WRITE, done, load.size)
        os.fsync(file.fileno())
    if done != load.size:
        raise Damaged("backup.not-as-written", problem="truncated")
    return running.digest()


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
    """Give the file its name; an older backup is never written over.

    Another copy of the program may be about to take the same name, and no renaming asks whether
    it is free. So each shows by the name of its own partial file which one it is about to take,
    and only then looks: of two at once at least one sees the other, and takes the next name.
    """
    for name in _names(load):
        claim = _partial(load, name)
        if claim != partial:
            if os.path.lexists(claim):
                continue
            partial = partial.rename(claim)
        if _is_free(claim, name):
            target = partial.rename(load.folder / name)
            sync_folder(load.folder)
            return target
    raise AssertionError("there is always another name")


def _is_free(claim: Path, name: str) -> bool:
    """Whether nothing has a name, and nobody else is about to take it.

    Partial files are looked at first: what is named between the two looks is seen by the second.
    """
    others = set(claim.parent.glob(f"{escape(name)}.*{PARTIAL}")) - {claim}
    return not others and not os.path.lexists(claim.with_name(name))


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
