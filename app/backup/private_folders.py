"""Folders for trial restores: only this person may look into them, and none outlives its program.

What stands in them is encrypted; still it is a copy of the record that nobody knows of. Beside each
stands a lock that the system lets go with the process, so that a folder at work is left alone.
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from filelock import BaseFileLock, FileLock, Timeout

PREFIX = "milepost-private-"
LOCK = ".lock"


class PrivateFolder:
    """One such folder, from its making until it is cleared."""

    def __init__(self) -> None:
        """Make the folder, after clearing those whose program was killed."""
        sweep()
        self.path, self._lock = _made()

    def clear(self) -> None:
        _clear(self.path, self._lock)


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder that only this person may look into, and clear it afterwards."""
    folder = PrivateFolder()
    try:
        yield folder.path
    finally:
        folder.clear()


def sweep() -> None:
    """Clear the folders of this person whose program is gone; it asks nothing of any other drive.

    It is called before each trial, and once when a record is opened.
    """
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*{LOCK}"):
        lock = _taken(path) if _is_own(path) else None
        if lock is not None:
            _clear(path.with_suffix(""), lock)


def _made() -> tuple[Path, BaseFileLock]:
    while True:
        path = Path(tempfile.gettempdir()) / f"{PREFIX}{secrets.token_hex(8)}"
        lock = FileLock(path.with_suffix(LOCK), thread_local=False)
        # The lock comes first: a folder without one could be swept away at its making.
        with suppress(Timeout):
            lock.acquire(timeout=0)
            path.mkdir(mode=0o700)
            return path, lock


def _clear(folder: Path, lock: BaseFileLock) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # Windows lets it go with the lock itself
        if not folder.exists():
            Path(lock.lock_file).unlink()
    lock.release()


def _taken(path: Path) -> BaseFileLock | None:
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return None
    return lock


def _is_own(path: Path) -> bool:
    """Whether a file is one that this person has made: everybody can write to this folder."""
    try:
        told = path.lstat()
    except OSError:
        return False
    return S_ISREG(told.st_mode) and (os.name != "posix" or told.st_uid == os.getuid())
