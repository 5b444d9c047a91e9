"""Every sign on our pages, drawn as vectors: the ten marks of the test strip, tick, pointer, box.

The fonts have none of them, and a drawn mark stays itself on any fax. Round: a specimen was given.
Diamond: use, or a screen that says so. Square or cross: no specimen.
"""

from collections.abc import Callable, Mapping

from reportlab.pdfgen.canvas import Canvas

from app.progress_facts import Mark
from reports import styles

RADIUS = 4.2
CELL = 12.7
LINE = 1.1

Drawing = Callable[[Canvas, float, float], None]


def tick(canvas: Canvas, x: float, y: float) -> None:
    """A thin tick: done."""
    _pen(canvas, 1.3)
    _path(canvas, [(x - 3.2, y - 0.2), (x - 1.0, y - 2.6), (x + 3.2, y + 3.0)])


def pointer(canvas: Canvas, x: float, y: float) -> None:
    """A solid black triangle: look here."""
    canvas.setFillGray(styles.BLACK)
    _path(canvas, [(x - 2.6, y + 3.2), (x - 2.6, y - 3.2), (x + 3.4, y)], fill=True)


def box(canvas: Canvas, x: float, y: float, size: float = 8.0) -> None:
    """An empty box to tick; `x` is its left edge, `y` its middle."""
    _pen(canvas, 0.9)
    canvas.rect(x, y - size / 2, size, size)


def as_expected(canvas: Canvas, x: float, y: float) -> None:
    _pen(canvas, LINE)
    canvas.circle(x, y, RADIUS)


def dilute(canvas: Canvas, x: float, y: float) -> None:
    as_expected(canvas, x, y)
    canvas.setFillGray(styles.BLACK)
    path = canvas.beginPath()
    path.arc(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS, 180, 180)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def waiting(canvas: Canvas, x: float, y: float) -> None:
    _pen(canvas, LINE)
    canvas.setDash([1.7, 1.3])
    canvas.circle(x, y, RADIUS)
    canvas.setDash([])
    _question(canvas, x, y)


def positive(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFillGray(styles.BLACK)
    _path(canvas, _diamond(x, y, 5.4), fill=True)


def unconfirmed(canvas: Canvas, x: float, y: float) -> None:
    _pen(canvas, 1.0)
    _path(canvas, [*_diamond(x, y, 6.0), _diamond(x, y, 6.0)[0]])
    _question(canvas, x, y)


def no_show(canvas: Canvas, x: float, y: float) -> None:
    _pen(canvas, 2.4)
    _cross(canvas, x, y, 3.3)


def no_specimen(canvas: Canvas, x: float, y: float) -> None:
    _pen(canvas, LINE)
    canvas.rect(x - 3.7, y - 3.7, 7.4, 7.4)


def declined(canvas: Canvas, x: float, y: float) -> None:
    no_specimen(canvas, x, y)
    _pen(canvas, 1.0)
    _cross(canvas, x, y, 3.7)


def not_in_pool(canvas: Canvas, x: float, y: float) -> None:
    """Two lines right through the day, so that neighbouring days join."""
    _pen(canvas, 0.9)
    for offset in (-1.5, 1.5):
        canvas.line(x - CELL / 2, y + offset, x + CELL / 2, y + offset)


def none(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFillGray(styles.BLACK)
    canvas.circle(x, y, 0.9, stroke=0, fill=1)


DRAWINGS: Mapping[Mark, Drawing] = {
    Mark.AS_EXPECTED: as_expected,
    Mark.DILUTE: dilute,
    Mark.WAITING: waiting,
    Mark.POSITIVE: positive,
    Mark.UNCONFIRMED: unconfirmed,
    Mark.NO_SHOW: no_show,
    Mark.NO_SPECIMEN: no_specimen,
    Mark.DECLINED: declined,
    Mark.NOT_IN_POOL: not_in_pool,
    Mark.NONE: none,
}


def _question(canvas: Canvas, x: float, y: float) -> None:
    """A question mark of lines, so that it is no text for whoever reads the page aloud."""
    _pen(canvas, 0.85)
    path = canvas.beginPath()
    path.moveTo(x - 1.35, y + 1.2)
    path.curveTo(x - 1.3, y + 2.9, x + 1.4, y + 2.9, x + 1.35, y + 1.2)
    path.curveTo(x + 1.3, y + 0.3, x, y + 0.3, x, y - 0.8)
    canvas.drawPath(path)
    canvas.setFillGray(styles.BLACK)
    canvas.circle(x, y - 2.2, 0.55, stroke=0, fill=1)


def _pen(canvas: Canvas, weight: float) -> None:
    canvas.setStrokeGray(styles.BLACK)
    canvas.setLineWidth(weight)


def _cross(canvas: Canvas, x: float, y: float, arm: float) -> None:
    canvas.line(x - arm, y - arm, x + arm, y + arm)
    canvas.line(x - arm, y + arm, x + arm, y - arm)


def _diamond(x: float, y: float, arm: float) -> list[tuple[float, float]]:
    return [(x, y + arm), (x + arm, y), (x, y - arm), (x - arm, y)]


def _path(canvas: Canvas, points: list[tuple[float, float]], *, fill: bool = False) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if fill:
        path.close()
    canvas.drawPath(path, stroke=int(not fill), fill=int(fill))
