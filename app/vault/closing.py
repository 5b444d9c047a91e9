"""Closing a record in order: the closing chained, the log folded in, the seal set."""

from pathlib import Path

from sqlalchemy import Engine

from app import clock
from app.desk import Desk
from app.vault import driver_faults, seal
from app.vault.state import State
from models import engine as engines
from models import trail
from models.audit import mark_of
from models.trail import Event


def close(engine: Engine, desk: Desk, record: Path, key: bytes) -> State:
    """Close the record and return how it was left; the state is not signed yet.

    `key` is the seal key. Afterwards no connection is open.
    """
    engine.dispose()  # a connection that met a damaged page can write no more
    with desk.work() as session:
        trail.record(session, Event("locked"))
        seq, mac = trail.head(session)
    fold_in(engine)
    return State(
        clean=True,
        audit_seq=seq,
        audit_mark=mark_of(seq, mac),
        seal=seal.seal_of(record, key),
        latest=clock.now().isoformat(),
    )


def fold_in(engine: Engine) -> None:
    """Bring all that the log holds into the record itself, and let every connection go."""
    with driver_faults.told(), engine.connect() as connection:
        driver = engines.driver_connection(connection)
        driver.execute("PRAGMA query_only=OFF")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
