"""The key on a recovery sheet: six groups in boxes to read and type, and a square to scan."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.sheet_facts import SheetFacts
from app.wording import say
from reports import fonts, styles
from reports.blocks import Block
from reports.canvas import TaggedCanvas
from reports.styles import Face
from reports.tags import Node

BOX = 30.0
HIGH = 36.0
APART = 9.0
NUMBER = 18.0
SECOND = 230.0  # where the second group of a row begins
QUIET = 4  # modules of white round the square, without which it cannot be scanned
LOG_ROW = 18.0
LOG_ROWS = 2
LOG_COLUMNS = (0.0, 80.0, 210.0, 362.0)


@dataclass
class Boxes(Block):
    """Two groups a row, a character a box; the last, on grey, checks its group."""

    width: float
    groups: tuple[str, ...]

    @property
    def height(self) -> float:
        lines = -(-len(self.groups) // 2)
        return lines * (HIGH + APART) + 2

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for place, group in enumerate(self.groups):
            row, column = divmod(place, 2)
            left = x + column * SECOND
            bottom = top - row * (HIGH + APART) - HIGH
            _boxes(canvas, left + NUMBER, bottom, len(group))
            with canvas.content(Node("P")):
                _letters(canvas, left, bottom, place + 1, group)


@dataclass
class Square(Block):
    """The same key as a QR code of vectors."""

    width: float
    content: str
    alt: str

    @property
    def height(self) -> float:
        return self.width

    @cached_property
    def _modules(self) -> Sequence[Sequence[bool]]:
        code = QRCode(None, QRErrorCorrectLevel.M)
        code.addData(self.content)
        code.make()
        modules: Sequence[Sequence[bool]] = code.modules
        return modules

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        size = self.width / (len(self._modules) + 2 * QUIET)
        left, high = x + QUIET * size, top - QUIET * size
        box = (x, top - self.width, x + self.width, top)
        with canvas.content(Node("Figure", alt=self.alt, box=box)):
            canvas.setFillGray(styles.BLACK)
            path = canvas.beginPath()
            for row, modules in enumerate(self._modules):
                for column, dark in enumerate(modules):
                    if dark:
                        path.rect(left + column * size, high - (row + 1) * size, size, size)
            canvas.drawPath(path, stroke=0, fill=1)


@dataclass
class Log(Block):
    """A table to write in: who opened the envelope, when and why."""

    width: float
    heads: tuple[str, ...]
    node: Node = field(default_factory=lambda: Node("Table"))

    @property
    def height(self) -> float:
        return LOG_ROW * (LOG_ROWS + 1) + 4

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        high = LOG_ROW * (LOG_ROWS + 1)
        with canvas.artifact():
            canvas.stroke(styles.BLACK, styles.RULE_LINE)
            canvas.rect(x, top - high, self.width, high)
            for row in range(1, LOG_ROWS + 1):
                canvas.line(x, top - row * LOG_ROW, x + self.width, top - row * LOG_ROW)
            for column in LOG_COLUMNS[1:]:
                canvas.line(x + column, top - high, x + column, top)
        with canvas.element(self.node), canvas.element(Node("TR")):
            for column, head in zip(LOG_COLUMNS, self.heads, strict=True):
                with canvas.content(Node("TH", scope="Column")):
                    canvas.words(x + column + 5, top - 12.5, head, styles.SECTION)


def spaced(record_id: str) -> str:
    """Return the record id in groups of four, as a person can read it out."""
    return " ".join(record_id[at : at + 4] for at in range(0, len(record_id), 4))


def scanned(facts: SheetFacts) -> str:
    """Return what the square holds: a line for the record and the six groups."""
    groups = "\n".join(f"{number} {group}" for number, group in enumerate(facts.groups, 1))
    return say("sheet.scan.text", record=spaced(facts.record_id), groups=groups)


def _boxes(canvas: TaggedCanvas, x: float, bottom: float, count: int) -> None:
    with canvas.artifact():
        canvas.setFillGray(styles.GREY_BAND)
        canvas.rect(x + (count - 1) * BOX, bottom, BOX, HIGH, stroke=0, fill=1)
        canvas.setFillGray(styles.BLACK)
        canvas.stroke(styles.BLACK, 0.9)
        for place in range(count):
            canvas.rect(x + place * BOX, bottom, BOX, HIGH)


def _letters(canvas: TaggedCanvas, x: float, bottom: float, number: int, group: str) -> None:
    middle = bottom + HIGH / 2
    _centred(canvas, x + 4, middle, str(number), styles.TEXT)
    for place, letter in enumerate(group):
        face = styles.CHECK_LETTER if place == len(group) - 1 else styles.KEY_LETTER
        _centred(canvas, x + NUMBER + (place + 0.5) * BOX, middle, letter, face)


def _centred(canvas: TaggedCanvas, x: float, middle: float, text: str, face: Face) -> None:
    start = x - fonts.width(text, face.font, face.size) / 2
    canvas.words(start, middle - styles.CAP_HEIGHT * face.size / 2, text, face)
