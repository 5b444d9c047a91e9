"""The way out of the program for what stands in a preview: print it, or save it after a warning."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import sentence
from app.wording import say
from ui import actions, dialogs, theme
from ui.dialogs import FileWanted, Question
from ui.printing import PrinterTrouble
from ui.releasing import Leaving
from ui.widgets.page import Page


class WayOut(QWidget):
    """Two buttons, and what they tell in the banner of their page; `key` chooses their words."""

    released = Signal(int)

    def __init__(self, page: Page, leaving: Leaving[Any], key: str) -> None:
        super().__init__()
        self._page, self._leaving, self._key = page, leaving, key
        self.print = actions.button(actions.PRINT, self._print, look="primary")
        self.save = actions.button(actions.SAVE_AS, self.ask_to_save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("s"))
        column.addWidget(self.print)
        column.addWidget(self.save)
        self.allow(allowed=False)

    def allow(self, *, allowed: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(allowed)

    def fail(self, error: Exception) -> None:
        """Say what went wrong; without a printer a file is offered."""
        self.allow(allowed=self._leaving.shown is not None)
        if isinstance(error, PrinterTrouble):
            words = sentence(error)
            self._page.banner.tell(
                "attention", words, say("window.action.save-as"), self.ask_to_save
            )
        else:
            self._page.fail(error)

    def ask_to_save(self) -> None:
        question = Question(
            say("window.save.title"),
            say("window.save.warning"),
            yes=say("window.save.yes"),
            no=say("window.save.no"),
        )
        dialogs.ask(self, question, lambda yes: self._choose() if yes else None)

    def _print(self) -> None:
        self.allow(allowed=False)
        self._leaving.print_out(say(f"window.print.title.{self._key}"), self._printed)

    def _printed(self, printer: str, disclosure_id: int) -> None:
        words = say("window.print.done", printer=printer, number=disclosure_id)
        self._tell_released(words, disclosure_id)

    def _choose(self) -> None:
        shown = self._leaving.shown
        if shown is None:  # something else was chosen meanwhile, and is still being drawn
            return
        title = say(f"window.save.choose.{self._key}")
        wanted = FileWanted(title, say("window.save.kind"), shown.file_name, saving=True)
        dialogs.choose_file(self, wanted, self._save)

    def _save(self, target: Path) -> None:
        self.allow(allowed=False)
        named = target if target.suffix else target.with_suffix(".pdf")
        self._leaving.save(named, self._saved)

    def _saved(self, target: Path, disclosure_id: int) -> None:
        words = say("window.save.done", file=target.name, number=disclosure_id)
        self._tell_released(words, disclosure_id)

    def _tell_released(self, words: str, disclosure_id: int) -> None:
        self.allow(allowed=True)
        self._page.banner.tell("good", words)
        self.released.emit(disclosure_id)
