"""R14 and R17: every release's record, read by code that is not ours, and brought up to today."""

import shutil
from pathlib import Path
from random import Random
from typing import Any

import apsw

from app.vault import contents, keys, record, recovery
from app.vault.unlock import Secret
from models import engine as engines
from models import schema
from models.errors import TooNew
from tests.torture.row import Case, Outcome, Row, Series

FOLDER = Path(__file__).parents[1] / "records"
RELEASED = sorted(FOLDER.glob("*.milepost"))
PARTS = (".milepost", ".key", ".key.bak", ".state")


def _key_of(path: Path, sheet: str) -> bytes:
    with path.open("rb") as file:
        record_id = file.read(16)
    return keys.derive(recovery.read_sheet(sheet)[0], record_id).record


def _copied(released: Path, folder: Path) -> tuple[Path, str]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for suffix in PARTS:
        part = released.with_name(released.stem + suffix)
        shutil.copy(part, folder / part.name)
    sheet = released.with_name(f"{released.stem}.sheet").read_text(encoding="utf-8")
    return folder / released.name, sheet


# Read by the other engine


def lay_out_other_engine(folder: Path) -> Case:
    """Read each record as it is, and once more as this program left it."""

    def case(number: int, _chance: Random) -> Outcome:
        path, sheet = _copied(RELEASED[number // 2], folder / "case")
        if number % 2:
            record.open_record(path, Secret(sheet=sheet)).close()
        key = _key_of(path, sheet)
        ours, theirs = _by_us(path, key), _by_them(path, key)
        wrong = () if ours == theirs else (f"{path.name} is read as something else",)
        return Outcome("equal" if not wrong else "other", wrong)

    return case


def lay_out_other_key(folder: Path) -> Case:
    """The same with a key of which one bit is another: it must not be read."""

    def case(number: int, _chance: Random) -> Outcome:
        path, sheet = _copied(RELEASED[number], folder / "case")
        key = bytearray(_key_of(path, sheet))
        key[0] ^= 1
        try:
            _by_them(path, bytes(key))
        except apsw.NotADBError:
            return Outcome("refused", ("not read",))
        return Outcome("read")

    return case


def _by_us(path: Path, key: bytes) -> contents.Contents:
    connection = engines.connect_still(path, key)
    try:
        return contents.of(connection)
    finally:
        connection.close()


def _by_them(path: Path, key: bytes) -> contents.Contents:
    connection: Any = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        # A raw key is given as the text x'...'; hexkey takes that text in hex.
        connection.pragma("hexkey", f"x'{key.hex()}'".encode().hex())
        connection.pragma("query_only", 1)
        return contents.of(connection)
    finally:
        connection.close()


# Brought up, and refused


def lay_out_upgrades(folder: Path) -> Case:
    def case(number: int, chance: Random) -> Outcome:
        path, sheet = _copied(RELEASED[number], folder / "case")
        secret, key = Secret(sheet=sheet), _key_of(path, sheet)
        before = _by_us(path, key).rows
        found = record.open_record(path, secret)
        with found.desk.read() as session:
            revision = schema.current(session.connection())
        found.close()
        after = _by_us(path, key).rows
        wrong = [] if revision == schema.head() else [f"{path.name}: revision {revision}"]
        wrong += [
            f"{path.name}: {table} lost rows" for table, n in before.items() if after[table] < n
        ]
        wrong += _not_refused(path, secret, key, chance)
        return Outcome("brought up" if not wrong else "wrong", tuple(wrong))

    return case


def _not_refused(path: Path, secret: Secret, key: bytes, chance: Random) -> list[str]:
    """Let a newer program have written the record: it is refused, and stays as it is."""
    connection = engines.connect(path, key)
    newer = (str(chance.randrange(5000, 9999)),)
    connection.execute("UPDATE alembic_version SET version_num = ?", newer)
    connection.close()
    data = path.read_bytes()
    try:
        record.open_record(path, secret).close()
    except TooNew:
        return [] if path.read_bytes() == data else [f"{path.name}: a newer one was changed"]
    return [f"{path.name}: a newer one was opened"]


ROWS = (
    Row(
        "R14",
        "other-engine",
        Series(
            "records of every release, read by sqlite3mc, as kept and as brought up",
            lay_out_other_engine,
            2 * len(RELEASED),
            2 * len(RELEASED),
        ),
        bad="lost",
        control=Series("one bit of the key is another", lay_out_other_key, 1, 1),
    ),
    Row(
        "R17",
        "upgrades",
        Series(
            "records of every release brought up, newer ones refused",
            lay_out_upgrades,
            len(RELEASED),
            len(RELEASED),
        ),
        bad="lost",
    ),
)
