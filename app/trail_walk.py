"""Walking the chain in short steps, from its first event or from where it was last found whole.

Each step is a query of its own, so that a walk of years can go on behind the window's work.
"""

import hashlib
import hmac
import json
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from models.audit import START, code_of, mark_of
from models.trail import unseal

COLUMNS = {
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
FURTHER = f"{CHAIN} WHERE seq > ? ORDER BY seq LIMIT ?"
VALUES = (
    "SELECT v.seq, v.person_id, CAST(v.sealed AS BLOB) AS sealed, CAST(k.key AS BLOB) AS key "
    "FROM audit_value v LEFT JOIN value_key k ON k.person_id = v.person_id"
)
BESIDE = f"{VALUES} WHERE v.seq > ? AND v.seq <= ?"
DESTROYED = f"{CHAIN} WHERE person_id = ? AND action = 'destroyed' ORDER BY seq DESC"
EARLIER = "SELECT last_seq, CAST(key AS BLOB) AS key FROM earlier_key ORDER BY last_seq"
# What reading a column or body that no event of ours holds comes to; `verify` tells of it.
EDITED = (TypeError, ValueError, KeyError, AttributeError, OverflowError, RecursionError)
STEP = 200
LOWEST, HIGHEST = -(2**63), 2**63 - 1


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
class Place:
    """An event after which a walk begins: its number and its code."""

    seq: int = 0
    mac: bytes = START


@dataclass
class Walk:
    """How far a verification has come, and what it found.

    `key` is the audit key of today; the record itself holds those before it.
    """

    key: bytes = field(repr=False)
    begun: Place = field(default_factory=Place)
    mark: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = self.begun
        # The first walk also looks at what stands where no event of ours can.
        self._looked_to = self.begun.seq or LOWEST

    @property
    def is_whole(self) -> bool:
        """Whether it began with the first event."""
        return self.begun.seq == 0

    @property
    def verified(self) -> Verified:
        return Verified(self.at.seq, self.mark, tuple(self.problems))

    def step(self, connection: Connection, most: int = STEP) -> bool:
        """Verify up to `most` further events; False where these were the last."""
        rows = connection.exec_driver_sql(FURTHER, (self._looked_to, most)).all()
        last = rows[-1].seq if len(rows) == most else HIGHEST
        beside = connection.exec_driver_sql(BESIDE, (self._looked_to, last))
        values = {row.seq: row for row in beside}
        chain = chain_keys(connection, self.key)
        for row in rows:
            if row.seq != self.at.seq + 1:
                self.problems.append(Problem("audit-gap", self.at.seq + 1))
            kept = values.pop(row.seq, None)
            if is_whole(row, chain, self.at.mac) and _values_fit(connection, row, kept, chain):
                self.mark = mark_of(row.seq, row.mac)
            else:
                self.problems.append(Problem("audit-edit", row.seq))
            self.at = Place(row.seq, row.mac)
        self.problems += [Problem("audit-edit", seq) for seq in values]
        self._looked_to = last
        return len(rows) == most


def chain_keys(connection: Connection, key: bytes) -> ChainKeys:
    rows = connection.exec_driver_sql(EARLIER)
    return ChainKeys(key, tuple((row.last_seq, row.key) for row in rows))


def is_whole(row: Any, chain: ChainKeys, prev: bytes) -> bool:
    """Whether code, predecessor and the repeated columns of an event fit its body."""
    try:
        code = code_of(chain.at(row.seq), row.prev, row.fmt, row.body)
        if row.prev != prev or not hmac.compare_digest(code, row.mac):
            return False
        body = json.loads(row.body)
        columns = {name: getattr(row, column) for column, name in COLUMNS.items()}
        return row.at == _stored(body["at"]) and all(columns[n] == body[n] for n in columns)
    except EDITED:
        return False


def _stored(moment: str) -> str:
    """Return a moment of a body as its column has it: one moment can be written in many ways."""
    at = datetime.fromisoformat(moment).astimezone(UTC).replace(tzinfo=None)
    return at.isoformat(" ", "microseconds")


def _values_fit(connection: Connection, row: Any, kept: Any, chain: ChainKeys) -> bool:
    """Whether the values beside an event are its own; gone only where a later event says so."""
    told = json.loads(row.body).get("values")
    if told is None:
        return kept is None
    if kept is None or kept.key is None:
        return row.person_id is not None and row.seq < _destroyed(connection, row, chain)
    try:
        if hashlib.sha256(kept.sealed).hexdigest() != told or kept.person_id != row.person_id:
            return False
        unseal(kept.key, kept.sealed)
    except EDITED:
        return False
    return True


def _destroyed(connection: Connection, row: Any, chain: ChainKeys) -> int:
    """Return the newest event that says that the values of a person were destroyed, or nought."""
    told = connection.exec_driver_sql(DESTROYED, (row.person_id,))
    return next((each.seq for each in told if is_whole(each, chain, each.prev)), 0)
