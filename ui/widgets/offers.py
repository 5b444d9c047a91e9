"""What quick search offers, as rows in groups: a heading, then things that can be opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """One thing that can be opened: its words, the letters that matched, two asides, its keys."""

    words: str
    icon: str
    call: Callable[[], object]
    marks: tuple[tuple[int, int], ...] = ()
    aside: str = ""
    quiet: str = ""
    keys: str = ""

    @property
    def told(self) -> str:
        """The whole row in words, for whoever hears it."""
        return ", ".join(part for part in (self.words, self.aside, self.quiet, self.keys) if part)


@dataclass(frozen=True)
class Heading:
    """The name of a group; the first has no line above it."""

    words: str
    first: bool = False

    @property
    def told(self) -> str:
        return self.words


@dataclass(frozen=True)
class Group:
    """Offers of one kind under their heading."""

    heading: str
    offers: Sequence[Offer]


Line = Offer | Heading
