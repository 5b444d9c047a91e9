"""Files on their way into a person's file: read, looked at elsewhere, kept; one after the other."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import document_files, documents
from app.acting import Done
from app.desk import Desk
from app.document_files import Given
from app.showing import Looked, Showing
from ui import tasks


class Adding(QObject):
    """Each step in its own lane, so that neither a stick nor a hostile file holds up anything."""

    began = Signal(str)  # the name of the file
    added = Signal(int, object)  # the number of the document, and what was done
    failed = Signal(str, object)  # the name of the file, and why not
    ended = Signal()

    def __init__(self, desk: Desk, person_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._person_id = desk, person_id
        self._left: deque[Path] = deque()
        self._now: Path | None = None

    @property
    def is_busy(self) -> bool:
        return self._now is not None

    def take(self, files: Iterable[Path]) -> None:
        """Add `files`, behind those that are on their way."""
        self._left.extend(files)
        if self._now is None:
            self._next()

    def _next(self) -> None:
        self._now = self._left.popleft() if self._left else None
        if self._now is None:
            self.ended.emit()
            return
        path = self._now
        self.began.emit(document_files.plain_name(path.name))
        tasks.run(
            lambda: document_files.read(path),
            owner=self,
            done=self._look,
            failed=self._fail,
            lane=tasks.FILES,
        )

    def _look(self, given: Given) -> None:
        tasks.run(
            lambda: _looked(given),
            owner=self,
            done=lambda looked: self._keep(given, looked),
            failed=self._fail,
            lane=tasks.SHOWING,
        )

    def _keep(self, given: Given, looked: Looked) -> None:
        desk, person_id = self._desk, self._person_id
        tasks.run(
            lambda: documents.add(desk, person_id, given, looked),
            owner=self,
            done=self._tell,
            failed=self._fail,
        )

    def _tell(self, kept: tuple[int, Done]) -> None:
        number, done = kept
        self.added.emit(number, done)
        self._next()

    def _fail(self, error: Exception) -> None:
        name = document_files.plain_name(self._now.name) if self._now else ""
        self.failed.emit(name, error)
        self._next()


def _looked(given: Given) -> Looked:
    showing = Showing()
    try:
        return showing.look(given.media, given.body)
    finally:
        showing.close()
