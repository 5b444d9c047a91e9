"""Everything that a record holds, counted and hashed, to tell whether two of them are equal.

The lines are put together by SQLite itself: a loop over rows in Python would hold up the window.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.vault import driver_faults
from models import engine as engines
from models.audit import mark_of
from models.errors import Damaged

AT_ONCE = 2000  # rows that stand in memory as one text
JOINED = "group_concat(line, char(10) ORDER BY r)"


@dataclass(frozen=True)
class Contents:
    """How many rows each table has, and one SHA-256 over them all."""

    rows: dict[str, int]
    digest: str

    @property
    def count(self) -> int:
        return sum(self.rows.values())


@dataclass(frozen=True)
class Checked:
    """What a closed record holds, once every check of it has passed."""

    contents: Contents
    audit_mark: str
    revision: str
    court: str


def of(connection: Any) -> Contents:
    """Return the contents of the record behind a driver's connection, the trail included."""
    running = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    rows = {name: _add(running, connection, name) for (name,) in tables}
    return Contents(rows, running.hexdigest())


def check(path: Path, key: bytes) -> Checked:
    """Return what a closed record holds, after every check that SQLite and SQLCipher have.

    Raises:
        WrongSecret: the key does not open it.
        Damaged: a page, an index or a reference in it is not whole.
        NoSpace: the drive does not give it.
    """
    with _opened(path, key) as connection:
        _refuse_damaged(connection)
        found = of(connection)
        newest = connection.execute("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1")
        seq, mac = newest.fetchone() or (0, bytes(32))
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        court = connection.execute("SELECT name FROM court ORDER BY id").fetchone()
    return Checked(found, mark_of(seq, mac), *(row[0] if row else "" for row in (revision, court)))


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Any]:
    with driver_faults.told():
        connection = engines.connect_still(path, key)
    try:
        yield connection
    except engines.DatabaseError as error:
        raise Damaged("record.damaged", problem="page") from error
    finally:
        connection.close()


def _refuse_damaged(connection: Any) -> None:
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    whole = connection.execute("PRAGMA integrity_check").fetchall()
    if pages or whole != [("ok",)]:
        raise Damaged("record.damaged", problem="page")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Damaged("record.damaged", problem="foreign-key")


def _add(running: "hashlib._Hash", connection: Any, table: str) -> int:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    running.update(f"{table}({','.join(columns)})\n".encode())
    line = " || ',' || ".join(f'quote("{column}")' for column in columns)
    inner = f'SELECT rowid AS r, {line} AS line FROM "{table}" WHERE rowid > ? ORDER BY rowid'  # noqa: S608 - our own names
    query = f"SELECT count(*), max(r), {JOINED} FROM ({inner} LIMIT {AT_ONCE})"  # noqa: S608
    total, last = 0, -(2**63)
    while True:
        found, last, text = connection.execute(query, (last,)).fetchone()
        if not found:
            return total
        total += found
        running.update(text.encode("utf-8", "surrogatepass") + b"\n")
