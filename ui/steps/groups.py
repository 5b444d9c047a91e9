"""Two groups typed back show that the paper can be read, before anyone needs it."""

import secrets

from PySide6.QtWidgets import QHBoxLayout

from app.errors import sentence
from app.vault import recovery
from app.wording import say
from models.errors import WrongSecret
from ui.steps.step import Answers, Step
from ui.widgets.question import Question
from ui.widgets.sheet_field import GROUPS, LENGTH, GroupField

ASKED = 2


class GroupsStep(Step):
    """Chance says which two; they are asked anew each time the step is shown."""

    key = "groups"

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.rows: dict[int, Question] = {}
        self._line = QHBoxLayout()
        self.column.addLayout(self._line)

    def field(self, group: int) -> GroupField:
        found = self.rows[group].field
        if not isinstance(found, GroupField):
            raise TypeError(group)
        return found

    def enter(self) -> None:
        while (item := self._line.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        chosen = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), ASKED))
        self.rows = {number: _row(number) for number in chosen}
        for row in self.rows.values():
            self._line.addWidget(row)

    def focus_first(self) -> None:
        self.field(min(self.rows)).setFocus()

    def go_on(self) -> None:
        sheet = self.answers.sheet
        if sheet is None:
            raise AssertionError("the sheet comes before its groups")
        for row in self.rows.values():
            row.tell("")
        typed = {number: self.field(number).text() for number in self.rows}
        try:
            recovery.refuse_wrong_group(sheet.groups, typed)
        except WrongSecret as error:
            self.point_at(self.rows[int(str(error.facts["group"]))], sentence(error))
            return
        self.answers.is_kept = True
        self.settled.emit()


def _row(number: int) -> Question:
    field = GroupField()
    field.setProperty("look", "group")
    field.setMaxLength(LENGTH + 2)  # a space or a dash does not matter
    field.pasted.connect(field.insert)
    return Question(say("first.groups.label", number=number), field, say("first.groups.help"))
