"""Notices that somebody whose file was destroyed is back, because an older backup was restored.

Beside the record stands `X.destroyed` with the marks at which destroyed files began: codes of this
record's own trail, which name nobody and are the same in every copy of it, whatever keys it has.
A restore leaves it alone. On another computer only a newer record or the certificate can tell.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names
from app.vault import own_file
from app.vault.files import Files
from app.vault.key_file import write_whole
from models.audit import Audit, mark_of
from models.person import Person
from models.sealing import DestroyedFile

VERSION = 1
MARK = re.compile(r"[0-9]{1,15}-[0-9A-HJKMNP-TV-Z]{16}")
LARGEST = 1_000_000  # anybody can write this file


@dataclass(frozen=True)
class Back:
    """Somebody who is in the record again."""

    person_id: int
    name: str


def remember(session: Session, files: Files) -> None:
    """Write beside the record which files were destroyed; what is known there already stays."""
    known = _beside(files.destroyed)
    marks = known | set(session.scalars(select(DestroyedFile.known_by)))
    if marks != known:
        text = json.dumps({"v": VERSION, "marks": sorted(marks)})
        write_whole(files.destroyed, text.encode())


def look(session: Session, files: Files) -> tuple[Back, ...]:
    """Return whoever is in the record although their file was once destroyed."""
    marks = _beside(files.destroyed) | set(session.scalars(select(DestroyedFile.known_by)))
    ids = {person for mark in marks if (person := _begun(session, mark)) is not None}
    found = session.scalars(select(Person).where(Person.id.in_(ids)).order_by(Person.id))
    return tuple(Back(person.id, names.said(person)) for person in found)


def _begun(session: Session, mark: str) -> int | None:
    """Return whose file began with the event of a mark, if this record has it."""
    seq = int(mark.partition("-")[0])
    row = session.execute(select(Audit.mac, Audit.person_id).where(Audit.seq == seq)).one_or_none()
    return row.person_id if row is not None and mark_of(seq, row.mac) == mark else None


def _beside(note: Path) -> set[str]:
    try:
        if note.stat().st_size > LARGEST:
            return set()
        with own_file.opened(note) as file:
            told = json.loads(file.read().decode("utf-8"))
        return set(_marks(told["marks"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return set()


def _marks(told: Iterable[object]) -> Iterable[str]:
    return (mark for mark in told if isinstance(mark, str) and MARK.fullmatch(mark))
