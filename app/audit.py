"""Reading the trail: verifying the chain, finding a mark in it, and telling its events."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from models.audit import START, Audit, AuditValue, ValueKey, code_of, mark_of
from models.trail import unseal

COLUMNS = {
    "at": "at",
    "holder": "by",
    "action": "do",
    "entity": "of",
    "entity_id": "id",
    "person_id": "person",
}

# As the file has them: a value that no event of ours holds must be a finding and not a failure.
CHAIN = (
    "SELECT seq, fmt, body, CAST(prev AS BLOB) AS prev, CAST(mac AS BLOB) AS mac, "
    "at, holder, action, entity, entity_id, person_id FROM audit ORDER BY seq"
)
VALUES = "SELECT seq, person_id, CAST(sealed AS BLOB) AS sealed FROM audit_value"
KEYS = "SELECT person_id, key FROM value_key"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the trail, by the kinds of the contract."""

    kind: str
    seq: int


@dataclass(frozen=True)
class Verified:
    """What a verification found, and how far it went."""

    events: int
    mark: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class EventFacts:
    """One event as a person reads it; values only where their key still exists."""

    seq: int
    at: datetime
    holder: str
    action: str
    entity: str | None
    entity_id: int | None
    person_id: int | None
    reason: str | None
    changes: str | None


def verify(connection: Connection, key: bytes) -> Verified:
    """Check every event: its number, its code, its columns, and its values where a key exists."""
    problems: list[Problem] = []
    prev, expected, mark = START, 1, None
    values = {row.seq: row for row in connection.exec_driver_sql(VALUES)}
    keys = {row.person_id: row.key for row in connection.exec_driver_sql(KEYS)}
    for row in connection.execution_options(yield_per=1000).exec_driver_sql(CHAIN):
        if row.seq != expected:
            problems.append(Problem("audit-gap", expected))
        kept = values.pop(row.seq, None)
        if _is_whole(row, key, prev) and _values_fit(row, kept, keys):
            mark = mark_of(row.seq, row.mac)
        else:
            problems.append(Problem("audit-edit", row.seq))
        prev, expected = row.mac, row.seq + 1
    problems += [Problem("audit-edit", seq) for seq in values]
    return Verified(expected - 1, mark, tuple(problems))


def holds(connection: Connection, mark: str) -> bool:
    """Whether the trail holds the event that a printed mark names."""
    seq = mark.partition("-")[0]
    if not seq.isdecimal() or len(seq) > 15:
        return False
    mac = connection.scalar(select(Audit.mac).where(Audit.seq == int(seq)))
    return mac is not None and mark_of(int(seq), mac) == mark.upper()


def events(connection: Connection) -> Iterator[EventFacts]:
    """Yield every event in order, with its old and new values where they can still be read."""
    kept = connection.execute(select(ValueKey.person_id, ValueKey.key))
    keys = {row.person_id: row.key for row in kept}
    query = select(Audit.__table__, AuditValue.sealed).outerjoin(
        AuditValue, AuditValue.seq == Audit.seq
    )
    for row in connection.execute(query.order_by(Audit.seq)):
        yield EventFacts(
            seq=row.seq,
            at=row.at,
            holder=row.holder,
            action=row.action,
            entity=row.entity,
            entity_id=row.entity_id,
            person_id=row.person_id,
            reason=_reason(row),
            changes=_changes(row, keys),
        )


def _reason(row: Any) -> str | None:
    with suppress(ValueError, KeyError):  # an edited event is told by `verify`
        reason: str | None = json.loads(row.body)["why"]
        return reason
    return None


def _changes(row: Any, keys: dict[int, bytes]) -> str | None:
    changes: dict[str, list[Any]] | None = None
    with suppress(ValueError):
        changes = json.loads(row.body).get("changes")
        if row.sealed is not None:
            key = keys.get(row.person_id)
            changes = unseal(key, row.sealed) if key is not None else None
    if not changes:
        return None
    return "; ".join(f"{column}: {old} -> {new}" for column, (old, new) in sorted(changes.items()))


def _is_whole(row: Any, key: bytes, prev: bytes) -> bool:
    """Whether code, predecessor and the repeated columns of an event fit its body."""
    try:
        code = code_of(key, row.prev, row.fmt, row.body)
        if row.prev != prev or not hmac.compare_digest(code, row.mac):
            return False
        body = json.loads(row.body)
        columns = {column: getattr(row, column) for column in COLUMNS}
        columns["at"] = datetime.fromisoformat(row.at).replace(tzinfo=UTC).isoformat()
    except (TypeError, ValueError, OverflowError, AttributeError):
        return False  # a column holds what no event of ours does
    return all(columns[column] == body[name] for column, name in COLUMNS.items())


def _values_fit(row: Any, kept: Any, keys: dict[int, bytes]) -> bool:
    """Whether the values beside an event are its own; they may be gone only with their key."""
    told = json.loads(row.body).get("values")
    if kept is None:
        return told is None or row.person_id not in keys
    try:
        if kept.person_id in keys:
            unseal(keys[kept.person_id], kept.sealed)
        hashed = hashlib.sha256(kept.sealed).hexdigest()
    except (TypeError, ValueError):
        return False
    return bool(hashed == told and kept.person_id == row.person_id)
