"""The session hook that fills the trail: one event per changed row and flush, or the change fails.

It runs after the flush, when ids and foreign keys are known, and writes in the same transaction.
The desk says who, when, why and with which key in `session.info`; models may not import the app.
"""

import enum
import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import NO_VALUE, ORMExecuteState, Session

from models.audit import FORMAT, Audit, AuditValue, ValueKey, code_of, newest
from models.base import Base, field_of
from models.person import Person

NONCE_BYTES = 12
DIGEST_BYTES = 16
# Where the reason stands among the values of a person: it goes when they are destroyed.
WHY = "why"
CLOCK_BACK = "clock-back"
# Less than this a clock is put back by the network every other day.
SLACK = timedelta(minutes=2)


@dataclass
class Stamp:
    """Who acts, by which clock, why and with which key; and what this session has touched."""

    holder: str
    now: Callable[[], datetime]
    audit_key: bytes
    reason: str | None = None
    people: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    altered: set[str] = field(default_factory=set)  # rows of nobody's that were there before
    value_keys: dict[int, bytes] = field(default_factory=dict)
    events: list["Event"] = field(default_factory=list)  # the rows changed, in order


@dataclass(frozen=True)
class Event:
    """One thing that happened, before it is chained."""

    action: str
    entity: str | None = None
    entity_id: int | None = None
    person_id: int | None = None
    changes: dict[str, list[Any]] | None = None
    bulky: frozenset[str] = frozenset()


def install(session: Session, stamp: Stamp) -> None:
    """Make `session` write everything it changes into the trail, stamped with `stamp`."""
    session.info["stamp"] = stamp
    event.listen(session, "after_flush", _after_flush)
    event.listen(session, "do_orm_execute", _refuse_bulk)


def record(session: Session, *events: Event) -> None:
    """Chain `events` onto the trail in the transaction of `session`.

    Where the clock went back since the last event, that is an event before them.
    """
    stamp: Stamp = session.info["stamp"]
    seq, prev, latest = newest(session.connection())
    at = stamp.now()
    rows, values = [], []
    for happened in (*_clock_back(latest, at), *events):
        seq += 1
        body, sealed = _body(session, stamp, happened, at)
        mac = code_of(stamp.audit_key, prev, FORMAT, body)
        rows.append(_row(seq, body, prev, mac) | _columns(stamp, happened, at))
        if sealed is not None:
            values.append({"seq": seq, "person_id": happened.person_id, "sealed": sealed})
        prev = mac
    connection = session.connection()
    connection.execute(insert(Audit.__table__), rows)  # type: ignore[arg-type]  # a Table
    if values:
        connection.execute(insert(AuditValue.__table__), values)  # type: ignore[arg-type]
    stamp.tables.add("audit")


def head(session: Session) -> tuple[int, bytes]:
    """Return number and code of the newest event; 0 and zeros before the first."""
    seq, mac, _at = newest(session.connection())
    return seq, mac


def _clock_back(latest: datetime | None, at: datetime) -> tuple[Event, ...]:
    if latest is None or latest - at <= SLACK:
        return ()
    return (Event(CLOCK_BACK, changes={"clock": [latest.isoformat(), at.isoformat()]}),)


