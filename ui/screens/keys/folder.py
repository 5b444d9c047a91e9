"""Where the first backup under the new keys goes; at its end the new keys are made."""

from pathlib import Path

from app.backup import drives, places, writing
from app.backup.places import PlaceFacts
from app.desk import sorted_failures
from app.vault import creation, replacing
from app.vault.replacing import Plan
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from app.wording import say
from ui import actions, dialogs, tasks
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.screens.keys.answers import Answers
from ui.steps.step import Step
from ui.widgets.boxes import ChoiceBox
from ui.widgets.question import Question

CHOOSE = Action("choose-file", "", "folder-open")


class FolderStep(Step):
    """A stick that is plugged in, another folder, or beside the record."""

    key = "folder"
    texts = "renew"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.where = ChoiceBox()
        self.choose = actions.button(CHOOSE, self._choose)
        self.row = Question(say("renew.folder.where"), self.where, say("renew.folder.help"))
        self.row.line.addWidget(self.choose)
        self.column.addWidget(self.row)
        self._offer([], None)

    def enter(self) -> None:
        """Look in a lane for what is plugged in: a stick may take its time to answer."""
        self.answers.plan = None
        tasks.run(self._read, owner=self, done=self._take, failed=self.fail)

    def focus_first(self) -> None:
        self.where.setFocus()

    def go_on(self) -> None:
        """Make the new keys; they open nothing before the last step."""
        said = self.answers
        said.folder, said.place_id = self.where.currentData()
        new = NewHolder(said.holder, said.passphrase, creation.ROLE)
        self.tell("")
        self.working.emit(say("renew.folder.making"))
        tasks.run(lambda: self._plan(new), owner=self, done=self._keep, failed=self.fail)

    def _read(self) -> tuple[list[PlaceFacts], PlaceFacts | None]:
        mounted = drives.mounted()
        with self.answers.opened.desk.read() as session:
            return places.facts(session, mounted), places.last_used(session, mounted)

    def _take(self, found: tuple[list[PlaceFacts], PlaceFacts | None]) -> None:
        self._offer(*found)

    def _offer(self, known: list[PlaceFacts], last: PlaceFacts | None) -> None:
        beside = self.answers.opened.files.record.parent
        there = [(each.label, (each.folder, each.id)) for each in known if each.folder is not None]
        self.where.clear()
        self.where.fill([*there, (say("renew.folder.beside"), (beside, None))])
        if last is not None:
            self.where.setCurrentText(last.label)

    def _choose(self) -> None:
        wanted = FileWanted(say("first.backup.choose"), "", "", folder=True)
        dialogs.choose_file(self, wanted, self._add)

    def _add(self, folder: Path) -> None:
        self.where.addItem(str(folder), (folder, None))
        self.where.setCurrentIndex(self.where.count() - 1)

    def _plan(self, new: NewHolder) -> Plan:
        record, folder = self.answers.opened, self.answers.folder
        with sorted_failures():
            writing.refuse_small(folder or Path(), record.files.record.stat().st_size)
        return replacing.plan(record, self.answers.secret or Secret(), new)

    def _keep(self, plan: Plan) -> None:
        self.answers.plan = plan
        self.working.emit("")
        self.settled.emit()
