"""What a page must say: one claim for each row, paragraph, heading or margin of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.oracle.words import squeezed

ANYWHERE = ""


@dataclass(frozen=True)
class Claim:
    """One thing the page must say, in one of these wordings, so many times."""

    name: str
    wordings: tuple[str, ...]
    section: str = ANYWHERE
    least: int = 1
    most: int = 1
    fits: Callable[[str], bool] | None = None

    def matches(self, section: str, words: str) -> bool:
        """Where a line breaks, and which page a part stands on, are no facts."""
        if self.section and squeezed(self.section) != squeezed(section):
            return False
        if self.fits and self.fits(words):
            return True
        return squeezed(words) in {squeezed(wording) for wording in self.wordings}

    def __str__(self) -> str:
        shown = self.wordings[0] if self.wordings else ""
        more = f" (or {len(self.wordings) - 1} other wordings)" if len(self.wordings) > 1 else ""
        return f"{self.name}: {shown!r}{more}"


def says(name: str, *wordings: str, section: str = ANYWHERE) -> Claim:
    return Claim(name, wordings, section)


def may_say(name: str, *wordings: str, most: int = 9) -> Claim:
    """A sentence about the page's own layout, which no fact decides."""
    return Claim(name, wordings, least=0, most=most)


def row(section: str, name: str, label: Iterable[str], *cells: Iterable[str]) -> Claim:
    """A row of a table; each cell may have several wordings."""
    wordings = [""]
    for at, cell in enumerate((label, *cells)):
        bar = " | " if at else ""
        wordings = [f"{so_far}{bar}{wording}" for so_far in wordings for wording in cell]
    return Claim(name, tuple(wordings), section)
