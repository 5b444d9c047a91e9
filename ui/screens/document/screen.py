"""One document: its pages on the right, what it is on the left, with the ways to change that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app import documents
from app.answers import Subject
from app.desk import Desk
from app.documents import DocumentFacts
from app.events import Changed
from app.wording import say
from reports import dates
from ui import actions, tasks, theme
from ui.screens.document.copying import Copying
from ui.screens.document.pages import Page as Drawn
from ui.screens.document.pages import Pages
from ui.screens.document.removing import Removing
from ui.screens.document.sheet import Sheet
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label, scrolled
from ui.widgets.page import Page
from ui.widgets.pairs import pairs


class DocumentScreen(Page):
    """Nothing of the document is opened here: its pages arrive as pictures."""

    def __init__(self, desk: Desk, person_id: int, document_id: int) -> None:
        super().__init__()
        self._desk, self._person_id, self._document_id = desk, person_id, document_id
        self._facts: DocumentFacts | None = None
        self._pages: Pages | None = None
        self._number = self._shown = 0
        self._is_gone = False
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title, self.whose = Elided("", "title"), Elided("", "quiet")
        self.setAccessibleName(say("document.title"))
        self.sheet = Sheet()
        self.state = label(say("document.opening"), "quiet", wraps=True)
        self.describe = actions.button(actions.EDIT, self._describe)
        self.copying, self.removing = Copying(desk), Removing(desk)
        self.before = actions.button(actions.PAGE_BEFORE, lambda: self._turn(-1), words=False)
        self.after = actions.button(actions.PAGE_AFTER, lambda: self._turn(1), words=False)
        self.larger = actions.button(actions.LARGER, lambda: self.sheet.zoom(1), words=False)
        self.smaller = actions.button(actions.SMALLER, lambda: self.sheet.zoom(-1), words=False)
        self.place = label("", "quiet")
        self.zoom = label("", "quiet")
        self._build()
        self._connect()
        self._read()

    def focus_first(self) -> None:
        (self if self.sheet.isHidden() else self.sheet).setFocus()

    def heed(self, change: Changed) -> None:
        if "document" in change.tables and not self._is_gone:
            self._read()

    def leave(self) -> None:
        if self._pages is not None:
            self._pages.close()

    def _read(self) -> None:
        tasks.run(self._look_up, owner=self, done=self._show, failed=self.fail)

    def _look_up(self) -> DocumentFacts:
        with self._desk.read() as session:
            return documents.one(session, self._person_id, self._document_id)

    def _show(self, facts: DocumentFacts) -> None:
        first = self._facts is None
        self._facts = facts
        self.title.setText(facts.name)
        self.title.setToolTip(facts.name)
        self.whose.setText(facts.person)
        self.copying.show_facts(facts)
        self.removing.show_facts(facts)
        while (item := self._about.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._about.addWidget(pairs(_lines(facts)))
        self._about.addWidget(Elided(say("document.file", file=facts.file_name), "quiet"))
        if first:
            self._open(facts)

    def _open(self, facts: DocumentFacts) -> None:
        self._pages = pages = Pages(self._desk, facts, self)
        pages.opened.connect(self.copying.give)
        pages.shown.connect(self._show_page)
        pages.failed.connect(self._fail_page)
        self._ask()

    def _ask(self) -> None:
        if self._pages is not None:
            self._pages.ask(self._number, self.sheet.picture_width)

    def _turn(self, by: int) -> None:
        if self._facts is None:
            return
        number = min(max(0, self._number + by), self._facts.pages - 1)
        if number != self._number:
            self._number = number
            self._tell_place()
            self._ask()

    def _show_page(self, page: Drawn) -> None:
        turned = self.sheet.isHidden() or page.number != self._shown
        self._shown = page.number
        self.state.hide()
        self.sheet.show()
        name = say("document.page", number=page.number + 1, pages=self._count())
        self.sheet.show_page(page.image, name, page.words)
        if turned:
            self.sheet.to_top()
        if self.hasFocus():
            self.focus_first()
        self._tell_place()
        self.shown.emit()

    def _fail_page(self, error: Exception) -> None:
        self.state.setText(say("document.no-page"))
        self.sheet.hide()
        self.state.show()
        self.fail(error)
        self.shown.emit()

    def _count(self) -> int:
        return self._facts.pages if self._facts is not None else 1

    def _tell_place(self) -> None:
        pages = self._count()
        self.place.setText(say("document.page", number=self._number + 1, pages=pages))
        self.zoom.setText(say("document.zoom", percent=self.sheet.percent))
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < pages - 1)
        self.larger.setEnabled(self.sheet.can_grow)
        self.smaller.setEnabled(self.sheet.can_shrink)

    def _describe(self) -> None:
        subject = Subject(self._person_id, self._document_id)
        self.wants.emit("form", ("document", subject))

    def _removed(self, sentence: str) -> None:
        self._is_gone = True
        self.saved.emit(sentence, None)
        self.left.emit()

    def _connect(self) -> None:
        self.sheet.wants.connect(self._ask)
        self.sheet.zoomed.connect(self._tell_place)
        self.copying.saved.connect(lambda words: self.banner.tell("good", words))
        self.copying.failed.connect(self.fail)
        self.removing.failed.connect(self.fail)
        self.removing.kept.connect(lambda: self._offer(removal=False))
        self.removing.removed.connect(self._removed)

    def _build(self) -> None:
        dressed = theme.current()
        head = QHBoxLayout()
        head.setSpacing(dressed.space("m"))
        head.addWidget(self.title)
        head.addWidget(self.whose, 1)
        self.column.addLayout(head)
        both = QHBoxLayout()
        both.setSpacing(dressed.space("l"))
        both.addWidget(self._side())
        right = QVBoxLayout()
        right.setSpacing(dressed.space("s"))
        right.addLayout(self._bar())
        right.addWidget(self.state)
        right.addWidget(self.sheet, 1)
        right.addStretch(0)
        both.addLayout(right, 1)
        self.column.addLayout(both, 1)
        self.sheet.hide()
        self._tell_place()

    def _side(self) -> QWidget:
        dressed = theme.current()
        side, inner = QFrame(), QWidget()  # a part of the page that scrolls by itself
        side.setFixedWidth(dressed.size("document_side"))
        around = QVBoxLayout(side)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)
        column = scrolled(inner)
        column.setContentsMargins(0, 0, dressed.space("s"), 0)
        column.setSpacing(dressed.space("m"))
        what, self.copy, self.remove = (Card(say(f"document.card.{key}")) for key in CARDS)
        held = QWidget()
        self._about = QVBoxLayout(held)
        self._about.setContentsMargins(0, 0, 0, 0)
        self.way = actions.link(say("document.remove.way"), lambda: self._offer(removal=True))
        what.add_padded(held, self.describe, apart="m")
        self.copy.add_padded(self.copying)
        self.remove.add_padded(self.removing)
        for part in (what, self.copy, self.way, self.remove):
            column.addWidget(part)
        column.addStretch(1)
        self.remove.hide()
        return side

    def _offer(self, *, removal: bool) -> None:
        """Let the removal take the place of the copy, or the other way round."""
        self.copy.setHidden(removal)
        self.way.setHidden(removal)
        self.remove.setVisible(removal)
        (self.removing.reason if removal else self.way).setFocus()

    def _bar(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("s"))
        for part in (self.before, self.after, self.place):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self.zoom, self.smaller, self.larger):
            line.addWidget(part)
        return line


CARDS = ("what", "copy", "remove")


def _lines(facts: DocumentFacts) -> list[tuple[str, str]]:
    """Return what a document is as names and values."""
    sort = say(f"choice.media.{facts.media.value}")
    lines = (
        ("dated", dates.dated(facts.dated_on) if facts.dated_on else ""),
        ("version", facts.version or ""),
        ("received", dates.dated(facts.received_on) if facts.received_on else ""),
        ("added-by", facts.added_by),
        ("sort", say("document.sort.words", sort=sort, n=facts.pages)),
    )
    kind = documents.kind_words(facts.kind)
    told = [(say(f"document.{name}"), value) for name, value in lines if value]
    return [(say("document.kind"), kind), *told]
