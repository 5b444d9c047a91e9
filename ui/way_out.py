"""The way out for what stands in a preview: print it, save it after a warning, or protected."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import sentence
from app.wording import say
from ui import actions, dialogs, theme
from ui.dialogs import Chosen, FileWanted, Question
from ui.printing import PrinterTrouble
from ui.protecting import ProtectBox
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
            other=say("protected.offer"),
            instead=self.ask_to_protect,
        )
        dialogs.ask(self, question, lambda yes: self._choose(self._save) if yes else None)

    def ask_to_protect(self) -> None:
        box = ProtectBox(self.window())
        box.taken.connect(self._choose_protected)
        box.open()

    def _print(self) -> None:
        self.allow(allowed=False)
        self._leaving.print_out(say(f"window.print.title.{self._key}"), self._printed)

    def _printed(self, printer: str, disclosure_id: int) -> None:
        words = say("window.print.done", printer=printer, number=disclosure_id)
        self._tell_released(words, disclosure_id)

    def _choose(self, chosen: Chosen) -> None:
        shown = self._leaving.shown
        if shown is None:  # something else was chosen meanwhile, and is still being drawn
            return
        title = say(f"window.save.choose.{self._key}")
        wanted = FileWanted(title, say("window.save.kind"), shown.file_name, saving=True)
        dialogs.choose_file(self, wanted, chosen)

    def _choose_protected(self, opened_by: str) -> None:
        self._choose(lambda target: self._save_protected(target, opened_by))

    def _save(self, target: Path) -> None:
        self.allow(allowed=False)
        self._leaving.save(_named(target), self._saved("window.save.done"))

    def _save_protected(self, target: Path, opened_by: str) -> None:
        self.allow(allowed=False)
        saved = self._saved("protected.done")
        self._leaving.save_protected(_named(target), opened_by, saved)

    def _saved(self, key: str) -> Callable[[Path, int], None]:
        def told(target: Path, disclosure_id: int) -> None:
            words = say(key, file=target.name, number=disclosure_id)
            self._tell_released(words, disclosure_id)

        return told

    def _tell_released(self, words: str, disclosure_id: int) -> None:
        self.allow(allowed=True)
        self._page.banner.tell("good", words)
        self.released.emit(disclosure_id)


def _named(target: Path) -> Path:
    return target if target.suffix else target.with_suffix(".pdf")
