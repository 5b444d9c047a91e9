"""What one guess at a new passphrase shall cost, measured on the computer that makes the slot.

A slot keeps its cost, so a fast computer makes guessing dear for everybody who copies the file.
"""

import time
from dataclasses import replace
from functools import cache

from argon2.exceptions import HashingError

from app.vault import keys
from app.vault.keys import MOST_PASSES, Cost
from models.errors import Damaged

SECONDS = 0.5  # what somebody who types the right passphrase waits without minding


@cache
def calibrated() -> Cost:
    """Return the cost of this computer, measured once a process."""
    floor = Cost()
    begun = time.perf_counter()
    stretched("measured", bytes(16), floor)
    return raised(floor, time.perf_counter() - begun)


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that wraps the root secret for one holder.

    Raises:
        Damaged: this computer has not the memory that the cost asks for.
    """
    try:
        return keys.stretch(passphrase, salt, cost)
    except (MemoryError, HashingError):
        raise Damaged("key-file.memory", problem="key-file") from None


def raised(floor: Cost, seconds: float) -> Cost:
    """Return `floor`, one guess of which took `seconds`, with the passes that there is time for."""
    passes = int(floor.t * SECONDS / seconds)
    return replace(floor, t=max(floor.t, min(MOST_PASSES, passes)))
