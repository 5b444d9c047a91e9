"""The third step: where the record lives; at its end the record is made."""

import shiboken6
from PySide6.QtWidgets import QLineEdit

from app import first_start
from app.first_start import Asked
from app.vault.creation import Made
from app.wording import say
from models.errors import BadInput
from ui import actions, dialogs, tasks
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.screens.first_start.answers import Answers
from ui.steps.step import Step
from ui.widgets.question import Question

CHOOSE = Action("choose-file", "", "folder-open")


class PlaceStep(Step):
    """One path, offered so that nobody has to change it."""

    key = "place"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.path = QLineEdit(str(first_start.offered_path()))
        self.choose = actions.button(CHOOSE, self._choose)
        help_ = say("first.place.path.help")
        self.row = Question(say("first.place.path"), self.path, help_)
        self.row.line.addWidget(self.choose)
        self.column.addWidget(self.row)

    @property
    def onward(self) -> str:
        return say("first.place.go")

    def focus_first(self) -> None:
        self.path.setFocus()

    def go_on(self) -> None:
        """Make the record in the record lane, saying what is being done."""
        said = self.answers
        if said.profile is None:
            raise AssertionError("the court comes before the record")
        self.row.tell("")
        self.tell("")
        try:
            path = first_start.record_at(self.path.text())
        except BadInput as error:
            self.fail(error)
            return
        self.path.setText(str(path))
        asked = Asked(path, said.profile, said.holder, said.passphrase)
        self._say("folder")
        tasks.run(
            lambda: first_start.make(asked, lambda part: tasks.announce(lambda: self._say(part))),
            owner=self,
            done=self._keep,
            failed=self.fail,
        )

    def _choose(self) -> None:
        wanted = FileWanted(
            say("first.place.choose"), say("window.open.kind"), self.path.text(), saving=True
        )
        dialogs.choose_file(self, wanted, lambda path: self.path.setText(str(path)))

    def _say(self, part: str) -> None:
        if shiboken6.isValid(self):
            self.working.emit(say(f"first.making.{part}"))

    def _keep(self, made: Made) -> None:
        self.answers.made = made
        self.working.emit("")
        self.settled.emit()
