"""What the call of the window asks for, read before anything of Qt is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DEMO = "demo"
KEEP = "--keep"


@dataclass(frozen=True)
class Wanted:
    """What the call of the window asks for."""

    demo: bool = False
    keep: Path | None = None

    @property
    def words(self) -> list[str]:
        """Return the words that ask for this again, from whichever folder they are read in."""
        keep = [KEEP, str(self.keep.absolute())] if self.keep is not None else []
        return [DEMO, *keep] if self.demo else []


def read(arguments: Sequence[str]) -> Wanted | None:
    """Return what a call asks for, None where its words are off."""
    match list(arguments):
        case []:
            return Wanted()
        case [word] if word == DEMO:
            return Wanted(demo=True)
        case [word, option, folder] if (word, option) == (DEMO, KEEP) and folder:
            return Wanted(demo=True, keep=Path(folder))
        case _:
            return None
