"""Rows that refer to each other before any of them has an id, written level by level.

A level is one flush, so that the trail sees every row and no row waits for an id of its own level.
"""

from typing import TypeVar

from sqlalchemy.orm import Session

from models.base import Base

Row = TypeVar("Row", bound=Base)


class Sheaf:
    """Collects rows with the rows they belong to."""

    def __init__(self) -> None:
        self._levels: list[list[tuple[Base, dict[str, Base]]]] = []
        self._level_of: dict[int, int] = {}

    def add(self, row: Row, **owners: Base) -> Row:
        """Keep `row` for writing; each column in `owners` gets the id of its row.

        An owner that was written with an earlier sheaf has its id already.
        """
        level = max((self._level_of.get(id(owner), -1) for owner in owners.values()), default=-1)
        level += 1
        self._level_of[id(row)] = level
        if level == len(self._levels):
            self._levels.append([])
        self._levels[level].append((row, owners))
        return row

    def write(self, session: Session) -> None:
        """Write every row, owners first."""
        for level in self._levels:
            for row, owners in level:
                for column, owner in owners.items():
                    setattr(row, column, owner.id)  # type: ignore[attr-defined]  # Identified
            session.add_all(row for row, _owners in level)
            session.flush()
