"""The backups that stand on sticks and in folders, whosever they are, for who has nothing else.

Only the head of each file is read, so that a slow stick is soon looked through; every byte of the
one that is chosen is checked before anything is done with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from app.backup import container
from app.backup.container import Head
from app.errors import sentence
from models.errors import Trouble


@dataclass(frozen=True)
class Where:
    """A stick or folder to look at, and how it is called."""

    label: str
    folder: Path


@dataclass(frozen=True)
class FoundBackup:
    """One file with the ending of a backup; `head` is None where `problem` says why."""

    path: Path
    where: str
    head: Head | None
    problem: str = ""


def found_on(places: Iterable[Where], own: bytes | None = None) -> tuple[FoundBackup, ...]:
    """Return the backups in these places and one folder below, the newest of each record first.

    The numbers of one record say which is newest, and never a clock; the records themselves stand
    in the order of their newest moment, the one with the id `own` before all others. What cannot
    be used comes last.
    """
    found: dict[Path, FoundBackup] = {}
    for place in places:
        for path in _files_in(place.folder):
            found.setdefault(path.resolve(), look_at(path, place.label))
    return tuple(_ordered(found.values(), own))


def look_at(path: Path, where: str) -> FoundBackup:
    """Return what one file says of itself."""
    try:
        return FoundBackup(path, where, container.layout_of(path).head)
    except Trouble as trouble:
        return FoundBackup(path, where, None, sentence(trouble))
    except OSError:
        return FoundBackup(path, where, None, sentence(Trouble("space.gone")))


def _files_in(folder: Path) -> Iterator[Path]:
    try:
        below = sorted(each for each in folder.iterdir() if each.is_dir() and _is_shown(each))
    except OSError:  # pulled meanwhile
        return
    for each in (folder, *below):
        try:
            yield from sorted(path for path in each.iterdir() if _is_backup(path))
        except OSError:  # a folder of somebody else
            continue


def _is_backup(path: Path) -> bool:
    return path.suffix == container.SUFFIX and _is_shown(path) and path.is_file()


def _is_shown(path: Path) -> bool:
    return not path.name.startswith(".")


def _ordered(found: Iterable[FoundBackup], own: bytes | None) -> Iterator[FoundBackup]:
    records: dict[bytes, list[tuple[Head, FoundBackup]]] = {}
    bad: list[FoundBackup] = []
    for each in found:
        if each.head is None:
            bad.append(each)
        else:
            records.setdefault(each.head.record_id, []).append((each.head, each))

    def rank(pairs: list[tuple[Head, FoundBackup]]) -> tuple[bool, datetime]:
        heads = [head for head, _each in pairs]
        return heads[0].record_id == own, max(head.created for head in heads)

    groups = sorted(records.values(), key=rank, reverse=True)
    for pairs in groups:
        pairs.sort(key=lambda pair: (pair[0].seq, pair[0].created), reverse=True)
    return chain((each for pairs in groups for _head, each in pairs), bad)
