"""Keeps None, True and False alive under a Qt binding that takes references it never had.

The wheels of PySide6 6.12 are built for Pythons in which these objects cannot die (3.12 and later).
On Python 3.11 every Qt call without a result takes one reference away from None, and every signal
one from True, until the interpreter stops: "deallocating None".
"""

import ctypes
import sys

FIRST_WITHOUT_NEED = (3, 12)
# More than a window could use up in years of days.
SPARE = 1 << 40
TAKEN_FROM = (None, True, False, NotImplemented, Ellipsis)


def keep_singletons() -> bool:
    """Give the objects references to spare; True where this Python needs it."""
    if sys.implementation.name != "cpython" or sys.version_info >= FIRST_WITHOUT_NEED:
        return False
    for each in TAKEN_FROM:
        if sys.getrefcount(each) < SPARE // 2:
            # The count is the first word of every object.
            ctypes.c_ssize_t.from_address(id(each)).value += SPARE
    return True
