"""Everything that a record holds, counted and hashed, to tell whether two of them are equal.

The lines are put together by SQLite itself: a loop over rows in Python would hold up the window.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

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


def of(connection: Any) -> Contents:
    """Return the contents of the record behind a driver's connection, the trail included."""
    running = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    rows = {name: _add(running, connection, name) for (name,) in tables}
    return Contents(rows, running.hexdigest())


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
