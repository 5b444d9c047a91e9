"""Opens a record from its recovery sheet with a stock reader, and asks it in plain SQL."""

import hashlib
import hmac
import re
from pathlib import Path
from typing import Any

import apsw

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = re.compile(r"^\s*[1-6]\s+([0-9A-Z]{6})\s*$", re.MULTILINE)
RECORD_ID = re.compile(r"(?:[0-9a-f]{4}\s){7}[0-9a-f]{4}")
PURPOSE = b"milepost/1 record"

Row = dict[str, Any]


class Record:
    """One opened record; rows come back as plain mappings of column to value."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: object) -> list[Row]:
        cursor = self._connection.execute(sql, values)
        try:
            names = [column[0] for column in cursor.get_description()]
        except apsw.ExecutionCompleteError:
            return []
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def first(self, sql: str, *values: object) -> Row | None:
        found = self.rows(sql, *values)
        return found[0] if found else None

    def close(self) -> None:
        self._connection.close()


def open_record(path: Path, sheet: Path) -> Record:
    key = record_key(sheet.read_text("utf-8"))
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    connection.execute("PRAGMA cipher='sqlcipher'")
    connection.execute("PRAGMA legacy=4")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return Record(connection)


def record_key(sheet: str) -> bytes:
    """HKDF-SHA256 of the sheet's secret, salted with the record's id, one block long."""
    extracted = hmac.digest(_record_id(sheet), _secret(sheet), hashlib.sha256)
    return hmac.digest(extracted, PURPOSE + b"\x01", hashlib.sha256)


def symbols(number: int, length: int) -> str:
    """Writes a number as so many Crockford symbols, the greatest first."""
    return "".join(SYMBOLS[number >> 5 * place & 31] for place in reversed(range(length)))


def _record_id(sheet: str) -> bytes:
    found = RECORD_ID.search(sheet)
    assert found, "the sheet names no record"
    return bytes.fromhex("".join(found[0].split()))


def _secret(sheet: str) -> bytes:
    """The last symbol of a group only checks the five before it."""
    groups = GROUP.findall(sheet)
    assert len(groups) == 6, "the sheet does not hold six groups"
    number = 0
    for symbol in "".join(group[:5] for group in groups):
        number = number * 32 + SYMBOLS.index(symbol)
    return number.to_bytes(19, "big")
