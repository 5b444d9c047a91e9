"""Saves as the program makes them, told of after the commit, and looked for in what is left.

The log is folded into the record after a few pages, so that a short run meets it many times.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.desk import Desk
from app.vault import record
from app.vault.unlock import Secret
from models import engine as engines
from models.choices import NoteKind
from models.note import Note
from tests.makers import Found, make_hearing, make_note, make_participant, make_test

FOLDED = 60  # pages of the log; the program's own number is a thousand
DAY = date(2026, 11, 2)

Tell = Callable[[str], None]
Work = Callable[[Path, Secret, Random, int, Tell], None]


@dataclass(frozen=True)
class Saved:
    """One text that was acknowledged; of a row that is changed, a later text is as good."""

    table: str
    row: int
    column: str
    text: str

    @property
    def line(self) -> str:
        return json.dumps([self.table, self.row, self.column, self.text])


def saved_of(line: str) -> Saved:
    return Saved(*json.loads(line))


@dataclass
class Clerk:
    """Saves one thing after the other at a desk."""

    desk: Desk
    chance: Random
    number: int = 0

    def save(self) -> Saved:
        """Do the next thing, in one transaction with its trail, and return what must be there."""
        kinds = (self._participant, self._note, self._news, self._test, self._orders, self._news)
        self.number += 1
        return kinds[(self.number - 1) % len(kinds)]()

    def _participant(self) -> Saved:
        name = f"Last{self.number:05}"
        self._who = make_participant(self.desk, name)
        return Saved("person", self._who.person, "last_name", name)

    def _note(self) -> Saved:
        words = self._words()
        self._noted = make_note(self.desk, self._who, NoteKind.CASE, DAY, words)
        return Saved("note", self._noted, "words", words)

    def _news(self) -> Saved:
        words = self._words()
        with self.desk.work("A clearer wording") as session:
            session.get_one(Note, self._noted).words = words
        return Saved("note", self._noted, "words", words)

    def _test(self) -> Saved:
        on = DAY - timedelta(days=self.number % 200)
        found = (Found("amphetamine"), Found("cocaine"))
        test = make_test(self.desk, self._who, on, *found)
        return Saved("drug_test", test, "collected_on", str(on))

    def _orders(self) -> Saved:
        words = tuple(self._words() for _ in range(2))
        hearing = make_hearing(self.desk, self._who, DAY + timedelta(days=self.number), *words)
        return Saved("hearing", hearing, "id", str(hearing))

    def _words(self) -> str:
        filler = "x" * self.chance.choice((10, 200, 3000))
        return f"Called {self.number:05} {filler}"


def fold_often() -> None:
    """Let every connection from now on fold the log in after a few pages."""
    engines.SETTINGS = (*engines.SETTINGS, f"PRAGMA wal_autocheckpoint={FOLDED}")


def work(path: Path, secret: Secret, chance: Random, count: int, tell: Tell) -> None:
    """Open the record, save so many things, tell of each after its commit, and close it."""
    found = record.open_record(path, secret)
    clerk = Clerk(found.desk, chance)
    for _ in range(count):
        tell(clerk.save().line)
    found.close()


def work_carelessly(path: Path, secret: Secret, chance: Random, count: int, tell: Tell) -> None:
    """Tell of each thing before it is committed: the control, which must lose some."""
    found = record.open_record(path, secret)
    clerk = Clerk(found.desk, chance)
    with found.desk.read() as session:
        own = session.connection().exec_driver_sql("SELECT max(id) FROM person").scalar_one()

    def early(_session: Session, *_begun: object) -> None:
        tell(Saved("person", own + clerk.number, "last_name", f"Last{clerk.number:05}").line)

    event.listen(Session, "after_begin", early)
    for clerk.number in range(1, count + 1):
        make_participant(found.desk, f"Last{clerk.number:05}")
    event.remove(Session, "after_begin", early)
    found.close()


def missing(connection: Any, told: Iterable[Saved]) -> list[str]:
    """Return what was acknowledged and is not there, asked over a connection of the driver."""
    return [f"lost {saved.table} {saved.row}" for saved in told if not _is_there(connection, saved)]


def _is_there(connection: Any, saved: Saved) -> bool:
    row = connection.execute(
        f"SELECT {saved.column} FROM {saved.table} WHERE id = ?",  # noqa: S608 - names of our own
        (saved.row,),
    ).fetchone()
    # Words begin with their number, so a later wording of a note sorts behind.
    return row is not None and str(row[0]) >= saved.text
