"""Plain text as pages: lines that fit, drawn with our own letters."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from app import paths

PAGE = QSizeF(850, 1100)  # a letter page at 100 dots an inch
MARGIN = 70.0
LETTERS = 15
LINE = 20.0
LONGEST = 92  # signs on a line
LINES = int((PAGE.height() - 2 * MARGIN) // LINE)
TAB = 4


def laid(text: str) -> list[tuple[str, ...]]:
    """Return the lines of each page; a text without a word has one empty page."""
    lines = [part for line in text.splitlines() for part in _fitting(line.expandtabs(TAB))]
    pages = [tuple(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]
    return pages or [()]


def drawn(lines: tuple[str, ...], size: QSize) -> QImage:
    """Return one page as a picture."""
    paper = QImage(size, QImage.Format.Format_RGB888)
    paper.fill(Qt.GlobalColor.white)
    font = QFont(_family())
    font.setPixelSize(LETTERS)
    measured = QFontMetricsF(font)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(size.width() / PAGE.width(), size.height() / PAGE.height())
    painter.setFont(font)
    room = PAGE.width() - 2 * MARGIN
    for number, line in enumerate(lines):
        painter.save()
        painter.translate(QPointF(MARGIN, MARGIN + LINE * (number + 1)))
        wide = measured.horizontalAdvance(line)
        if wide > room:  # a line of wide letters is drawn narrower, and none is cut
            painter.scale(room / wide, 1)
        painter.drawText(QPointF(0, 0), line)
        painter.restore()
    painter.end()
    return paper


def _fitting(line: str) -> Iterator[str]:
    """Give `line` in parts that fit, broken between words where there are any."""
    at = 0
    while len(line) - at > LONGEST:
        end = line.rfind(" ", at + 1, at + LONGEST + 1)
        end = end if end > 0 else at + LONGEST
        yield line[at:end]
        at = end + 1 if line[end] == " " else end
    yield line[at:]


def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(paths.resource("fonts", "NotoSans-Regular.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
