"""R18: whatever is done to the trail behind its back is found, a cut end against a printed mark."""
# ruff: noqa: S608 - the statements are made of our own names

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, text

from app import audit
from app.trail_walk import CHAIN, Walk
from models import engine as engines
from models.audit import START, TRIGGERS, code_of
from models.choices import NoteKind
from tests.makers import make_note, make_participant
from tests.torture import court
from tests.torture.court import Court
from tests.torture.row import Case, Outcome, Row, Series

COLUMNS = ("body", "prev", "mac", "at", "holder", "action", "entity", "entity_id", "person_id")
TABLES = ("audit", "audit_value", "value_key")
DAY = date(2026, 11, 2)

Look = Callable[[Connection, Random], bool]


@dataclass(frozen=True)
class Trail:
    """The connection on which one case goes, how many events there are, and whose values."""

    connection: Connection
    chance: Random
    events: int

    def run(self, statement: str, *values: Any) -> None:
        self.connection.exec_driver_sql(statement, values)

    def one(self, statement: str, *values: Any) -> Any:
        return self.connection.exec_driver_sql(statement, values).scalar()

    def event(self) -> int:
        return self.chance.randrange(1, self.events + 1)

    def sealed(self) -> int:
        """Return an event that has values."""
        seqs = self.connection.exec_driver_sql("SELECT seq FROM audit_value ORDER BY seq")
        return int(self.chance.choice(seqs.scalars().all()))

    def other(self, value: Any) -> Any:
        """Return another value of the same kind: one bit or one letter of it is changed."""
        if value is None or isinstance(value, int):
            return (value or 0) ^ (1 << self.chance.randrange(8)) or 1
        at = self.chance.randrange(len(value))
        if isinstance(value, bytes):
            return value[:at] + bytes([value[at] ^ 1 << self.chance.randrange(8)]) + value[at + 1 :]
        return value[:at] + chr(ord(value[at]) ^ 1 << self.chance.randrange(5)) + value[at + 1 :]


def edited(trail: Trail) -> None:
    """Change one bit of one column of one event."""
    seq, column = trail.event(), trail.chance.choice(COLUMNS)
    now = trail.one(f"SELECT {column} FROM audit WHERE seq = ?", seq)
    trail.run(f"UPDATE audit SET {column} = ? WHERE seq = ?", trail.other(now), seq)


def rewritten(trail: Trail) -> None:
    """Put one body in the place of another, with its columns."""
    one, other = trail.chance.sample(range(1, trail.events + 1), 2)
    parts = ", ".join(column for column in COLUMNS if column not in {"prev", "mac"})
    trail.run(
        f"UPDATE audit SET ({parts}) = (SELECT {parts} FROM audit WHERE seq = ?) WHERE seq = ?",
        other,
        one,
    )
    trail.run("UPDATE audit SET fmt = fmt WHERE seq = ?", one)


def reordered(trail: Trail) -> None:
    """Let two events change places, at times each with the code before it put right."""
    one, other = trail.chance.sample(range(1, trail.events + 1), 2)
    prevs = [trail.one("SELECT prev FROM audit WHERE seq = ?", seq) for seq in (one, other)]
    trail.run("UPDATE audit SET seq = -1 WHERE seq = ?", one)
    trail.run("UPDATE audit SET seq = ? WHERE seq = ?", one, other)
    trail.run("UPDATE audit SET seq = ? WHERE seq = -1", other)
    if trail.chance.random() < 0.5:
        for seq, prev in zip((one, other), prevs, strict=True):
            trail.run("UPDATE audit SET prev = ? WHERE seq = ?", prev, seq)


def taken_out(trail: Trail) -> None:
    """Take events out of the middle, at times closing the gap in numbers and codes."""
    first = trail.event()
    count = trail.chance.randrange(1, min(5, trail.events - first + 1) + 1)
    for table in ("audit_value", "audit"):
        trail.run(f"DELETE FROM {table} WHERE seq BETWEEN ? AND ?", first, first + count - 1)
    if trail.chance.random() < 0.5:
        for table in ("audit_value", "audit"):
            trail.run(f"UPDATE {table} SET seq = seq - ? WHERE seq > ?", count, first)
        before = trail.one("SELECT mac FROM audit WHERE seq = ?", first - 1) or START
        trail.run("UPDATE audit SET prev = ? WHERE seq = ?", before, first)


def cut(trail: Trail) -> None:
    """Cut the end off, one event or all of them."""
    left = trail.chance.choice((0, trail.events - 1, trail.chance.randrange(trail.events)))
    for table in ("audit_value", "audit"):
        trail.run(f"DELETE FROM {table} WHERE seq > ?", left)


def cut_and_grown(trail: Trail) -> None:
    """Cut the end off, and let others grow in its place under a key of one's own."""
    cut(trail)
    chained(trail, trail.one("SELECT coalesce(max(seq), 0) FROM audit") + 1)


def put_in(trail: Trail) -> None:
    """Add an event behind the last one, under a key of one's own."""
    chained(trail, trail.events + 1)


