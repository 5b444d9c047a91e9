"""The world's failures, one class per cause; the sentences for people stand in the catalogue.

Every class carries the closed `kind` word and the exit code of the command-line contract, so that
the window and the commands sort failures in the same way.
"""

from typing import ClassVar


class Trouble(Exception):
    """Something in the world went wrong; nothing of ours is broken and a person can act on it."""

    kind: ClassVar[str] = "unknown"
    code: ClassVar[int] = 1

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class BadUsage(Trouble):
    """The words of a command are off."""

    kind = "usage"
    code = 2


class WrongSecret(Trouble):
    """A passphrase or a recovery sheet does not open this record."""

    kind = "passphrase"
    code = 10


class NotARecord(Trouble):
    """The file is empty, plain, cut off, or no record at all; `problem` is the kind for `check`."""

    kind = "damaged"
    code = 11

    def __init__(self, key: str, *, problem: str, **facts: object) -> None:
        super().__init__(key, **facts)
        self.problem = problem


class Damaged(NotARecord):
    """The file is a record, and part of it or of its key file cannot be read."""


class TooNew(Trouble):
    """A newer version of the program has written this record."""

    kind = "newer"
    code = 12


class InUse(Trouble):
    """Another program holds this record open."""

    kind = "busy"
    code = 13


class NoSpace(Trouble):
    """The drive is full, cannot be written, or is gone."""

    kind = "space"
    code = 14


class BadInput(Trouble):
    """What was given has mistakes; nothing was changed."""

    kind = "input"
    code = 15


class NotPermitted(Trouble):
    """There is no lawful basis for this release."""

    kind = "permission"
    code = 16


class NoSuchThing(Trouble):
    """A named file, person, hearing or page does not exist."""

    kind = "missing"
    code = 17


class UnknownWord(NoSuchThing):
    """A name that the program has no page or list for."""

    kind = "unknown"
