"""Keeps what a process knows out of files: no core dump, and no other program reads its memory."""

import ctypes
import sys

try:
    import resource
except ImportError:  # Windows writes no core dumps unless somebody sets that up
    resource = None  # type: ignore[assignment]

DUMPABLE = 4  # PR_SET_DUMPABLE of prctl(2)


def off() -> None:
    """Leave no core dump from now on; every process of ours calls this first.

    On Linux the kernel also refuses other programs of the same person to look into its memory.
    """
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DUMPABLE, 0, 0, 0, 0)
