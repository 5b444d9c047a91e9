"""The key of the test strip: always the whole of it, in one order, a column for each family."""

from dataclasses import dataclass
from functools import cached_property

from app.progress_facts import Mark
from app.wording import say
from reports import marks, styles
from reports.blocks import Beside, Block, Stack, Words, words
from reports.canvas import TaggedCanvas

LINE = 11.6
ROOM = 17.0

# Round: a specimen was given. Diamond: use, or a screen that says so. Then: no specimen. No test.
FAMILIES: tuple[tuple[float, tuple[Mark, ...]], ...] = (
    (0.0, (Mark.AS_EXPECTED, Mark.DILUTE, Mark.WAITING)),
    (96.0, (Mark.POSITIVE, Mark.UNCONFIRMED)),
    (238.0, (Mark.NO_SHOW, Mark.NO_SPECIMEN, Mark.DECLINED)),
    (374.0, (Mark.NONE, Mark.NOT_IN_POOL)),
)


@dataclass
class Entry(Block):
    """A mark as it stands in the strip, and what it means."""

    mark: Mark
    width: float

    @property
    def height(self) -> float:
        return LINE

    @cached_property
    def meaning(self) -> Words:
        return words(self.width - ROOM, say(f"report.mark.{self.mark.value}"), styles.SMALL)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            marks.DRAWINGS[self.mark](canvas, x + 6, top - LINE / 2)
        self.meaning.draw(canvas, x + ROOM, top - (LINE - self.meaning.height) / 2)


def key() -> Beside:
    """Return the key; columns are read one after the other."""
    ends = [start for start, _ in FAMILIES[1:]] + [styles.READING]
    columns = [
        (start, Stack(end - start, tuple(Entry(mark, end - start) for mark in family)))
        for (start, family), end in zip(FAMILIES, ends, strict=True)
    ]
    return Beside(styles.READING, tuple(columns))
