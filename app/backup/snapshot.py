"""The snapshot that a backup carries: a whole copy of the record, taken while work goes on."""

from pathlib import Path

from sqlalchemy import Engine

from app.desk import trouble_of
from app.vault.files import Files
from models import engine as engines
from models.errors import Damaged


def snapshot_of(record: Path) -> Path:
    """Return where the snapshot of a record stands while it is carried away."""
    return Files(record).snapshot


def take(engine: Engine, record: Path, key: bytes) -> Path:
    """Copy the open record, as it is this moment, into an encrypted file beside it.

    Raises:
        NoSpace: there is no room beside the record.
    """
    target = snapshot_of(record)
    for part in Files(record).snapshots:  # a folder in the place of one is told as what it is
        part.unlink(missing_ok=True)
    try:
        with engine.connect() as connection:
            # A copy waits for ever on a connection that is in a transaction of its own.
            connection.rollback()
            engines.copy_into(engines.driver_connection(connection), target, key)
    except engines.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise trouble_of(str(error)) or Damaged("record.damaged", problem="page") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target
