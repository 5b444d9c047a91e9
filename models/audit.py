"""The trail: an append-only chain, filled by the session in the same transaction as the change.

Each row's code is HMAC-SHA256(audit key, code of the row before (32) ‖ format (1) ‖ length (4) ‖
body). The body holds keyed digests of old and new values; the values stand apart, encrypted under
the person's own key, so that destroying the key destroys them and the chain still verifies.
"""

import hashlib
import hmac
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import (
    DDL,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    event,
    select,
    type_coerce,
)
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, described

FORMAT = 1
START = bytes(32)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Audit(Base):
    """One event; `seq` has no gaps. The columns after `mac` repeat the body, to look things up."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "person_id", "seq"), Index(None, "entity", "entity_id"))
    audited = False

    seq: Mapped[int] = mapped_column(primary_key=True, info=described("Number"))
    fmt: Mapped[int] = mapped_column(info=described("Format"))
    body: Mapped[str] = mapped_column(Text, info=described("Event"))
    prev: Mapped[bytes] = mapped_column(LargeBinary(32), info=described("Code before"))
    mac: Mapped[bytes] = mapped_column(LargeBinary(32), info=described("Code"))
    at: Mapped[datetime] = mapped_column(info=described("At"))
    holder: Mapped[str] = mapped_column(String(120), info=described("By"))
    action: Mapped[str] = mapped_column(String(40), info=described("Action"))
    entity: Mapped[str | None] = mapped_column(String(60), info=described("Of"))
    entity_id: Mapped[int | None] = mapped_column(info=described("Id"))
    person_id: Mapped[int | None] = mapped_column(info=described("Participant"))


class AuditValue(Base):
    """The old and new values of one event, encrypted under the key of the person they belong to."""

    __tablename__ = "audit_value"
    audited = False

    seq: Mapped[int] = mapped_column(ForeignKey("audit.seq"), primary_key=True)
    person_id: Mapped[int] = mapped_column(index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=described("Values, encrypted"))


class ValueKey(Base):
    """The key of one person's values; when it goes, the values are gone."""

    __tablename__ = "value_key"
    audited = False

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(32), info=described("Key"))


NEWEST = (
    select(Audit.seq, Audit.mac, type_coerce(Audit.at, String).label("at"))
    .order_by(Audit.seq.desc())
    .limit(1)
)
# Also in the first migration, word for word; a test compares the two.
TRIGGERS = {
    "audit_no_update": (
        "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the trail is never changed'); END"
    ),
    "audit_no_delete": (
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the trail is never cut'); END"
    ),
    "audit_in_order": (
        "CREATE TRIGGER audit_in_order BEFORE INSERT ON audit "
        "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) OR NEW.prev IS NOT "
        "coalesce((SELECT mac FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32)) "
        "BEGIN SELECT RAISE(ABORT, 'the trail goes on from its last event'); END"
    ),
    "audit_value_no_update": (
        "CREATE TRIGGER audit_value_no_update BEFORE UPDATE ON audit_value "
        "BEGIN SELECT RAISE(ABORT, 'the trail is never changed'); END"
    ),
}
for _sql in TRIGGERS.values():
    event.listen(Base.metadata, "after_create", DDL(_sql.replace("%", "%%")))  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it so


def newest(connection: Connection) -> tuple[int, bytes, datetime | None]:
    """Return number, code and moment of the newest event; 0 and zeros before the first."""
    row = connection.execute(NEWEST).one_or_none()
    if row is None:
        return 0, START, None
    # A moment that was forged keeps nobody from working; `verify` tells of it.
    with suppress(ValueError, TypeError):
        return row.seq, row.mac, datetime.fromisoformat(row.at).replace(tzinfo=UTC)
    return row.seq, row.mac, None


def code_of(key: bytes, prev: bytes, fmt: int, body: str) -> bytes:
    """Return the code that chains `body` to the event before it."""
    text = body.encode()
    head = prev + fmt.to_bytes(1, "big") + len(text).to_bytes(4, "big")
    return hmac.new(key, head + text, hashlib.sha256).digest()


def mark_of(seq: int, mac: bytes) -> str:
    """Return the mark that is printed: the number and 16 Crockford characters (80 bits)."""
    number = int.from_bytes(mac[:10], "big")
    return f"{seq}-" + "".join(ALPHABET[(number >> shift) & 31] for shift in range(75, -1, -5))
