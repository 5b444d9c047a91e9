"""The pieces a page is stacked from: each knows its height, can be cut in two, and draws itself."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import dropwhile

from reports import styles
from reports.canvas import TaggedCanvas
from reports.styles import Face
from reports.tags import Node
from reports.text import Line, Run, wrap


class Block(ABC):
    """A rectangle of a given width on the page; `top` is the height of its upper edge."""

    width: float

    @property
    @abstractmethod
    def height(self) -> float: ...

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None: ...

    def split(self, room: float) -> "tuple[Block | None, Block | None]":
        """Return what fits into `room` and what is left; most blocks stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass
class Space(Block):
    """Room with nothing in it."""

    width: float
    size: float

    @property
    def height(self) -> float:
        return self.size

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Leave the paper white."""


@dataclass
class Words(Block):
    """A paragraph, heading or cell of text; cut over two pages it stays one element."""

    width: float
    runs: tuple[Run, ...]
    node: Node = field(default_factory=lambda: Node("P"))
    right: bool = False
    rest: tuple[Line, ...] | None = None  # the lines of a piece that was cut off

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return wrap(self.runs, self.width) if self.rest is None else self.rest

    @property
    def height(self) -> float:
        return sum(line.leading for line in self.lines)

    @property
    def extent(self) -> float:
        """How wide the longest line is."""
        return max(line.width for line in self.lines)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        count = int((room + 0.01) // self.lines[0].leading)
        if count >= len(self.lines):
            return self, None
        if count == 0:
            return None, self
        return self._piece(self.lines[:count]), self._piece(self.lines[count:])

    def _piece(self, lines: tuple[Line, ...]) -> "Words":
        return Words(self.width, self.runs, self.node, self.right, lines)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.content(self.node):
            self.print(canvas, x, top)

    def print(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the lines inside marked content that is open already."""
        for line in self.lines:
            start = x + (self.width - line.width if self.right else 0)
            for offset, run in line.pieces:
                canvas.words(start + offset, top - line.baseline, run.text, run.face)
            top -= line.leading


@dataclass
class Stack(Block):
    """Blocks one under another, cut between them or inside the one that does not fit."""

    width: float
    blocks: tuple[Block, ...]
    node: Node | None = None

    @cached_property
    def _height(self) -> float:
        return sum(block.height for block in self.blocks)

    @property
    def height(self) -> float:
        return self._height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        if self.height <= room + 0.01:
            return self, None
        for place, block in enumerate(self.blocks):
            if block.height <= room:
                room -= block.height
                continue
            first, rest = block.split(room)
            head = (*self.blocks[:place], *([first] if first else []))
            tail = _beginning((*([rest] if rest else []), *self.blocks[place + 1 :]))
            return self._piece(head), self._piece(tail)
        return self, None

    def _piece(self, blocks: tuple[Block, ...]) -> "Stack | None":
        drawn = any(not isinstance(block, (Space, Rule)) for block in blocks)
        return Stack(self.width, blocks, self.node) if drawn else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.node is None:
            self._draw(canvas, x, top)
            return
        with canvas.element(self.node):
            self._draw(canvas, x, top)

    def _draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for block in self.blocks:
            block.draw(canvas, x, top)
            top -= block.height


def _beginning(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out what only keeps blocks apart: nothing stands above them any more."""
    return tuple(dropwhile(lambda block: isinstance(block, (Space, Rule)), blocks))


@dataclass
class Beside(Block):
    """Blocks side by side, each in its own width; a row of a table when it has a node."""

    width: float
    blocks: tuple[tuple[float, Block], ...]  # distance from the left, block
    node: Node | None = None

    @cached_property
    def _height(self) -> float:
        return max(block.height for _, block in self.blocks)

    @property
    def height(self) -> float:
        return self._height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        if self.height <= room + 0.01:
            return self, None
        pieces = [(x, *block.split(room)) for x, block in self.blocks]
        stuck = [first is None and rest.height for _, first, rest in pieces if rest]
        if any(stuck):
            return None, self
        heads = tuple((x, first) for x, first, _ in pieces if first)
        tails = tuple((x, rest) for x, _, rest in pieces if rest)
        return Beside(self.width, heads, self.node), Beside(self.width, tails, self.node)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.node is None:
            self._draw(canvas, x, top)
            return
        with canvas.element(self.node):
            self._draw(canvas, x, top)

    def _draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for offset, block in self.blocks:
            block.draw(canvas, x + offset, top)


@dataclass
class Rule(Block):
    """A line across, with room above and below."""

    width: float
    weight: float
    above: float = 0.0
    below: float = 0.0
    grey: float = styles.BLACK

    @property
    def height(self) -> float:
        return self.above + self.below

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.rule(x, top - self.above, self.width, self.weight, self.grey)


def words(width: float, text: str, face: Face, kind: str = "P", *, right: bool = False) -> Words:
    """Return `text` in one face."""
    return Words(width, (Run(text, face),), Node(kind), right)


def mixed(width: float, runs: Sequence[Run], kind: str = "P") -> Words:
    """Return text in more than one face."""
    return Words(width, tuple(runs), Node(kind))