def chained(trail: Trail, first: int) -> None:
    key = trail.chance.randbytes(32)
    prev = trail.one("SELECT mac FROM audit WHERE seq = ?", first - 1) or START
    body = '{"at":"2026-11-02T10:00:00+00:00","by":"Ruth Amsel","do":"viewed","of":null}'
    for seq in range(first, first + trail.chance.randrange(1, 4)):
        mac = code_of(key, prev, 1, body)
        trail.run(
            "INSERT INTO audit (seq, fmt, body, prev, mac, at, holder, action) "
            "VALUES (?, 1, ?, ?, ?, '2026-11-02 10:00:00', 'Ruth Amsel', 'viewed')",
            seq,
            body,
            prev,
            mac,
        )
        prev = mac


def chained_anew(trail: Trail) -> None:
    """Change an event, and give it and all behind it codes under a key of one's own."""
    first, key = trail.event(), trail.chance.randbytes(32)
    trail.run("UPDATE audit SET holder = 'Somebody' WHERE seq = ?", first)
    prev = trail.one("SELECT mac FROM audit WHERE seq = ?", first - 1) or START
    for seq in range(first, trail.events + 1):
        mac = code_of(key, prev, 1, trail.one("SELECT body FROM audit WHERE seq = ?", seq))
        trail.run("UPDATE audit SET prev = ?, mac = ? WHERE seq = ?", prev, mac, seq)
        prev = mac


def values_edited(trail: Trail) -> None:
    seq = trail.sealed()
    now = trail.one("SELECT sealed FROM audit_value WHERE seq = ?", seq)
    trail.run("UPDATE audit_value SET sealed = ? WHERE seq = ?", trail.other(now), seq)


def values_taken(trail: Trail) -> None:
    """Take values or the key to them away, with no event that says so."""
    owner = trail.one("SELECT person_id FROM audit_value WHERE seq = ?", trail.sealed())
    for table in trail.chance.choice(
        (("audit_value",), ("value_key",), ("audit_value", "value_key"))
    ):
        trail.run(f"DELETE FROM {table} WHERE person_id = ?", owner)


def values_swapped(trail: Trail) -> None:
    seqs = trail.connection.exec_driver_sql("SELECT seq FROM audit_value ORDER BY seq")
    one, other = trail.chance.sample(seqs.scalars().all(), 2)
    trail.run("UPDATE audit_value SET seq = -1 WHERE seq = ?", one)
    trail.run("UPDATE audit_value SET seq = ? WHERE seq = ?", one, other)
    trail.run("UPDATE audit_value SET seq = ? WHERE seq = -1", other)


def key_put_in_place(trail: Trail) -> None:
    owner = trail.one("SELECT person_id FROM audit_value WHERE seq = ?", trail.sealed())
    key = trail.chance.randbytes(32)
    trail.run("UPDATE value_key SET key = ? WHERE person_id = ?", key, owner)


FORGERIES = (
    edited,
    edited,
    rewritten,
    reordered,
    taken_out,
    cut,
    cut_and_grown,
    put_in,
    chained_anew,
    values_edited,
    values_taken,
    values_swapped,
    key_put_in_place,
)


def worked_in(folder: Path) -> Court:
    """Make a record whose trail tells of several people."""
    own = court.make(folder / "own")
    found = own.open()
    for name in court.NAMES:
        who = make_participant(found.desk, name)
        make_note(found.desk, who, NoteKind.CASE, DAY, f"Called {name}.")
    found.close()
    return own


def verified(own: Court, mark: str) -> Look:
    """Look as the program does, in steps of any length, and hold the end against the mark."""

    def look(connection: Connection, chance: Random) -> bool:
        walk, most = Walk(own.keys.audit), chance.choice((1, 7, 200, 1000))
        while walk.step(connection, most):
            pass
        return bool(walk.problems) or not audit.holds(connection, mark)

    return look


def without_key(_own: Court, _mark: str) -> Look:
    """Look whether numbers and codes follow each other, as anybody could; nothing else."""

    def look(connection: Connection, _chance: Random) -> bool:
        prev, expected = START, 1
        for row in connection.exec_driver_sql(f"{CHAIN} ORDER BY seq"):
            if row.seq != expected or row.prev != prev:
                return True
            prev, expected = row.mac, expected + 1
        return False

    return look


def lay_out_with(way: Callable[[Court, str], Look]) -> Callable[[Path], Case]:
    def lay_out(folder: Path) -> Case:
        own = worked_in(folder)
        engine = engines.open_engine(own.path, own.keys.record)
        with engine.connect() as connection:
            whole = audit.verify(connection, own.keys.audit)
        if whole.problems or whole.mark is None:
            raise AssertionError("nobody touched this trail")
        look = way(own, whole.mark)

        def case(number: int, chance: Random) -> Outcome:
            forgery = FORGERIES[number % len(FORGERIES)]
            with engine.connect() as connection, connection.begin() as undone:
                before = _all(connection)
                for name in TRIGGERS:
                    connection.execute(text(f"DROP TRIGGER {name}"))
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                while _all(connection) == before:  # two events may be alike
                    forgery(Trail(connection, chance, whole.events))
                found = look(connection, chance)
                undone.rollback()
            name = forgery.__name__
            return Outcome(f"{name}: {'found' if found else 'missed'}", () if found else (name,))

        return case

    return lay_out


def _all(connection: Connection) -> list[Any]:
    return [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in TABLES]


ROWS = (
    Row(
        "R18",
        "chain",
        Series(
            "trails edited, reordered, cut, chained anew, and their values",
            lay_out_with(verified),
            5_000,
            26,
        ),
        "missed",
        Series(
            "numbers and codes that follow each other, no key", lay_out_with(without_key), 500, 13
        ),
    ),
)
