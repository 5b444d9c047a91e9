"""Boxes for tests: they answer at once what the test said, and remember what nobody expected."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.dialogs import Answer, Chosen, Dialogs, FileWanted, Question

if TYPE_CHECKING:
    from pathlib import Path


class Recorder(Dialogs):
    """Stands in for the real boxes."""

    def __init__(self) -> None:
        self.answers: list[bool] = []
        self.files: list[Path | None] = []
        self.expected: set[str] = set()
        self.unexpected: list[str] = []
        self.questions: list[Question] = []
        self.wanted: list[FileWanted] = []
        self.told: list[tuple[str, str]] = []

    def ask(self, parent: QWidget, question: Question, answered: Answer) -> None:
        self.questions.append(question)
        if self.answers:
            answered(self.answers.pop(0))
        else:
            self.unexpected.append(question.title)

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        self._tell(title, text)

    def tell_report(self, parent: QWidget, text: str, report: str) -> None:
        self._tell(text, report)

    def choose_file(self, parent: QWidget, wanted: FileWanted, chosen: Chosen) -> None:
        self.wanted.append(wanted)
        if not self.files:
            self.unexpected.append(wanted.title)
            return
        file = self.files.pop(0)
        if file is not None:
            chosen(file)

    def _tell(self, title: str, text: str) -> None:
        self.told.append((title, text))
        if "told" not in self.expected:
            self.unexpected.append(title)
