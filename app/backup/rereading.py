"""Reading a file back from the drive itself, and saying honestly whether that was so.

What was just written stands in the system's memory: read from there it is whole also where the
drive holds nothing. On real exFAT a file whose writing had "succeeded" was empty after the stick
was pulled.
"""

import hashlib
import mmap
import os
from collections.abc import Callable
from pathlib import Path

from app.backup import drives
from models.backup import Reread

BLOCK = 1 << 20  # a multiple of every drive's own block, as reading past the memory demands
MEMORY = frozenset({"tmpfs", "ramfs"})
Tell = Callable[[int], None]


def digest_of(path: Path, tell: Tell) -> tuple[bytes, Reread]:
    """Return the SHA-256 of a closed file, and from where its bytes were read.

    `tell` is given the bytes read so far.
    """
    held = _let_go(path)
    try:
        found = _read_whole(path, os.O_DIRECT, tell)
    except (OSError, AttributeError):  # the system or the drive has no way past the memory
        found = _read_whole(path, getattr(os, "O_BINARY", 0), tell)
        return found, Reread.DROPPED if held is False else Reread.CACHED
    # A drive that is memory itself takes the words and changes nothing.
    is_memory = held or drives.of(path.parent).system in MEMORY
    return found, Reread.CACHED if is_memory else Reread.DIRECT


def _let_go(path: Path) -> bool | None:
    """Ask the system to forget what it holds of a file; whether it still does, None if unknown."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        # Answers at once with what is in memory; that nothing is there is what we want to hear.
        os.preadv(descriptor, [bytearray(1)], 0, os.RWF_NOWAIT)
    except BlockingIOError:
        return False
    except (OSError, AttributeError):
        return None
    finally:
        os.close(descriptor)
    return True


def _read_whole(path: Path, flags: int, tell: Tell) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | flags)
    try:
        return _digest(descriptor, tell)
    finally:
        os.close(descriptor)


def _digest(descriptor: int, tell: Tell) -> bytes:
    running = hashlib.sha256()
    done = 0
    with mmap.mmap(-1, BLOCK) as block:  # memory that begins where reading past the memory needs it
        view = memoryview(block)
        try:
            while count := _read(descriptor, view):
                running.update(view[:count])
                done += count
                tell(done)
        finally:
            view.release()
    return running.digest()


def _read(descriptor: int, view: memoryview) -> int:
    if hasattr(os, "readv"):
        return os.readv(descriptor, [view])
    found = os.read(descriptor, len(view))
    view[: len(found)] = found
    return len(found)
