"""Reading the trail: verifying the chain, finding a mark in it, and telling its events."""

import hashlib
import hmac
import json
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from models.audit import START, code_of, mark_of
from models.trail import parted, unseal

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
    "at, holder, action, entity, entity_id, person_id FROM audit"
)
VALUES = "SELECT seq, person_id, CAST(sealed AS BLOB) AS sealed FROM audit_value"
KEYS = "SELECT person_id, key FROM value_key"
EARLIER = "SELECT last_seq, CAST(key AS BLOB) AS key FROM earlier_key ORDER BY last_seq"
# What reading a column or body that no event of ours holds comes to; `verify` tells of it.
EDITED = (TypeError, ValueError, KeyError, AttributeError, OverflowError, RecursionError)


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


@dataclass(frozen=True, repr=False)
class ChainKeys:
    """The key under which each event is chained: a record's keys can be replaced."""

    current: bytes
    earlier: tuple[tuple[int, bytes], ...]  # each with the last event under it, in order

    def at(self, seq: int) -> bytes:
        place = bisect_left(self.earlier, seq, key=itemgetter(0))
        return self.earlier[place][1] if place < len(self.earlier) else self.current


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
    chain = _chain_keys(connection, key)
    problems: list[Problem] = []
    prev, expected, mark = START, 1, None
    values = {row.seq: row for row in connection.exec_driver_sql(VALUES)}
    keys = _keys(connection)
    destroyed = _destroyed(connection, chain)
    rows = connection.execution_options(yield_per=1000)
    for row in rows.exec_driver_sql(f"{CHAIN} ORDER BY seq"):
        if row.seq != expected:
            problems.append(Problem("audit-gap", expected))
        kept = values.pop(row.seq, None)
        if _is_whole(row, chain, prev) and _values_fit(row, kept, keys, destroyed):
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
    row = connection.exec_driver_sql(f"{CHAIN} WHERE seq = ?", (int(seq),)).one_or_none()
    return row is not None and bool(row.mac) and mark_of(row.seq, row.mac) == mark.upper()


def events(connection: Connection) -> Iterator[EventFacts]:
    """Yield every event in order, with its old and new values where they can still be read."""
    keys = _keys(connection)
    values = {row.seq: row.sealed for row in connection.exec_driver_sql(VALUES)}
    for row in connection.exec_driver_sql(f"{CHAIN} ORDER BY seq"):
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


def _chain_keys(connection: Connection, key: bytes) -> ChainKeys:
    rows = connection.exec_driver_sql(EARLIER)
    return ChainKeys(key, tuple((row.last_seq, row.key) for row in rows))


def _destroyed(connection: Connection, chain: ChainKeys) -> dict[int, int]:
    """Return by person the event that says that the values before it were destroyed."""
    rows = connection.exec_driver_sql(f"{CHAIN} WHERE action = 'destroyed' ORDER BY seq")
    return {row.person_id: row.seq for row in rows if _is_whole(row, chain, row.prev)}


def _is_whole(row: Any, chain: ChainKeys, prev: bytes) -> bool:
    """Whether code, predecessor and the repeated columns of an event fit its body."""
    try:
        code = code_of(chain.at(row.seq), row.prev, row.fmt, row.body)
        if row.prev != prev or not hmac.compare_digest(code, row.mac):
            return False
        body = json.loads(row.body)
        columns = {column: getattr(row, column) for column in COLUMNS}
        columns["at"] = datetime.fromisoformat(row.at).replace(tzinfo=UTC).isoformat()
        return all(columns[column] == body[name] for column, name in COLUMNS.items())
    except EDITED:
        return False


def _values_fit(row: Any, kept: Any, keys: dict[int, bytes], destroyed: dict[int, int]) -> bool:
    """Whether the values beside an event are its own; gone only where a later event says so."""
    told = json.loads(row.body).get("values")
    if told is None:
        return kept is None
    if kept is None or row.person_id not in keys:
        return bool(row.seq < destroyed.get(row.person_id, 0))
    try:
        if hashlib.sha256(kept.sealed).hexdigest() != told or kept.person_id != row.person_id:
            return False
        unseal(keys[row.person_id], kept.sealed)
    except EDITED:
        return False
    return True
