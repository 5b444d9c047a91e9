"""Writes a finished document to a drive: whole or not at all, never over another file unasked.

What is written may hold participant data, so the file has its final mode before its first byte.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import BadInput, NoSpace, NoSuchThing, Trouble

MODE = 0o600
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
# Drives where a second name for a file cannot be made (exFAT and the like).
NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def check(target: Path, *, overwrite: bool = False) -> None:
    """Refuse a target that cannot be written as asked, before anything is drawn or logged."""
    if not target.parent.is_dir():
        raise NoSuchThing("files.no-folder", folder=str(target.parent))
    if target.is_dir() or (not overwrite and os.path.lexists(target)):
        raise BadInput("files.exists", file=str(target))


def write(target: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write `data` to `target`; on any failure the folder is as it was before."""
    with _told(target):
        check(target, overwrite=overwrite)
        _write(target, data, overwrite=overwrite)


def _write(target: Path, data: bytes, *, overwrite: bool) -> None:
    partial = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _fill(partial, data)
        if overwrite:
            partial.replace(target)
        else:
            _claim(partial, target)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    try:
        _settle(target.parent)
    except OSError:
        if not overwrite:  # what stood there before is gone in any case, so keep what is new
            target.unlink(missing_ok=True)
        raise


def _fill(partial: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(partial, flags, MODE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _claim(partial: Path, target: Path) -> None:
    """Give the file its name only where nothing has taken the name meanwhile."""
    try:
        os.link(partial, target)
    except FileExistsError:
        raise BadInput("files.exists", file=str(target)) from None
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        if os.path.lexists(target):
            raise BadInput("files.exists", file=str(target)) from None
        partial.rename(target)


def _settle(folder: Path) -> None:
    """Make the name as lasting as the file, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some drives cannot; the file itself is safe
            raise
    finally:
        os.close(handle)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn what the drive says into what a person can act on."""
    try:
        yield
    except OSError as error:
        raise _trouble(error, target) from error


def _trouble(error: OSError, target: Path) -> Trouble:
    if error.errno in FULL:
        return NoSpace("files.full", file=str(target))
    if error.errno in READ_ONLY:
        return NoSpace("files.read-only", folder=str(target.parent))
    return NoSpace("files.gone", folder=str(target.parent))
