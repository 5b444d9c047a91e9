"""`check`: the integrity of everything in and around a record, each finding by its closed kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.exc import DBAPIError

import models
from app import audit, release, standing
from app.errors import sentence
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from app.wording import say
from models import engine as engines
from models import schema
from models.audit import TRIGGERS
from models.base import Base
from models.errors import Damaged, NotARecord, TooNew

# A page that cannot be read stops whatever reads it; what was found before still counts.
UNREADABLE = (DBAPIError, engines.DatabaseError, Damaged)

TRAIL = frozenset({"audit", "audit_value", "value_key", "earlier_key"})


@dataclass(frozen=True)
class Problem:
    """One finding: its kind in the contract, and the sentence for a person."""

    kind: str
    message: str


@dataclass
class Checked:
    """Everything that was found, and how much was looked at."""

    problems: list[Problem] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, **facts: object) -> None:
        self.problems.append(Problem(kind, say(f"check.{kind}", **facts)))


def check(path: Path, secret: Secret, mark: str | None = None) -> Checked:
    """Open the record at `path`, look at everything, and close it again.

    Raises:
        NoSuchThing, InUse, WrongSecret, NoSpace: it could not be looked at.
    """
    checked = Checked()
    try:
        record = open_record(path, secret)
    except (NotARecord, TooNew) as trouble:
        kind = trouble.problem if isinstance(trouble, NotARecord) else "newer"
        checked.problems.append(Problem(kind, sentence(trouble)))
        return checked
    told = False
    try:
        for finding in record.findings:
            kind = finding.partition(".")[0]  # the closed kind, of which there may be several cases
            checked.problems.append(Problem(kind, say(f"finding.{finding}")))
        with _damage_told(checked):
            _look_inside(record, checked, mark)
        told = True
    finally:
        with _damage_told(checked):
            record.close(told=told)
    return checked


@contextmanager
def _damage_told(checked: Checked) -> Iterator[None]:
    try:
        yield
    except UNREADABLE:
        if all(problem.kind != "page" for problem in checked.problems):
            checked.add("page", n=1)


def _look_inside(record: Record, checked: Checked, mark: str | None) -> None:
    with record.engine.connect() as connection:
        driver = engines.driver_connection(connection)
        # The page check reads the main file only, so the log is folded in first.
        driver.execute("PRAGMA query_only=OFF")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _pages(driver, checked)
        _schema(connection, checked)
        _trail(connection, record, checked, mark)
        _contents(connection, checked)


def _pages(driver: Any, checked: Checked) -> None:
    damaged = driver.execute("PRAGMA cipher_integrity_check").fetchall()
    integrity = driver.execute("PRAGMA integrity_check").fetchall()
    if damaged or integrity != [("ok",)]:
        checked.add("page", n=len(damaged) or len(integrity))
    orphans = driver.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        checked.add("foreign-key", n=len(orphans))
    checked.counted["pages"] = driver.execute("PRAGMA page_count").fetchone()[0]


def _schema(connection: Connection, checked: Checked) -> None:
    found = {
        row.name: row.sql
        for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
    }
    tables = Base.metadata.tables
    indexes = {str(index.name) for table in tables.values() for index in table.indexes}
    wrong = [name for name in (*tables, *indexes) if name not in found]
    wrong += [name for name, sql in TRIGGERS.items() if found.get(name) != sql]
    wrong += [name for table in tables.values() for name in _columns_less(connection, table)]
    # What is not ours could change entries that nobody touched.
    ours = {*tables, *indexes, *TRIGGERS, "alembic_version"}
    wrong += [name for name in found if name not in ours and not name.startswith("sqlite_")]
    if wrong or schema.current(connection) != schema.head():
        checked.add("schema", parts=", ".join(sorted(set(wrong))))


def _columns_less(connection: Connection, table: Table) -> list[str]:
    """Return the columns of `table` that the record lacks."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})")
    there = {row.name for row in rows}
    return [f"{table.name}.{name}" for name in table.columns.keys() if name not in there]  # noqa: SIM118 - columns, not a dict


def _trail(connection: Connection, record: Record, checked: Checked, mark: str | None) -> None:
    verified = audit.verify(connection, record.unlocked.keys.audit)
    checked.counted["events"] = verified.events
    for problem in verified.problems:
        checked.add(problem.kind, seq=problem.seq)
    if mark is not None and not audit.holds(connection, mark):
        checked.add("audit-tail", mark=mark)


def _contents(connection: Connection, checked: Checked) -> None:
    unreadable = [name for table in _described() for name in _unreadable(connection, table)]
    if unreadable:  # the rules cannot compute with what is no value of its column
        checked.add("schema", parts=", ".join(unreadable))
    else:
        for person_id in standing.differences(connection):
            checked.add("standing", person=person_id)
        for disclosure_id in release.wrong_hashes(connection):
            checked.add("hash", disclosure=disclosure_id)
    for table in (models.person.Person, models.drug_test.DrugTest, models.disclosure.Disclosure):
        name = table.__tablename__
        checked.counted[name] = connection.exec_driver_sql(
            f"SELECT count(*) FROM {name}"  # noqa: S608 - our own table's name
        ).scalar_one()


def _described() -> list[Table]:
    """Return the tables that people fill; the trail is verified event by event."""
    return [table for name, table in Base.metadata.tables.items() if name not in TRAIL]


def _unreadable(connection: Connection, table: Table) -> list[str]:
    """Return the columns of `table` that hold what no entry of ours does."""
    less = _columns_less(connection, table)  # told as such
    columns = [column for column in table.columns if str(column) not in less]
    if not columns or _is_readable(connection, columns):
        return []
    return [str(column) for column in columns if not _is_readable(connection, [column])]


def _is_readable(connection: Connection, columns: list[Column[Any]]) -> bool:
    kinds = [column.type.python_type for column in columns]
    try:
        rows = connection.execution_options(yield_per=1000).execute(select(*columns))
        return all(
            value is None or isinstance(value, kind)
            for row in rows
            for value, kind in zip(row, kinds, strict=True)
        )
    except (LookupError, ValueError, TypeError):
        return False
