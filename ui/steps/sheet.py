"""The recovery sheet on paper, without which no record may be used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from app.wording import say
from reports import files
from reports.drawn import Drawn
from ui import actions, dialogs, printing, tasks
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.steps.step import Answers, Step
from ui.widgets.labels import label

SAVE = Action("save-sheet", "Ctrl+S", "save")


class SheetStep(Step):
    """Print or save; its groups never stand on the screen."""

    key = "sheet"

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.is_out = False
        self._page: Drawn | None = None
        self.print = actions.button(actions.PRINT, self._print)
        self.save = actions.button(SAVE, self._choose)
        self.state = label(say("first.sheet.drawing"), wraps=True)
        self.column.addWidget(label(say("first.sheet.once"), "quiet", wraps=True))
        line = QHBoxLayout()
        line.addWidget(self.print)
        line.addWidget(self.save)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.state)

    def enter(self) -> None:
        """Draw the sheet in the drawing process; it comes back by pipe and stays in memory."""
        sheet, lane = self.answers.sheet, self.answers.lane
        if self._page is not None or sheet is None:
            return
        self._let(allowed=False)
        self._run(lambda: lane.draw("recovery-sheet", sheet), self._take)

    def focus_first(self) -> None:
        self.print.setFocus()

    def go_on(self) -> None:
        if self.is_out:
            self.settled.emit()
        else:
            self.tell(say("first.sheet.not-kept"))

    def _take(self, page: Drawn) -> None:
        self._page = page
        self.state.setText(say("first.sheet.ready"))
        self._let(allowed=True)
        self.print.setFocus()

    def _print(self) -> None:
        page = self._page
        if page is None:
            return
        self._begin(say("first.sheet.sending"))

        def send() -> str:
            printer = printing.printer()
            printing.send(page.pdf, printer, say("first.sheet.job"))
            return printer

        self._run(send, lambda printer: self._out(say("first.sheet.printed", printer=printer)))

    def _choose(self) -> None:
        if self._page is None:
            return
        wanted = FileWanted(
            say("first.sheet.save"), say("window.save.kind"), say("first.sheet.file"), saving=True
        )
        dialogs.choose_file(self, wanted, self._save)

    def _save(self, target: Path) -> None:
        page = self._page
        if page is None:
            return
        # The system's own box has asked about a file of the name that was chosen, and no other.
        named = target if target.suffix else target.with_suffix(".pdf")
        self._begin("")
        self._run(
            lambda: files.write(named, page.pdf, overwrite=named == target),
            lambda _written: self._out(say("first.sheet.saved", file=named.name)),
        )

    def _begin(self, words: str) -> None:
        self.tell("")
        self._let(allowed=False)
        self.state.setText(words)

    def _out(self, words: str) -> None:
        self.is_out = True
        self.state.setText(words)
        self._let(allowed=True)
        self.ready.emit()

    def _fail(self, error: Exception) -> None:
        self._let(allowed=self._page is not None)
        self.state.setText(say("first.sheet.ready") if self._page is not None else "")
        self.fail(error)
        self.save.setFocus()

    def _let(self, *, allowed: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(allowed)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        tasks.run(work, owner=self, done=done, failed=self._fail, lane=tasks.PAGES)