def canonical(value: object) -> str:
    """Return the one JSON text of `value` that is chained, hashed and sealed."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def _row(seq: int, body: str, prev: bytes, mac: bytes) -> dict[str, object]:
    return {"seq": seq, "fmt": FORMAT, "body": body, "prev": prev, "mac": mac}


def _columns(stamp: Stamp, happened: Event, at: datetime) -> dict[str, object]:
    return {
        "at": at,
        "holder": stamp.holder,
        "action": happened.action,
        "entity": happened.entity,
        "entity_id": happened.entity_id,
        "person_id": happened.person_id,
    }


def _body(
    session: Session, stamp: Stamp, happened: Event, at: datetime
) -> tuple[str, bytes | None]:
    parts: dict[str, object] = {
        "at": at.isoformat(),
        "by": stamp.holder,
        "do": happened.action,
        "of": happened.entity,
        "id": happened.entity_id,
        "person": happened.person_id,
        "why": None if happened.person_id or stamp.people else stamp.reason,
    }
    sealed = None
    if happened.person_id is None:
        if happened.changes is not None:
            # A digest of what is bulky stands in a column of its own, where one is needed.
            parts["changes"] = _without(happened.changes, happened.bulky)
    elif values := _values(happened, stamp.reason):
        key = value_key(session, happened.person_id)
        sealed = _seal(key, _without(values, happened.bulky))
        parts["digests"] = _digests(key, values)
        parts["values"] = hashlib.sha256(sealed).hexdigest()
    return canonical(parts), sealed


def _values(happened: Event, reason: str | None) -> dict[str, list[Any]] | None:
    """Return what one event of a person seals: its changes, and the reason in the same cover."""
    if reason is None:
        return happened.changes
    return (happened.changes or {}) | {WHY: [None, reason]}


def _without(changes: dict[str, list[Any]], bulky: frozenset[str]) -> dict[str, list[Any]]:
    return {column: pair for column, pair in changes.items() if column not in bulky}


def _digests(key: bytes, changes: dict[str, list[Any]]) -> dict[str, list[str | None]]:
    return {
        column: [None if value is None else digest(key, value) for value in pair]
        for column, pair in changes.items()
    }


def digest(key: bytes, value: object) -> str:
    """Return the keyed digest of one value; without the key it tells nothing."""
    code = hmac.new(key, canonical(value).encode(), hashlib.sha256).digest()
    return code[:DIGEST_BYTES].hex()


def _seal(key: bytes, changes: dict[str, list[Any]]) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, canonical(changes).encode(), None)


def unseal(key: bytes, sealed: bytes) -> dict[str, list[Any]]:
    """Return the old and new values of one event; ValueError where `key` is not theirs."""
    try:
        text = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
    except InvalidTag:
        raise ValueError("sealed under another key") from None
    opened = json.loads(text)
    if not isinstance(opened, dict):
        raise ValueError("not sealed by us")  # noqa: TRY004 - as every other forgery
    return opened


def parted(values: dict[str, list[Any]]) -> tuple[str | None, dict[str, list[Any]]]:
    """Return the reason that was sealed with an event's values, and the values without it."""
    _none, reason = values.get(WHY, (None, None))
    return reason, {column: pair for column, pair in values.items() if column != WHY}


def value_key(session: Session, person_id: int) -> bytes:
    """Return the key of a person's values, made when the first value is sealed."""
    keys = session.info["stamp"].value_keys
    if person_id not in keys:
        connection = session.connection()
        found = connection.scalar(select(ValueKey.key).where(ValueKey.person_id == person_id))
        if found is None:
            found = secrets.token_bytes(32)
            connection.execute(
                insert(ValueKey.__table__),  # type: ignore[arg-type]  # a Table
                {"person_id": person_id, "key": found},
            )
        keys[person_id] = found
    key: bytes = keys[person_id]
    return key


def _after_flush(session: Session, _context: object) -> None:
    events = list(_changes(session))
    stamp: Stamp = session.info["stamp"]
    for happened in events:
        stamp.tables.add(str(happened.entity))
        if happened.person_id is not None:
            stamp.people.add(happened.person_id)
        elif happened.action != "insert":
            stamp.altered.add(str(happened.entity))
    if events:
        stamp.events.extend(events)
        record(session, *events)


def _changes(session: Session) -> Iterator[Event]:
    for action, rows in (
        ("insert", session.new),
        ("update", session.dirty),
        ("delete", session.deleted),
    ):
        # Sets have no order of their own; the trail has.
        for row in sorted(_audited(rows), key=lambda each: (each.__tablename__, each.id)):
            changes = _changed_columns(row, action)
            if changes or action == "delete":
                yield Event(
                    action, row.__tablename__, row.id, owner_of(row), changes, _bulky(type(row))
                )


def _audited(rows: Any) -> Iterator[Any]:
    return (row for row in rows if isinstance(row, Base) and row.audited)


def owner_of(row: Any) -> int | None:
    """Return the person a row belongs to; None for what belongs to the court."""
    return row.id if isinstance(row, Person) else getattr(row, "person_id", None)


def _bulky(table: type[Base]) -> frozenset[str]:
    described = (column for column in table.__table__.columns if "field" in column.info)
    return frozenset(c.key for c in described if field_of(table, c.key).bulky)


def _changed_columns(row: Any, action: str) -> dict[str, list[Any]]:
    changes: dict[str, list[Any]] = {}
    for attribute in inspect(row).attrs:
        history = attribute.history
        old = plain(history.deleted[0]) if history.deleted else None
        new = plain(history.added[0]) if history.added else None
        if action == "insert":  # defaults are in the row, and not in its history
            new = plain(None if attribute.loaded_value is NO_VALUE else attribute.loaded_value)
        if action == "delete":
            old, new = plain(attribute.loaded_value), None
        if attribute.key != "id" and old != new:
            changes[attribute.key] = [old, new]
    return changes


def plain(value: object) -> Any:
    """Return a column's value as what JSON can hold."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _refuse_bulk(state: ORMExecuteState) -> None:
    if (state.is_insert or state.is_update or state.is_delete) and state.bind_mapper is not None:
        table = state.bind_mapper.class_
        if issubclass(table, Base) and table.audited:
            message = f"change {table.__tablename__} row by row: the trail must see each change"
            raise TypeError(message)
