"""Dump a Milepost record as CSV from its recovery sheet alone: no key file, nothing of Milepost.

    python3 read_record.py SHEET.txt court.milepost FOLDER

Needs Python 3.11 and the package apsw-sqlite3mc. The formats stand in docs/format.md. The tables
are written in plain text: keep FOLDER on a drive that you can lock away or wipe.
"""

import csv
import hashlib
import hmac
import re
import sys
from pathlib import Path

import apsw

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def root_secret(sheet: str) -> bytes:
    """Return R: the six groups of the sheet, each without its check character."""
    words = re.findall(r"(?m)^[ \t]*[1-6][.): \t]+([0-9A-Za-z]{6})[ \t]*$", sheet)
    if len(words) != 6:  # no numbered lines: every word of six characters that checks
        words = re.findall(r"(?<![0-9A-Za-z])[0-9A-Za-z]{6}(?![0-9A-Za-z])", sheet)
    groups = [word.upper().translate(str.maketrans("OIL", "011")) for word in words]
    groups = [group for group in groups if set(group) <= set(ALPHABET) and checks(group)]
    if len(groups) != 6:
        sys.exit(f"The sheet must hold six groups that check; {len(groups)} were found.")
    number = 0
    for symbol in "".join(group[:5] for group in groups):
        number = number * 32 + ALPHABET.index(symbol)
    return number.to_bytes(19, "big")


def checks(group: str) -> bool:
    """Whether the last character of a group is the Luhn mod 32 check of the others."""
    total = 0
    for place, symbol in enumerate(reversed(group)):
        product = ALPHABET.index(symbol) * (1 + place % 2)
        total += product // 32 + product % 32
    return total % 32 == 0


def record_key(root: bytes, record_id: bytes) -> bytes:
    """Return the record's key: HKDF-SHA256(R, salt = record id, info = milepost/1 record)."""
    extracted = hmac.digest(record_id, root, hashlib.sha256)
    return hmac.digest(extracted, b"milepost/1 record\x01", hashlib.sha256)


def open_record(path: Path, root: bytes) -> apsw.Connection:
    record_id = path.read_bytes()[:16]
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    # A raw key is given as the text x'...'; hexkey takes that text in hex.
    connection.pragma("hexkey", f"x'{record_key(root, record_id).hex()}'".encode().hex())
    connection.pragma("query_only", 1)
    return connection


def dump(connection: apsw.Connection, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a table's own name
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            writer.writerow([column[1] for column in columns])
            writer.writerows([cell(value) for value in row] for row in rows)


def cell(value: object) -> object:
    """Return a value as a table may hold it: bytes in hex, and nothing that is run as a formula."""
    if isinstance(value, bytes):
        return value.hex()
    risky = isinstance(value, str) and value[:1] in "=+-@\t\r" and value != ""
    return f"'{value}" if risky else value


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sheet_file, record_file, target = (Path(word) for word in sys.argv[1:])
    secret = root_secret(sheet_file.read_text(encoding="utf-8"))
    dump(open_record(record_file, secret), target)
