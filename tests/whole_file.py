"""A file of one participant with a canary in every described column of every table."""

from datetime import date, time
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Boolean, Date, Enum, LargeBinary, String, Time
from sqlalchemy.orm import Session

from app import destroying
from app.desk import Desk
from models.base import Base
from models.engine import PAGE_BYTES
from models.types import UtcDateTime
from tests.conftest import MOMENT

CANARY = "ZQcanary"
DAY = date(1907, 3, 17)
CANARIES = [CANARY, DAY.isoformat()]
RESERVED = 80  # what SQLCipher keeps of each page: 16 bytes of chance and a code of 64
# Filled by the program itself, from what is entered.
DERIVED = frozenset({"audit_value", "standing", "value_key"})


def fill(desk: Desk) -> int:
    """Enter one participant with a row in every table, each changed once; return who it is."""
    ids: dict[str, int] = {}
    _add_all(desk, None, ids, [each for each in _sorted() if each in _parents()])
    _add_all(desk, f"{CANARY} reason", ids, [each for each in _sorted() if each in _filled()])
    person = ids["person"]
    with desk.work(f"{CANARY} correction") as session:
        for table in _filled():
            _change(session, classes()[table], ids[table])
    return person


def classes() -> dict[str, Any]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def _sorted() -> list[str]:
    return [table.name for table in Base.metadata.sorted_tables]


def _filled() -> set[str]:
    return {table.name for table in destroying.owned()} - DERIVED


def _parents() -> set[str]:
    """Return the tables of the court that rows of a person hang on."""
    owned = (table for table in destroying.owned() if table.name in _filled())
    hung_on = {key.column.table.name for each in owned for key in each.foreign_keys}
    return hung_on - _filled()


def _add_all(desk: Desk, reason: str | None, ids: dict[str, int], tables: list[str]) -> None:
    with desk.work(reason) as session:
        for table in tables:
            _add(session, classes()[table], ids)


def _add(session: Session, kind: Any, ids: dict[str, int]) -> None:
    columns = (column for column in kind.__table__.columns if column.key != "id")
    row = kind(**{column.key: _value(column, ids) for column in columns})
    session.add(row)
    session.flush()
    ids[kind.__tablename__] = row.id


def _value(column: Any, ids: dict[str, int]) -> Any:
    if column.key == "person_id":
        return ids["person"]
    if column.foreign_keys:
        return ids[next(iter(column.foreign_keys)).column.table.name]
    return _plain(column)


def _plain(column: Any) -> Any:
    kind, owned = column.type, column.table.name in _filled()
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class))
    if isinstance(kind, String):
        return f"{CANARY if owned else 'Court'} {column.table.name}.{column.key}"
    if isinstance(kind, LargeBinary):
        return f"{CANARY} {column.key}".encode()
    for sort, value in (
        (UtcDateTime, MOMENT),
        (Date, DAY if owned else MOMENT.date()),
        (Time, time(9)),
        (Boolean, True),
    ):
        if isinstance(kind, sort):
            return value
    return 1


def _change(session: Session, kind: Any, row_id: int) -> None:
    row = session.get_one(kind, row_id)
    for column in kind.__table__.columns:
        if isinstance(column.type, String) and not isinstance(column.type, Enum):
            setattr(row, column.key, f"{CANARY} later {column.key}")


def pages(record: Path, key: bytes) -> bytes:
    """Return every page of a closed or checkpointed record as it is inside, free ones too."""
    data = record.read_bytes()
    return b"".join(
        _opened(data[at : at + PAGE_BYTES], key, first=at == 0)
        for at in range(0, len(data), PAGE_BYTES)
    )


def _opened(page: bytes, key: bytes, *, first: bool) -> bytes:
    chance = page[-RESERVED : -RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(chance)).decryptor()
    return decryptor.update(page[16 if first else 0 : -RESERVED]) + decryptor.finalize()


def found_in(data: bytes) -> list[str]:
    return [canary for canary in CANARIES if canary.encode() in data]
