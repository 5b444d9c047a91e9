"""Backups that got their name when nobody was left to enter them: found, read back, recognized.

A program that is killed between the naming of a backup and its entry leaves a good file of which
the record knows no more than the number. The next backup to that place finds it. Whoever looks
there holds no key: it reads the file back from the drive and hands out what stands before the
snapshot; that it is ours is told by the manifest, which nobody without the key could have sealed.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.backup import container, rereading, thinning
from app.backup.container import Manifest
from models.backup import Reread
from models.errors import Damaged, Trouble


@dataclass(frozen=True)
class Stray:
    """A backup that is whole, of which the record knows the number only."""

    seq: int
    file: str
    size: int
    reread: Reread
    start: bytes  # the fixed part and the head
    sealed: bytes  # the manifest


def found_in(
    folder: Path, record_id: bytes, branch: str, unknown: frozenset[int]
) -> Iterator[Stray]:
    """Yield the whole backups of one branch that have one of the `unknown` numbers, each once."""
    left = set(unknown)
    for each in thinning.found_in(folder, record_id) if unknown else ():
        if each.head.branch != branch or each.head.seq not in left:
            continue
        with suppress(OSError, Trouble):  # damaged, and so no backup: it stays as it is
            yield _read_back(each.path)
            left.remove(each.head.seq)


def ours(strays: Iterable[Stray], key: bytes) -> Iterator[tuple[Stray, Manifest]]:
    """Yield those whose manifest the backup key opens around this very head."""
    for stray in strays:
        with suppress(Damaged):
            yield stray, container.opened(stray.sealed, stray.start, key, stray.file)


def _read_back(path: Path) -> Stray:
    """Read a file from its drive, and look at exactly the bytes that came from there.

    Raises:
        Damaged: it is not whole.
    """
    told, reread = rereading.digest_of(path, lambda _done: None)
    with path.open("rb") as file:
        near = hashlib.file_digest(file, "sha256").digest()
    if near != told or not container.codes_of(path)[0]:
        raise Damaged("backup.damaged", problem="hash", file=path.name)
    layout = container.layout_of(path)
    return Stray(
        layout.head.seq, path.name, layout.size, reread, layout.start,
        container.sealed_in(path, layout),
    )  # fmt: skip
