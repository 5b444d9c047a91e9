"""One program at a time: an exclusive operating-system lock, taken before a record is touched."""

from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import InUse, NoSpace


def lock_of(record: Path) -> Path:
    return record.with_suffix(".lock")


def take(record: Path) -> FileLock:
    """Take the lock of `record`; the system lets it go when the program ends, however it ends.

    Raises:
        InUse: another program holds it.
        NoSpace: no file can be made in this folder.
    """
    # Whichever thread closes the record lets the lock go, not only the one that took it.
    lock = FileLock(lock_of(record), thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise InUse("record.in-use") from None
    except OSError:
        raise NoSpace("space.read-only") from None
    return lock
