"""Answers that are asked several times, written as rows: changed, added, or taken away.

A group that a form did not ask at all leaves its rows as they are.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app import answers
from app.answers import Answers, Attribute, GroupRow, Reading
from app.wording import say


def shown(rows: Sequence[Any], *attributes: Attribute) -> list[GroupRow]:
    """Return rows on file as a form shows them; `id` says which row a line is."""
    return [{"id": str(row.id)} | answers.shown(row, *attributes) for row in rows]


def write(
    session: Session,
    reading: Reading,
    group: str,
    before: Sequence[Any],
    make: Callable[[dict[str, Any], GroupRow], Any],
    *attributes: Attribute,
) -> bool:
    """Bring the rows of a group to what was answered; True where something on file was replaced.

    `make` gives a new row from the values of its line, and from the line itself where it holds
    more; rows are added in the order of the lines.
    """
    corrects = keep(session, reading, group, before, make, *attributes)
    return drop(session, reading, group, before) or corrects


def keep(
    session: Session,
    reading: Reading,
    group: str,
    before: Sequence[Any],
    make: Callable[[dict[str, Any], GroupRow], Any],
    *attributes: Attribute,
) -> bool:
    """Change and add the rows of a group; True where something on file was replaced."""
    known = {str(row.id): row for row in before}
    corrects = False
    for number, line in reading.filled(group):
        part = Reading(Answers(line), reading.today)
        row = known.get(line.get("id", ""))
        if row is None:
            values = part.values(*attributes)
            if not part.mistakes and not reading.mistakes:
                session.add(make(values, line))
        else:
            corrects = answers.change(part, row, *attributes) or corrects
        for key, sentence in part.mistakes.items():
            reading.refuse(f"{group}[{number}].{key}", sentence)
    return corrects


def refuse_backwards(reading: Reading, group: str, begins: Attribute, ends: Attribute) -> None:
    """Refuse each line of a group that ends before it begins."""
    for number, line in reading.filled(group):
        part = Reading(Answers(line), reading.today)
        first, last = part.value(begins, required=False), part.value(ends, required=False)
        if first is not None and last is not None and last < first:
            reading.refuse(f"{group}[{number}].{answers.key_of(ends)}", say("typed.ends-before"))


def drop(session: Session, reading: Reading, group: str, before: Sequence[Any]) -> bool:
    """Take away the rows that no line names any more; True where there was one."""
    gone = dropped(reading, group, before)
    for row in gone:
        session.delete(row)
    return bool(gone)


def dropped(reading: Reading, group: str, before: Sequence[Any]) -> list[Any]:
    """Return the rows on file that no line of a group names."""
    if group not in reading.answers.groups:
        return []
    named = {line.get("id", "") for _number, line in reading.filled(group)}
    return [row for row in before if str(row.id) not in named]
