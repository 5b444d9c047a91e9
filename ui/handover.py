"""What passes between the window and the process behind it: a few words, and no key, no person.

A line of JSON each. The window reads one line, what the last window left, and then nothing more
until the pipe ends; it says how far its lock is.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

# The exit code with which a window says that it has locked, and wants to be followed by another.
LOCKED = 75
# The word with which this same program is started as a window.
WINDOW = "_window"


class Word(StrEnum):
    """What a window says of itself."""

    SHOWN = "shown"  # its first page stands
    OPENED = "opened"  # a record is open; a lock will come
    LOCKING = "locking"  # everything is covered; it is gone within seconds
    HELD = "held"  # what was typed could not be kept: it stays covered for minutes
    RESUMED = "resumed"  # somebody has unlocked what was held


@dataclass(frozen=True)
class SampleLeft:
    """A sample court that goes on in the next window; its passphrase is shown to everybody."""

    path: str
    passphrase: str
    holder: str
    folder: str | None = None  # removed at the end


@dataclass(frozen=True)
class Handover:
    """What one window leaves to the next."""

    told: str = ""
    sample: SampleLeft | None = None
    safe: bool = False  # after several crashes: nothing is restored and nothing is dressed
    busy: bool = False  # another window has the program open; there is only that to say


@dataclass(frozen=True)
class Said:
    """One word of a window, with what it would leave."""

    word: Word
    left: Handover = Handover()


def line_of(value: Handover | Said) -> str:
    return json.dumps(asdict(value)) + "\n"


def said(line: str) -> Said | None:
    """Return what a line says, None where it is none of ours."""
    try:
        plain = json.loads(line)
        return Said(Word(plain["word"]), _left(plain["left"]))
    except (ValueError, KeyError, TypeError):
        return None


def left(line: str) -> Handover:
    """Return what was left."""
    return _left(json.loads(line))


def _left(plain: dict[str, Any]) -> Handover:
    sample = plain.pop("sample", None)
    return Handover(sample=SampleLeft(**sample) if sample else None, **plain)
