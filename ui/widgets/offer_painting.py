"""How a line of quick search is painted: what matched is underlined, keys stand in a cap."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.wording import say
from ui import icons, theme
from ui.widgets.offers import Heading, Line, Offer

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
# Where the two asides begin, as parts of the row.
ASIDES = (0.40, 0.62)


def height(line: Line) -> int:
    dressed = theme.current()
    if isinstance(line, Offer):
        return dressed.size("row")
    return dressed.size("row_compact") + (0 if line.first else 2 * dressed.space("xs"))


def paint(painter: QPainter, ground: QRect, line: Line, *, chosen: bool) -> None:
    """Paint one line over `ground`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(line, Offer):
        _Row(painter, ground).paint(line, chosen=chosen)
    else:
        _paint_heading(painter, ground, line)
    painter.restore()


def _paint_heading(painter: QPainter, ground: QRect, heading: Heading) -> None:
    dressed = theme.current()
    if not heading.first:
        ground = ground.adjusted(0, dressed.space("xs"), 0, 0)
        line = QRect(ground.left(), ground.top(), ground.width(), 1)
        painter.fillRect(line, dressed.colour("line"))
    painter.setFont(dressed.font("small", strong=True))
    painter.setPen(dressed.colour("quiet"))
    painter.drawText(ground.adjusted(dressed.space("m"), 0, 0, 0), LEFT, heading.words)


class _Row:
    """One offer: icon, words, two asides and its keys, from left to right."""

    def __init__(self, painter: QPainter, ground: QRect) -> None:
        self._painter = painter
        self._ground = ground
        self._dressed = theme.current()

    def paint(self, offer: Offer, *, chosen: bool) -> None:
        dressed, ground = self._dressed, self._ground
        if chosen:
            self._paint_choice()
        side, before = dressed.size("icon"), dressed.space("m")
        top = ground.top() + (ground.height() - side) // 2
        tone = "text" if chosen else "quiet"
        self._painter.drawPixmap(ground.left() + before, top, icons.pixmap(offer.icon, tone))
        end = self._paint_keys(offer.keys or (say("window.key.enter") if chosen else "")) - before
        starts = [ground.left() + before + side + before]
        starts += [ground.left() + round(ground.width() * part) for part in ASIDES]
        ends = [starts[1] - before if offer.aside else end, starts[2] - before, end]
        self._paint_words(
            offer, QRect(starts[0], ground.top(), ends[0] - starts[0], ground.height())
        )
        for words, start, stop in zip(
            (offer.aside, offer.quiet), starts[1:], ends[1:], strict=True
        ):
            self._paint_aside(words, QRect(start, ground.top(), stop - start, ground.height()))

    def _paint_choice(self) -> None:
        dressed = self._dressed
        thick = dressed.size("focus_line")
        frame = QRectF(self._ground).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        self._painter.setBrush(dressed.colour("accent_soft"))
        self._painter.setPen(QPen(dressed.colour("focus"), thick))
        self._painter.drawRoundedRect(frame, dressed.size("radius"), dressed.size("radius"))

    def _paint_keys(self, keys: str) -> int:
        """Draw the key cap at the end of the row and return where it begins."""
        dressed, right = self._dressed, self._ground.right() - self._dressed.space("m")
        if not keys:
            return right
        font = dressed.font("small")
        around = dressed.space("xs")
        measured = QFontMetrics(font)
        width = measured.horizontalAdvance(keys) + 2 * around
        tall = dressed.scaled(theme.TYPES["base"][1])
        top = self._ground.top() + (self._ground.height() - tall) // 2
        cap = QRectF(right - width + 0.5, top + 0.5, width - 1, tall - 1)
        self._painter.setBrush(dressed.colour("surface"))
        self._painter.setPen(QPen(dressed.colour("line"), 1))
        self._painter.drawRoundedRect(cap, around, around)
        self._painter.setFont(font)
        self._painter.setPen(dressed.colour("quiet"))
        self._painter.drawText(cap, CENTRE, keys)
        return right - width

    def _paint_aside(self, words: str, room: QRect) -> None:
        font = self._dressed.font()
        self._painter.setFont(font)
        self._painter.setPen(self._dressed.colour("quiet"))
        self._painter.drawText(room, LEFT, _fitting(words, QFontMetrics(font), room.width()))

    def _paint_words(self, offer: Offer, room: QRect) -> None:
        """Draw the words part by part; what matched is underlined as well as strong."""
        self._painter.setPen(self._dressed.colour("text"))
        left, right = room.left(), room.right()
        for words, matched in parts(offer.words, offer.marks):
            font = self._dressed.font(strong=matched)
            measured = QFontMetrics(font)
            shown = _fitting(words, measured, right - left)
            width = measured.horizontalAdvance(shown)
            self._painter.setFont(font)
            self._painter.drawText(QRect(left, room.top(), width + 1, room.height()), LEFT, shown)
            if matched:
                self._underline(left, left + width, room, measured)
            left += width
            if shown != words:
                break

    def _underline(self, left: int, right: int, room: QRect, measured: QFontMetrics) -> None:
        thick = self._dressed.size("focus_line")
        base = room.top() + (room.height() + measured.ascent() - measured.descent()) / 2 + 2 * thick
        self._painter.setPen(QPen(self._dressed.colour("text"), thick))
        self._painter.drawLine(QPointF(left, base), QPointF(right, base))


def parts(words: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Return the words in parts, each with whether it matched."""
    found: list[tuple[str, bool]] = []
    behind = 0
    for start, end in marks:
        found += [(words[behind:start], False), (words[start:end], True)]
        behind = end
    found.append((words[behind:], False))
    return [(part, matched) for part, matched in found if part]


def _fitting(words: str, measured: QFontMetrics, room: int) -> str:
    return measured.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
