"""Who is writing a file now: the system lets it out of hand with its process, however that ends.

So a leftover is told from a file at work without a number of a process, which may be another's by
then. Windows keeps whatever is open from being removed, and needs nothing of this.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def taken(path: Path) -> Iterator[None]:
    """Have a file in hand for as long as this lasts; a drive that knows no locks does without."""
    if sys.platform == "win32":  # pragma: no cover
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def is_taken(path: Path) -> bool:
    """Whether some process, this one included, has a file in hand."""
    if sys.platform == "win32":  # pragma: no cover
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False
