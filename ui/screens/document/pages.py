"""Pages of one document for the window: asked of the process that opens it, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app import documents
from app.desk import Desk
from app.documents import DocumentFacts
from app.showing import Looked, Picture, Showing
from ui import tasks


@dataclass(frozen=True)
class Page:
    """One page, ready to be painted."""

    number: int
    image: QImage
    words: str


class Pages(QObject):
    """Reads a document from the record, has it opened elsewhere, and hands its pages over."""

    opened = Signal(object)  # the bytes, which somebody may want a copy of
    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, facts: DocumentFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._facts = desk, facts
        self._showing = Showing()
        self._wanted: tuple[int, int] | None = None
        self._is_asking = True
        self._run(self._content, self._look, tasks.RECORD)

    def ask(self, number: int, width: int) -> None:
        """Have page `number` drawn; of what is asked for meanwhile only the last is drawn."""
        self._wanted = number, width
        if not self._is_asking:
            self._next()

    def close(self) -> None:
        self._showing.close()

    def _content(self) -> bytes:
        with self._desk.read() as session:
            return documents.content(session, self._facts.id)

    def _look(self, body: bytes) -> None:
        showing, media = self._showing, self._facts.media
        self.opened.emit(body)
        self._run(lambda: showing.look(media, body), self._looked, tasks.SHOWING)

    def _looked(self, _looked: Looked) -> None:
        self._is_asking = False
        self._next()

    def _next(self) -> None:
        if self._wanted is None:
            return
        (number, width), self._wanted = self._wanted, None
        showing = self._showing
        self._is_asking = True
        self._run(lambda: _page(showing, number, width), self._show, tasks.SHOWING)

    def _show(self, page: Page) -> None:
        self._is_asking = False
        self.shown.emit(page)
        self._next()

    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self.failed.emit(error)

    def _run(self, work: Callable[[], object], done: Callable[..., None], lane: str) -> None:
        tasks.run(work, owner=self, done=done, failed=self._fail, lane=lane)


def _page(showing: Showing, number: int, width: int) -> Page:
    return Page(number, *_image(showing.page(number, width)))


def _image(drawn: Picture) -> tuple[QImage, str]:
    """Return a picture as the screen has it, made here, where no window waits for it."""
    kind = QImage.Format.Format_RGB888
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 3, kind)
    return image.convertToFormat(QImage.Format.Format_RGB32), drawn.words
