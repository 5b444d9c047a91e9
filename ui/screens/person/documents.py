"""Documents of one person: all of them, a way to add more, and what waits to be described."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from app import documents
from app.acting import Done
from app.desk import Desk
from app.document_bounds import MEGABYTE
from app.documents import DocumentFacts
from app.errors import sentence
from app.wording import say
from models.document import DocumentKind
from models.errors import Trouble
from reports import dates
from ui import actions, dialogs, moments
from ui.dialogs import FileWanted
from ui.screens.person.adding import Adding
from ui.screens.person.listed import Listed, ListedTab
from ui.tables.rows import Cell, Column
from ui.widgets.banner import Banner
from ui.widgets.labels import with_icon
from ui.widgets.turns import Step

DOCUMENTS = Listed(
    "person.documents",
    "person.documents.what",
    "person.documents.none",
    actions.ADD_DOCUMENT,
    "document",
    frozenset({"document"}),
)


class DocumentsTab(ListedTab):
    """What was added without a word is listed all the same, and says that it waits for one."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        self.banner = Banner()
        super().__init__(desk, person_id, DOCUMENTS, self._papers, self._columns)
        self._outer.insertWidget(0, self.banner)
        self.adding = Adding(desk, person_id, self)
        self.adding.began.connect(self._tell_begun)
        self.adding.added.connect(self._tell_added)
        self.adding.failed.connect(self._tell_failed)
        self._refused: list[str] = []
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._take(files)

    def _papers(self, session: Any) -> Any:
        return documents.of_person(session, self.person_id)

    def _steps(self, papers: Any, column: QVBoxLayout) -> list[Step]:
        steps = super()._steps(list(papers.of_person), column)
        if papers.are_many:
            size = papers.bytes_in_record // MEGABYTE
            words = say("person.documents.many", size=size)
            column.addWidget(with_icon("triangle-alert", words, tone="attention"))
        return steps

    def _columns(self) -> tuple[Column[DocumentFacts], ...]:
        widest = max((documents.kind_words(kind) for kind in (*DocumentKind, None)), key=len)
        return (
            Column(say("window.column.day"), self._day, moments.WIDEST_DAY),
            Column(
                say("person.documents.kind"), kind_cell, Cell(widest, icon="file-text", strong=True)
            ),
            Column(say("person.documents.title"), _title_cell, Cell(""), fills=True),
            Column(
                say("person.documents.size"),
                lambda facts: Cell("", say("person.documents.pages", n=facts.pages)),
                Cell("", say("person.documents.pages", n=2000)),
                spare=True,
            ),
        )

    def _day(self, facts: DocumentFacts) -> Cell:
        day = facts.dated_on or facts.received_on
        return moments.day_cell(day, self.today) if day else Cell("")

    def _open(self, row: DocumentFacts) -> None:
        self.wants.emit("document", (self.person_id, row.id))

    def _add(self) -> None:
        kind = say("person.documents.choose.kind")
        wanted = FileWanted(say("person.documents.choose"), kind)
        dialogs.choose_file(self, wanted, lambda path: self._take([path]))

    def _take(self, files: list[Path]) -> None:
        if not self.adding.is_busy:
            self._refused = []
            self.banner.hide()
        self.adding.take(files)

    def _tell_begun(self, name: str) -> None:
        if not self._refused:
            self.banner.tell("info", say("person.documents.adding", file=name))

    def _tell_added(self, _number: int, done: Done) -> None:
        if not self._refused:
            self.banner.hide()
        self.saved.emit(done.sentence, documents.take_back(self.desk, done))

    def _tell_failed(self, name: str, error: Exception) -> None:
        """Say which file was not added and why; of several, all of them."""
        if not isinstance(error, Trouble):
            self.banner.hide()
            self.failed.emit(error)
            return
        self._refused.append(say("person.documents.refused", file=name, why=sentence(error)))
        self.banner.tell("problem", "\n".join(self._refused))


def files_of(dropped: QMimeData) -> list[Path]:
    """Return the files among what was dropped; what is not on this computer is none."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def kind_cell(facts: DocumentFacts) -> Cell:
    """Return what a document is, with a mark where that waits to be said."""
    if facts.kind is None:
        return Cell(documents.kind_words(None), icon="circle-question-mark", tone="attention")
    return Cell(documents.kind_words(facts.kind), icon="file-text", tone="quiet", strong=True)


def _title_cell(facts: DocumentFacts) -> Cell:
    received = facts.received_on
    if facts.dated_on is None or received is None:
        return Cell(facts.name)
    return Cell(facts.name, say("person.documents.received", day=dates.dated(received)))
