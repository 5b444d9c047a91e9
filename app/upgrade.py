"""Bringing a record to this program's revision: snapshot, migrate, check, or leave it as it was.

There are no downgrades: going back means putting the snapshot back.
"""

import glob
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from app import clock
from app.desk import trouble_of
from models import engine as engines
from models import schema
from models.errors import Damaged, NoSpace, TooNew

KEPT_SNAPSHOTS = 3
Migrate = Callable[[Connection], None]


@dataclass(frozen=True)
class Upgraded:
    """From where to where, and which snapshot was kept."""

    before: str
    after: str
    snapshot: Path


def needed(engine: Engine) -> bool:
    """Whether a record is behind this program.

    Raises:
        TooNew: a newer program has written it; nothing was changed.
        Damaged: it has no revision, so it is not whole.
    """
    with engine.connect() as connection:
        # A drive that is full or gone answers here, and is not taken for a record without revision.
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        revision = schema.current(connection)
    if revision is None:
        raise Damaged("record.no-revision", problem="schema")
    if revision not in schema.known():
        raise TooNew("record.newer")
    return revision != schema.head()


def run(path: Path, key: bytes, migrate: Migrate = schema.migrate) -> Upgraded:
    """Upgrade the closed record at `path`; on any failure it stays as it was.

    Raises:
        NoSpace: there is no room for three times the record.
    """
    if shutil.disk_usage(path.parent).free < 3 * path.stat().st_size:
        raise NoSpace("space.full")
    engine = engines.open_engine(path, key, foreign_keys=False)
    try:
        before, snapshot = _snapshot(engine, path, key)
        after = _migrated(engine, migrate)
    finally:
        engine.dispose()
    _prune(path)
    return Upgraded(before, after, snapshot)


def bring_up(path: Path, key: bytes) -> None:
    """Upgrade a copy that can be made anew, such as a backup laid out; without a snapshot of it.

    Raises:
        TooNew, Damaged: as `needed` and `run`.
    """
    engine = engines.open_engine(path, key, foreign_keys=False)
    try:
        if needed(engine):
            _migrated(engine, schema.migrate)
    finally:
        engine.dispose()


def _migrated(engine: Engine, migrate: Migrate) -> str:
    with engine.begin() as connection:
        migrate(connection)
        # Before the commit: a row here means that the migration lost somebody's parent.
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Damaged("record.upgrade-failed", problem="foreign-key")
        return schema.current(connection) or ""


def _snapshot(engine: Engine, path: Path, key: bytes) -> tuple[str, Path]:
    with engine.connect() as connection:
        revision = schema.current(connection) or ""
        # A copy waits for ever on a connection that is in a transaction of its own.
        connection.rollback()
        target = _snapshot_name(path, revision, clock.now())
        try:
            engines.copy_into(engines.driver_connection(connection), target, key)
        except engines.DatabaseError as error:
            raise trouble_of(str(error)) or error from error
    whole = engines.connect(target, key)
    try:
        problems = whole.execute("PRAGMA cipher_integrity_check").fetchall()
        quick = whole.execute("PRAGMA quick_check").fetchall()
    finally:
        whole.close()
    if problems or quick != [("ok",)]:
        raise Damaged("record.damaged", problem="page")
    return revision, target


def _snapshot_name(path: Path, revision: str, at: datetime) -> Path:
    return path.with_name(f"{path.stem}-before-upgrade-{revision}-{at:%Y%m%d-%H%M%S-%f}.milepost")


def _prune(path: Path) -> None:
    kept = sorted(path.parent.glob(f"{glob.escape(path.stem)}-before-upgrade-*.milepost"))
    for old in kept[:-KEPT_SNAPSHOTS]:
        old.unlink()
