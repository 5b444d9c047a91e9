"""The snapshot that a backup carries: a whole copy of the record, taken while work goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.backup import contents
from app.backup.contents import Contents
from app.desk import trouble_of
from app.vault.record import Record
from models import engine as engines
from models.audit import mark_of
from models.errors import Damaged

SUFFIX = ".snapshot"


@dataclass(frozen=True)
class Checked:
    """What a snapshot holds, once every check of it has passed."""

    contents: Contents
    audit_mark: str
    revision: str
    court: str


def snapshot_of(record: Path) -> Path:
    """Return where the snapshot of a record stands while it is carried away."""
    return record.with_name(record.name + SUFFIX)


def take(record: Record) -> Path:
    """Copy the open record, as it is this moment, into an encrypted file beside it.

    Raises:
        NoSpace: there is no room beside the record.
    """
    target = snapshot_of(record.files.record)
    target.unlink(missing_ok=True)
    try:
        with record.engine.connect() as connection:
            # A copy waits for ever on a connection that is in a transaction of its own.
            connection.rollback()
            source = engines.driver_connection(connection)
            engines.copy_into(source, target, record.unlocked.keys.record)
    except engines.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise trouble_of(str(error)) or Damaged("record.damaged", problem="page") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def check(path: Path, key: bytes) -> Checked:
    """Return what a closed snapshot holds, after every check that SQLite and SQLCipher have.

    Raises:
        WrongSecret: the key does not open it.
        Damaged: a page, an index or a reference in it is not whole.
    """
    with _opened(path, key) as connection:
        _refuse_damaged(connection)
        found = contents.of(connection)
        newest = connection.execute("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1")
        seq, mac = newest.fetchone() or (0, bytes(32))
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        court = connection.execute("SELECT name FROM court ORDER BY id").fetchone()
    return Checked(found, mark_of(seq, mac), *(row[0] if row else "" for row in (revision, court)))


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Any]:
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
