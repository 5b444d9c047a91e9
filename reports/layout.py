"""Which block stands on which page: fills pages from the top and never cuts or shrinks a word.

A report that fits stands on one page. One that does not first sends its evidence to the next page,
a section at a time; the lines for the order stay at the foot of the first page whatever happens.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.blocks import Block
from reports.section import Section

# Less than this at the foot of a page is left white: a cut there would strand a single line.
LEAST = 30.0


@dataclass(frozen=True)
class Story:
    """What one report says, in order.

    `sections` follow `opening`; `closing` stands at the foot of the first page and takes up what
    room is left, `shorten` names the places in `sections` to shorten, first to give way first.
    """

    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: "Closing | None" = None
    shorten: tuple[int, ...] = ()


class Closing(Section):
    """A section at the foot of the first page that can use more room than it needs."""

    @abstractmethod
    def stretched(self, room: float) -> "Closing":
        """Return the section with up to `room` more put to use."""


@dataclass
class Page:
    """Blocks from the top, and one at the foot."""

    blocks: list[Block] = field(default_factory=list)
    closing: Closing | None = None


def lay_out(story: Story, first_room: float, room: float) -> list[Page]:
    """Return the pages of `story`; `room` is the height for blocks on every page but the first."""
    needed = story.closing.height if story.closing else 0.0
    sections, evidence = _chosen(story, first_room - needed)
    blocks: list[Block] = [*story.opening, *sections]
    pages = _fill(blocks, first_room - needed, room)
    first = pages[0]
    if story.closing:
        spare = first_room - needed - sum(block.height for block in first.blocks)
        first.closing = story.closing.stretched(max(spare, 0.0))
    return pages + (_fill(evidence, room, room) if evidence else [])


def _chosen(story: Story, room: float) -> tuple[list[Section], list[Section]]:
    """Return the sections for the first page and those that give way to it.

    Where even the shortest page would not do, nothing gives way and everything flows in order.
    """
    opening = sum(block.height for block in story.opening)
    sections, evidence = list(story.sections), dict[int, Section]()
    for place in story.shorten:
        if opening + sum(section.height for section in sections) <= room:
            break
        sections[place], evidence[place] = sections[place].shortened()
    if opening + sum(section.height for section in sections) > room:
        return list(story.sections), []
    return sections, [evidence[place] for place in sorted(evidence)]


def _fill(blocks: Sequence[Block], first_room: float, room: float) -> list[Page]:
    pages = [Page()]
    left = first_room
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        fits = left >= LEAST or block.height <= left
        first, rest = block.split(left) if fits else (None, block)
        if first is None and (pages[-1].blocks or left < room):
            pages.append(Page())
            left = room
            waiting.insert(0, block)
            continue
        placed = first or block  # higher than a whole page: drawn as it is rather than never
        pages[-1].blocks.append(placed)
        left -= placed.height
        if first is not None and rest is not None:
            waiting.insert(0, rest)
            left = 0.0
    return pages
