"""Reading the files beside a record, where something else may stand under their names.

A pipe would be waited for, and a device read for ever.
"""

import errno
import os
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

# Nobody is waited for at the other end of a pipe, and Windows leaves the ends of lines alone.
READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def opened(path: Path) -> BinaryIO:
    """Open a file of ours for reading.

    Raises:
        IsADirectoryError: what stands there is a folder, a pipe or a device, and no file.
        OSError: it is missing, or cannot be read.
    """
    descriptor = os.open(path, READING)
    if S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def refuse_others(*paths: Path) -> None:
    """Refuse what stands under a name of ours and is no file.

    Raises:
        IsADirectoryError: there is such a thing.
    """
    for path in paths:
        if os.path.lexists(path) and not path.is_file():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
