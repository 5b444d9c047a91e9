"""Reading the trail: verifying the chain, finding a mark in it, and telling its events."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from app.trail_walk import CHAIN, EDITED, VALUES, Verified, Walk
from models.audit import mark_of
from models.trail import parted, unseal

KEYS = "SELECT person_id, key FROM value_key"
IN_ORDER = f"{CHAIN} ORDER BY seq"
# Events that a reading at one go takes at once.
AT_ONCE = 1000


@dataclass(frozen=True)
class EventFacts:
    """One event as a person reads it; values only where their key still exists."""

    seq: int
    at: datetime | None
    holder: str
    action: str
    entity: str | None
    entity_id: int | None
    person_id: int | None
    reason: str | None
    changes: str | None


def verify(connection: Connection, key: bytes) -> Verified:
    """Check every event: its number, its code, its columns, and its values where a key exists.

    `key` is the audit key of today; the record itself holds those before it.
    """
    walk = Walk(key)
    while walk.step(connection, AT_ONCE):
        pass
    return walk.verified


def holds(connection: Connection, mark: str) -> bool:
    """Whether the trail holds the event that a printed mark names."""
    seq = mark.partition("-")[0]
    if not seq.isdecimal() or len(seq) > 15:
        return False
    row = connection.exec_driver_sql(f"{CHAIN} WHERE seq = ?", (int(seq),)).one_or_none()
    return row is not None and bool(row.mac) and mark_of(row.seq, row.mac) == mark.upper()


def events(connection: Connection) -> Iterator[EventFacts]:
    """Yield every event in order, with its old and new values where they can still be read."""
    keys = _keys(connection)
    values = {row.seq: row.sealed for row in connection.exec_driver_sql(VALUES)}
    for row in connection.exec_driver_sql(IN_ORDER):
        reason, changes = _told(row, values.get(row.seq), keys)
        yield EventFacts(
            seq=row.seq,
            at=_moment(row.at),
            holder=row.holder,
            action=row.action,
            entity=row.entity,
            entity_id=row.entity_id,
            person_id=row.person_id,
            reason=reason,
            changes=changes,
        )


def _keys(connection: Connection) -> dict[int, bytes]:
    return {row.person_id: row.key for row in connection.exec_driver_sql(KEYS)}


def _moment(at: Any) -> datetime | None:
    with suppress(*EDITED):
        return datetime.fromisoformat(at).replace(tzinfo=UTC)
    return None


def _told(row: Any, sealed: bytes | None, keys: dict[int, bytes]) -> tuple[str | None, str | None]:
    """Return reason and changes of an event; nothing of what cannot be read."""
    with suppress(*EDITED):
        body = json.loads(row.body)
        reason, changes = body["why"], body.get("changes") or {}
        if sealed is not None:
            reason, changes = parted(unseal(keys[row.person_id], sealed))
        told = (f"{column}: {old} -> {new}" for column, (old, new) in sorted(changes.items()))
        return reason, "; ".join(told) or None
    return None, None
