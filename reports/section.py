"""A section of a page: its name hangs in the narrow column, what it says stands in the wide one."""

from dataclasses import dataclass, field
from functools import cached_property

from app.wording import say
from reports import styles
from reports.blocks import Block, Space, Stack, words
from reports.canvas import TaggedCanvas
from reports.tags import Node

ABOVE = 5.0
BELOW = 3.5


@dataclass
class Section(Block):
    """A rule, a name with its evidence under it, and the body.

    `short` is the body for a first page that is full; `rest` is what then goes to the next page.
    """

    name: str
    body: Block
    evidence: str = ""
    weight: float = styles.RULE_SECTION
    short: Block | None = None
    short_evidence: str = ""
    rest: Block | None = None
    node: Node = field(default_factory=lambda: Node("Sect"))
    width: float = styles.WIDE
    continued: bool = False

    @cached_property
    def _label(self) -> Stack:
        name = words(styles.NAMES, self.name, styles.SECTION, "H2")
        evidence = words(styles.NAMES, self.evidence, styles.EVIDENCE)
        return Stack(
            styles.NAMES, (name, Space(styles.NAMES, 1.5), evidence) if self.evidence else (name,)
        )

    @property
    def height(self) -> float:
        return ABOVE + max(self._label.height, self.body.height) + BELOW

    def shortened(self) -> "tuple[Section, Section]":
        """Return the section for a full first page, and the one that follows on the next page."""
        if self.short is None or self.rest is None:
            raise AssertionError("only a section with a shorter form gives way")
        first = Section(self.name, self.short, self.short_evidence or self.evidence, self.weight)
        return first, Section(self.name, self.rest)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        if self.height <= room + 0.01:
            return self, None
        if ABOVE + self._label.height + BELOW > room:
            return None, self
        first, rest = self.body.split(room - ABOVE - BELOW)
        if first is None or rest is None:
            return None, self
        head = Section(
            self.name, first, self.evidence, self.weight, node=self.node, continued=self.continued
        )
        tail = Section(self.name, rest, weight=styles.RULE_SECTION, node=self.node, continued=True)
        return head, tail

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.rule(x, top, self.width, self.weight)
        with canvas.element(self.node):
            if self.continued:
                again = say("report.continued", name=self.name)
                with canvas.artifact():
                    words(styles.NAMES, again, styles.EVIDENCE).print(canvas, x, top - ABOVE)
            else:
                self._label.draw(canvas, x, top - ABOVE)
            self.body.draw(canvas, x + styles.NAMES + styles.GUTTER, top - ABOVE)
