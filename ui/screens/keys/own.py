"""The first step to new keys: whose record it is, shown once more."""

from app.errors import sentence
from app.vault import holders
from app.vault.unlock import SHEET_HOLDER
from app.wording import say
from models.errors import WrongSecret
from ui import tasks
from ui.screens.keys.answers import Answers
from ui.steps.step import Step
from ui.widgets.own_secret import OwnSecret


class OwnStep(Step):
    """Says what will happen, and asks for the passphrase or the sheet."""

    key = "own"
    texts = "renew"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.own = OwnSecret(answers.opened.desk.holder)
        self.column.addWidget(self.own)

    def focus_first(self) -> None:
        self.own.focus_first()

    def go_on(self) -> None:
        secret, record = self.own.secret(), self.answers.opened
        self.own.tell("")
        self.working.emit(say("renew.own.looking"))

        def keep() -> None:
            self.answers.secret = secret
            if record.desk.holder != SHEET_HOLDER:
                self.answers.holder = record.desk.holder
            self.working.emit("")
            self.settled.emit()

        tasks.run(
            lambda: holders.act(record, secret),
            owner=self,
            done=lambda _acting: keep(),
            failed=self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, WrongSecret):
            self.working.emit("")
            self.own.tell(sentence(error), error.facts.get("group"))
        else:
            self.fail(error)
