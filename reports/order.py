"""The judge's order: boxes to tick and lines to write on, at the foot of the first page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.wording import say
from reports import fonts, marks, styles
from reports.blocks import Block
from reports.canvas import TaggedCanvas
from reports.layout import Closing
from reports.tags import Node

LEAST_LINES = 2
MOST_LINES = 6
STEP = 23.0
FIELD = 4.0  # between a word and its line
APART = 12.0  # between one thing to fill in and the next
BOX = 8.0
DATE_LINE, TIME_LINE = 98.0, 42.0


@dataclass
class OrderLines(Block):
    """Boxes, lines across, and the line with the next date."""

    lines: int = LEAST_LINES
    width: float = styles.READING
    node: Node = field(default_factory=lambda: Node("P"))

    @property
    def height(self) -> float:
        return styles.TEXT.leading + self.lines * STEP + STEP + 8

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        baseline = top - styles.TEXT.leading + 3
        heard = [say("report.order.participant-heard"), say("report.order.counsel-heard")]
        _boxes(canvas, x, baseline, heard)
        for number in range(1, self.lines + 1):
            canvas.rule(x, baseline - number * STEP - 1, self.width, styles.RULE_LINE)
        self._next_date(canvas, x, baseline - (self.lines + 1) * STEP - 1)

    def _next_date(self, canvas: TaggedCanvas, x: float, baseline: float) -> None:
        right = x + self.width
        x = _field(canvas, x, baseline, say("report.order.next-date"), DATE_LINE)
        x = _field(canvas, x, baseline, say("report.order.at"), TIME_LINE)
        ways = [say("report.order.in-person"), say("report.order.remote")]
        x = _boxes(canvas, x, baseline, ways)
        initials = say("report.order.initials")
        _field(canvas, x, baseline, initials, right - x - _wide(initials) - FIELD)


def closing() -> "JudgesOrder":
    """Return the section with the fewest lines; a page with room to spare gets more."""
    return JudgesOrder(say("report.order"), OrderLines(), weight=styles.RULE_HEAVY)


class JudgesOrder(Closing):
    """Takes what the first page has left for more lines to write on."""

    def stretched(self, room: float) -> "JudgesOrder":
        more = min(int(room // STEP), MOST_LINES - LEAST_LINES)
        return JudgesOrder(self.name, OrderLines(LEAST_LINES + more), weight=self.weight)


def _boxes(canvas: TaggedCanvas, x: float, baseline: float, choices: Sequence[str]) -> float:
    for choice in choices:
        with canvas.artifact():
            marks.box(canvas, x, baseline + 3.2, BOX)
        x += BOX + FIELD
        _say(canvas, x, baseline, choice)
        x += _wide(choice) + APART
    return x


def _field(canvas: TaggedCanvas, x: float, baseline: float, label: str, length: float) -> float:
    _say(canvas, x, baseline, label)
    x += _wide(label) + FIELD
    canvas.rule(x, baseline - 1.5, length, styles.RULE_LINE)
    return x + length + APART


def _say(canvas: TaggedCanvas, x: float, baseline: float, text: str) -> None:
    with canvas.content(Node("P")):
        canvas.words(x, baseline, text, styles.TEXT)


def _wide(text: str) -> float:
    return fonts.width(text, styles.TEXT.font, styles.TEXT.size)
