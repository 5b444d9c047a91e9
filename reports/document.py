"""The base of every printed report: page frame, tab, running head, foot and page numbers.

A report says only what it says (`story`, `foot`); where it stands on the paper is settled here.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from app.wording import say
from reports import fonts, styles
from reports.blocks import Beside, Stack, words
from reports.canvas import TaggedCanvas
from reports.drawn import Drawn
from reports.layout import Page, Story, lay_out
from reports.section import Section
from reports.styles import READING
from reports.tags import Node

RUNNING_HEAD = 26.0  # room that the head of a further page takes
FOOT_LEFT = 372.0
FOOT_GAP = 12.0
MOST_FOOT = 90.0
TAB_WIDTH, TAB_HEIGHT = 47.0, 41.0


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every page; the law is its largest line."""

    law: str
    notes: tuple[str, ...]
    where: str  # not for the public file
    marks: tuple[str, ...]


class Document(ABC):
    """One report; what it is made of is text and blocks, never a place on the page."""

    tab: tuple[str, str] | None = None  # the docket number, and of how many

    @property
    @abstractmethod
    def running(self) -> str:
        """The head of every page but the first."""

    @property
    def outline(self) -> str:
        """The line in the outline of a pack: never a name."""
        return self.running

    @abstractmethod
    def story(self) -> Story: ...

    @abstractmethod
    def foot(self) -> Foot: ...


def draw(documents: Sequence[Document], title: str, *, pack: bool = False) -> Drawn:
    """Return `documents` as one PDF; in a pack each has its line in the outline."""
    if not documents:
        raise ValueError("a document has at least one report")
    sink = BytesIO()
    canvas = TaggedCanvas(sink, title)
    for document in documents:
        _Printer(canvas, document, pack=pack).print()
    if pack:
        canvas.showOutline()
    pages = canvas.finish()
    return Drawn(sink.getvalue(), pages)


class _Printer:
    """Draws one document on the canvas."""

    def __init__(self, canvas: TaggedCanvas, document: Document, *, pack: bool) -> None:
        self._canvas = canvas
        self._document = document
        self._pack = pack
        self._foot, self._moved = _within(document.foot())
        left, right = _foot_blocks(self._foot)
        self._foot_height = max(left.height, right.height + styles.FOOT_RIGHT.leading) + 8

    def print(self) -> None:
        bottom = styles.BOTTOM + self._foot_height
        room = styles.PAGE_HEIGHT - styles.TOP - bottom
        story = self._document.story()
        story = replace(story, sections=(*story.sections, *self._moved))
        pages = lay_out(story, room, room - RUNNING_HEAD)
        with self._canvas.element(Node("Sect")):
            for number, page in enumerate(pages, 1):
                self._page(page, number, len(pages), bottom)

    def _page(self, page: Page, number: int, of: int, bottom: float) -> None:
        canvas = self._canvas
        top = styles.PAGE_HEIGHT - styles.TOP
        if number == 1 and self._pack:
            canvas.outline(self._document.outline)
        if number > 1:
            self._head(top)
            top -= RUNNING_HEAD
        self._tab()
        for block in page.blocks:
            block.draw(canvas, styles.LEFT, top)
            top -= block.height
        if page.closing:
            page.closing.draw(canvas, styles.LEFT, bottom + page.closing.height)
        self._draw_foot(bottom, number, of)
        canvas.showPage()

    def _head(self, top: float) -> None:
        room = styles.WIDE - (TAB_WIDTH if self._document.tab else 0)
        with self._canvas.artifact("Header"):
            head = words(room, self._document.running, styles.SECTION)
            head.rest = head.lines[:1]
            head.print(self._canvas, styles.LEFT, top - 6)

    def _tab(self) -> None:
        if self._document.tab is None:
            return
        canvas = self._canvas
        x = styles.PAGE_WIDTH - styles.RIGHT - TAB_WIDTH
        with canvas.artifact():
            canvas.setFillGray(styles.BLACK)
            height = TAB_HEIGHT
            canvas.rect(x, styles.PAGE_HEIGHT - height, TAB_WIDTH, height, stroke=0, fill=1)
            canvas.setFillGray(styles.WHITE)
            for text, face, drop in zip(
                self._document.tab, (styles.TAB, styles.FOOT), (22, 34), strict=True
            ):
                offset = (TAB_WIDTH - fonts.width(text, face.font, face.size)) / 2
                canvas.words(x + offset, styles.PAGE_HEIGHT - drop, text, face)
            canvas.setFillGray(styles.BLACK)

    def _draw_foot(self, bottom: float, number: int, of: int) -> None:
        canvas = self._canvas
        canvas.rule(styles.LEFT, bottom, styles.WIDE, styles.RULE_HEAVY)
        top = bottom - 4
        # Fresh blocks, so that on every page the foot is read out as its own paragraphs.
        left, right = _foot_blocks(self._foot)
        foot = Beside(styles.WIDE, ((0, left), (FOOT_LEFT + FOOT_GAP, right)))
        foot.draw(canvas, styles.LEFT, top)
        with canvas.artifact("Footer"):
            self._numbers(top - right.height, right.width, number, of)

    def _numbers(self, top: float, width: float, number: int, of: int) -> None:
        text = say("report.page", number=number, of=of)
        if self._pack:
            text = say("report.page-in-pack", page=text, pack=self._canvas.page_count + 1)
        words(width, text, styles.FOOT_RIGHT, right=True).print(
            self._canvas, styles.LEFT + FOOT_LEFT + FOOT_GAP, top
        )


def _within(foot: Foot) -> tuple[Foot, tuple[Section, ...]]:
    """Return a foot of a bearable height; notes too long for it become the last section."""
    if _foot_blocks(foot)[0].height <= MOST_FOOT:
        return foot, ()
    notes = Stack(READING, tuple(words(READING, note, styles.TEXT) for note in foot.notes))
    moved = Section(say("report.foot.moved.name"), notes)
    return replace(foot, notes=(say("report.foot.moved"),)), (moved,)


def _foot_blocks(foot: Foot) -> tuple[Stack, Stack]:
    width = styles.WIDE - FOOT_LEFT - FOOT_GAP
    left = [words(FOOT_LEFT, foot.law, styles.LAW)]
    left += [words(FOOT_LEFT, note, styles.FOOT) for note in foot.notes]
    right = [words(width, foot.where, styles.FOOT_RIGHT, right=True)]
    right += [words(width, mark, styles.FOOT, right=True) for mark in foot.marks]
    return Stack(FOOT_LEFT, tuple(left)), Stack(width, tuple(right))
