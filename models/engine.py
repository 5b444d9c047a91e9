"""The encrypted file: how a connection is made, and the only importer of sqlcipher3.

The order for every new connection is fixed (records.md 2): key, one read that proves it, then the
settings. A record is never created by opening one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from models.errors import Damaged, NotARecord, WrongSecret

KEY_BYTES = 32
PAGE_BYTES = 4096
PLAIN_HEADER = b"SQLite format 3\x00"
# How other files begin. A record begins with a random salt, so a short one proves nothing alone.
FOREIGN = (b"%PDF", b"\x89PNG", b"PK\x03\x04", b"PK", b"\x1f\x8b")
TELLING = 4
# Earlier versions carry the WAL-reset bug and two full-text search advisories.
OLDEST_SQLITE = (3, 53, 3)

SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL lost acknowledged saves when power was cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",  # with the 2 MB default a page's queries cost four times as much
    "PRAGMA busy_timeout=5000",
)

# The same for a file that is only read, where there is no log and nothing to sync.
STILL_SETTINGS = tuple(
    setting for setting in SETTINGS if "journal_mode" not in setting and "sync" not in setting
)

DatabaseError = sqlcipher.DatabaseError


def open_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> Engine:
    """Return an engine on the existing record at `path`.

    Raises:
        NotARecord: nothing there, or it cannot be a record; nothing was opened.
        WrongSecret, Damaged: at the first connection, see `connect`.
    """
    look_at(path)

    def creator() -> Any:
        connection = connect(path, key)
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    return _engine(path, creator)


def plain_engine(path: Path) -> Engine:
    """Return an engine on a new database without encryption; `bench` compares with it."""

    def creator() -> Any:
        connection = sqlcipher.connect(path, isolation_level=None, check_same_thread=False)
        for setting in SETTINGS:
            connection.execute(setting)
        connection.set_authorizer(_no_attach)
        return connection

    return _engine(path, creator)


def _engine(path: Path, creator: Callable[[], Any]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path, key: bytes, *, mode: str = "rw") -> Any:
    """Return a keyed connection with every setting in force.

    Raises:
        WrongSecret: the key does not open this file.
        Damaged: the key is right and the file still cannot be read.
    """
    return _keyed(_uri(path, mode), key, SETTINGS)


def connect_still(path: Path, key: bytes) -> Any:
    """Return a keyed connection on a closed file that nobody changes, and that it cannot change.

    Raises:
        WrongSecret, Damaged: as `connect`.
    """
    return _keyed(_uri(path, "ro") + "&immutable=1", key, STILL_SETTINGS)


def _keyed(address: str, key: bytes, settings: tuple[str, ...]) -> Any:
    connection = _driver(address)
    try:
        _unlock(connection, key)
        for setting in settings:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    connection.set_authorizer(_no_attach)
    return connection


def _driver(address: str) -> Any:
    return sqlcipher.connect(address, uri=True, isolation_level=None, check_same_thread=False)


def create(path: Path, key: bytes, salt: bytes) -> Any:
    """Return a connection on a new, empty, encrypted file with `salt` as its first 16 bytes.

    The salt is the record's id, so that paper and record are enough to derive the key.
    """
    if len(salt) != 16 or len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes and a salt 16")
    connection = _driver(_uri(path, "rwc"))
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}{salt.hex()}'\"")
    return connection


def copy_into(source: Any, target: Path, key: bytes) -> None:
    """Copy the open record into the new file `target` under the same key, as one whole.

    A stepped copy never finished beside a writer, so it goes in one step.
    """
    with target.open("xb"):
        target.chmod(0o600)
    header = source.execute("PRAGMA cipher_salt").fetchone()[0]
    copy = create(target, key, bytes.fromhex(header))
    try:
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()


def look_at(path: Path) -> None:
    """Refuse what cannot be a record, before anything is opened.

    Raises:
        NotARecord: empty, plain or cut off; a 0-byte file would open as a valid empty database.
    """
    size = path.stat().st_size
    if size == 0:
        raise NotARecord("record.empty", problem="empty")
    with path.open("rb") as file:
        first = file.read(PAGE_BYTES)
    if first.startswith(PLAIN_HEADER):
        raise NotARecord("record.plain", problem="plain")
    # Power that goes while the log is folded in leaves part of a last page; the log has all of it.
    whole = size % PAGE_BYTES == 0 or _has_log(path)
    if size < PAGE_BYTES or _is_foreign(first, whole=whole):
        raise NotARecord("record.not-a-record", problem="not-a-record")
    if not whole:
        raise NotARecord("record.truncated", problem="truncated")


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _is_foreign(first: bytes, *, whole: bool) -> bool:
    """Whether a first page is that of another kind of file, or plain text."""
    signs = tuple(sign for sign in FOREIGN if not whole or len(sign) >= TELLING)
    return first.startswith(signs) or (first.isascii() and b"\x00" not in first)


def driver_connection(connection: Connection) -> Any:
    """Return the driver's own connection, for `backup` and the cipher pragmas."""
    return connection.connection.dbapi_connection


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(path.absolute().as_posix())}?mode={mode}"


def _unlock(connection: Any, key: bytes) -> None:
    if len(key) != KEY_BYTES:
        # Other lengths are silently taken as a passphrase.
        raise ValueError("a key has 32 bytes")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        if "not a database" in str(error):
            raise WrongSecret("record.wrong-key") from None
        if "malformed" in str(error):
            raise Damaged("record.damaged", problem="page") from error
        raise
    if str(connection.execute("PRAGMA cipher_status").fetchone()[0]) != "1":
        raise NotARecord("record.plain", problem="plain")


def _no_attach(action: int, *_names: str | None) -> int:
    # A second file beside the record could carry participants out of it.
    return int(sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
    # A writer waits at its start: a deferred one fails at once when somebody else was quicker.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def sqlite_version() -> tuple[int, ...]:
    return tuple(int(part) for part in sqlcipher.sqlite_version.split("."))


def cipher_version() -> str:
    """Return the version of SQLCipher, for `self-test` and the proof of encryption."""
    connection = sqlcipher.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()
