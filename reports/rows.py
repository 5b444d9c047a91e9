"""Rows of a table on the page: a state mark, cells in columns, a grey line under the row above."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.progress_facts import State
from reports import marks, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, Words
from reports.canvas import TaggedCanvas
from reports.styles import Face
from reports.tags import Node
from reports.text import Run

ABOVE = 1.9
BELOW = 1.2
BETWEEN = 8.0


@dataclass(frozen=True)
class Row:
    """The cells of a row; a row to look at has its first cell in semibold."""

    cells: tuple[tuple[Run, ...], ...]
    state: State = State.PLAIN


@dataclass
class StateMark(Block):
    """The tick or the pointer; the words beside it say the same."""

    state: State
    face: Face = styles.TEXT
    width: float = styles.STATE

    @property
    def height(self) -> float:
        return 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        drawing = {State.DONE: marks.tick, State.LOOK: marks.pointer}.get(self.state)
        if drawing is not None:
            with canvas.artifact():
                drawing(canvas, x + 4, top - self.face.leading / 2)


def table(
    width: float,
    rows: Sequence[Row],
    columns: Sequence[float],
    *,
    states: bool = True,
    ruled: bool = True,
) -> Stack:
    """Return `rows` as one table; `columns` are the widths of all columns but the last.

    Without states there is no room for marks at the left; unruled rows stand without lines.
    """
    node = Node("Table")
    indent = styles.STATE if states else 0.0
    between = _line(width) if ruled else Space(width, ABOVE)
    widths = [*columns, width - indent - sum(columns)]
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        if number:
            blocks.append(between)
        blocks.append(_row(width, row, widths, indent))
    return Stack(width, (*blocks, Space(width, BELOW)), node)


def _line(width: float) -> Rule:
    return Rule(width, styles.RULE_ROW, ABOVE - 0.4, ABOVE, styles.GREY_ROW)


def _row(width: float, row: Row, widths: Sequence[float], indent: float) -> Beside:
    placed: list[tuple[float, Block]] = [(0.0, StateMark(row.state))] if indent else []
    x = indent
    for number, (runs, room) in enumerate(zip(row.cells, widths, strict=True)):
        node = Node("TD") if number else Node("TH", scope="Row")
        last = number == len(widths) - 1
        placed.append((x, Words(room - (0.0 if last else BETWEEN), runs, node)))
        x += room
    return Beside(width, tuple(placed), Node("TR"))
