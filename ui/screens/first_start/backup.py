"""The sixth step: where backups will go, asked while the stick is at hand; it may wait."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from app import first_start
from app.wording import say
from ui import actions, dialogs, tasks
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.screens.first_start.answers import Answers
from ui.steps.step import Step
from ui.widgets.question import Question

CHOOSE = Action("choose-file", "", "folder-open")


class BackupStep(Step):
    """One folder, or none for now."""

    key = "backup"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.path = QLineEdit()
        self.choose = actions.button(CHOOSE, self._choose)
        help_ = say("first.backup.path.help")
        self.row = Question(say("first.backup.path"), self.path, help_)
        self.row.line.addWidget(self.choose)
        self.column.addWidget(self.row)
        self._accepted: Path | None = None

    def focus_first(self) -> None:
        self.path.setFocus()

    def go_on(self) -> None:
        typed, made = self.path.text().strip(), self.answers.made
        self.row.tell("")
        self.tell("")
        if not typed or made is None:
            self.answers.backup_folder = None
            self.settled.emit()
            return
        folder, record = Path(typed).expanduser(), made.files.record
        self.working.emit(say("first.backup.looking"))
        tasks.run(
            lambda: _look(folder, record),
            owner=self,
            done=lambda same: self._take(folder, same=same),
            failed=self.fail,
            lane=tasks.PAGES,
        )

    def _take(self, folder: Path, *, same: bool) -> None:
        self.working.emit("")
        if same and folder != self._accepted:
            # Going on once more with the same folder insists on it.
            self._accepted = folder
            self.tell(say("first.backup.same"))
            self.path.setFocus()
            return
        self.answers.backup_folder = folder
        self.settled.emit()

    def _choose(self) -> None:
        wanted = FileWanted(say("first.backup.choose"), "", self.path.text(), folder=True)
        dialogs.choose_file(self, wanted, lambda path: self.path.setText(str(path)))


def _look(folder: Path, record: Path) -> bool:
    """Return whether the folder is on the record's own drive; a stick may be slow to answer."""
    first_start.refuse_backup_folder(folder)
    return first_start.is_on_same_drive(folder, record)
