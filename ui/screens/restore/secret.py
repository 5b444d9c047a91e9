"""The second step back: a passphrase of the day the backup was made, or the sheet."""

from app.backup import proving, verifying
from app.backup.verifying import OpenBackup
from app.errors import sentence
from app.vault.unlock import Secret
from app.wording import say
from models.errors import WrongSecret
from ui import tasks
from ui.screens.restore.answers import Answers
from ui.steps.step import Step
from ui.widgets.own_secret import OwnSecret


class SecretStep(Step):
    """Opens the copy on this computer; the stick may be pulled meanwhile."""

    key = "secret"
    texts = "restore"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.own = OwnSecret("", "restore.secret")
        self.column.addWidget(self.own)

    @property
    def what(self) -> str:
        head = self.answers.head
        return say(
            "restore.secret.what", number=head.seq if head else 0, moment=self.answers.moment
        )

    def focus_first(self) -> None:
        self.own.focus_first()

    def go_on(self) -> None:
        secret, near = self.own.secret(), self.answers.near
        if near is None:
            raise AssertionError("the backup comes before what opens it")
        if secret.sheet is None and not secret.passphrase:
            self.own.tell(say("window.unlock.empty"))
            return
        self.own.tell("")
        self.working.emit(say("restore.secret.looking"))

        def open_it() -> OpenBackup:
            opened = verifying.open_backup(near, secret)
            proving.refuse_newer(opened)
            return opened

        tasks.run(
            open_it,
            owner=self,
            done=lambda opened: self._keep(secret, opened),
            failed=self._refuse,
            lane=tasks.CARRY,
        )

    def _keep(self, secret: Secret, opened: OpenBackup) -> None:
        self.answers.secret, self.answers.opened = secret, opened
        self.working.emit("")
        self.settled.emit()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, WrongSecret):
            self.working.emit("")
            self.own.tell(sentence(error), error.facts.get("group"))
        else:
            self.fail(error)
