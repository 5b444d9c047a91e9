"""The first step back: which backup, from the sticks that are plugged in or from any file."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt

from app import clock
from app.backup import finding
from app.backup.finding import FoundBackup, Where
from app.backup.places import Seen
from app.wording import say
from ui import actions, backup_words, dialogs, tasks
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.drive_watch import DriveWatch
from ui.screens.restore.answers import Answers
from ui.screens.restore.fetch import Fetch
from ui.steps.step import Step
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.labels import label

CHOOSE = Action("choose-backup", "", "folder-open")
FEW = 5  # backups that show before somebody asks for all
LEFT = Qt.AlignmentFlag.AlignLeft


class FindStep(Step):
    """The list is read anew whenever a stick comes or goes."""

    key = "find"
    texts = "restore"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.table = Table(RowsModel(_columns(answers)), say("restore.find.list"))
        self.none = label(say("restore.find.looking"), "quiet", wraps=True)
        self.all = actions.link("", self._show_all)
        self.choose = actions.button(CHOOSE, self._choose)
        self.watch = DriveWatch(self)
        self.fetch = Fetch(self)
        self._sticks: tuple[Where, ...] | None = None
        self._found: tuple[FoundBackup, ...] = ()
        self._files: tuple[FoundBackup, ...] = ()
        self._few = True
        self._build()
        self._connect()

    @property
    def chosen(self) -> FoundBackup | None:
        row = self.table.current_row()
        return row if isinstance(row, FoundBackup) else None

    @property
    def rows(self) -> tuple[FoundBackup, ...]:
        """The backups there are: files that were chosen by hand, then what was found."""
        return (*self._files, *self._found)

    def enter(self) -> None:
        self.watch.follow(self.answers.known)
        self.watch.wake(awake=True)

    def leave(self) -> None:
        """Look at the drives no more."""
        self.watch.wake(awake=False)

    def focus_first(self) -> None:
        (self.table if self.rows else self.choose).setFocus()

    def go_on(self) -> None:
        """Fetch the backup that is chosen, and look at every byte of it."""
        row = self.chosen
        if row is None or row.problem:
            self.tell(row.problem if row is not None else say("restore.find.none-chosen"))
            return
        self.answers.head = row.head
        self._say(0.0)
        self.fetch.start(row.path, self.answers.new_folder() / row.path.name)

    def call_off(self) -> None:
        """Give up what is being fetched, and choose again."""
        self.fetch.call_off()
        self.working.emit("")
        self.focus_first()

    def _say(self, part: float) -> None:
        self.working.emit(say("restore.find.fetching", part=int(part * 100)))

    def _take(self, near: Path) -> None:
        self.answers.near = near
        self.working.emit("")
        self.leave()
        self.settled.emit()

    def _refuse(self, problem: str) -> None:
        self.working.emit("")
        self.tell(problem)
        self.focus_first()

    def _look(self, seen: Seen) -> None:
        """Read what stands on the sticks, if they are not those of before."""
        there = [Where(each.label, each.folder) for each in seen.places if each.folder is not None]
        sticks = (*there, *(Where(drive.name, drive.root) for drive in seen.sticks))
        if sticks == self._sticks:
            return
        self._sticks = sticks
        said = self.answers

        def find() -> tuple[FoundBackup, ...]:
            # Of the record that is open it is known: its file is not to be read.
            said.own = said.own or said.remembered_id()
            return finding.found_on(sticks, said.own)

        tasks.run(
            find,
            owner=self,
            done=self._show,
            failed=self.fail,
            lane=tasks.DRIVES,
        )

    def _show(self, found: tuple[FoundBackup, ...]) -> None:
        # Whoever stayed at the newest goes on with the newest.
        before = self.chosen if self.table.currentIndex().row() > 0 else None
        was_empty = not self.rows
        self._found = found
        self._fill(before)
        self.none.setText(say("restore.find.nothing"))
        if was_empty and self.rows and self.choose.hasFocus():
            self.table.setFocus()

    def _fill(self, chosen: FoundBackup | None) -> None:
        rows = self.rows
        paths = [row.path for row in rows]
        at = paths.index(chosen.path) if chosen is not None and chosen.path in paths else 0
        self._few = self._few and at < FEW
        self.table.rows.show(rows[:FEW] if self._few else rows)
        self.table.fit_height()
        self.table.setVisible(bool(rows))
        self.none.setHidden(bool(rows))
        self.all.setVisible(self._few and len(rows) > FEW)
        self.all.setText(say("restore.find.all", n=len(rows)))
        self.all.setAccessibleName(self.all.text())
        if rows:
            self.table.setCurrentIndex(self.table.rows.index(at, 0))

    def _show_all(self) -> None:
        self._few = False
        self._fill(self.chosen)
        self.table.setFocus()

    def _choose(self) -> None:
        wanted = FileWanted(say("restore.find.choose"), say("restore.find.kind"))
        dialogs.choose_file(self, wanted, self._look_at)

    def _look_at(self, path: Path) -> None:
        """Put a file that was chosen by hand first; its drive may take long to answer."""
        if not shiboken6.isValid(self):
            return
        tasks.run(
            lambda: finding.look_at(path, say("restore.find.by-hand")),
            owner=self,
            done=self._add,
            failed=self.fail,
            lane=tasks.DRIVES,
        )

    def _add(self, found: FoundBackup) -> None:
        self._files = (found, *(each for each in self._files if each.path != found.path))
        self._found = tuple(each for each in self._found if each.path != found.path)
        self._fill(found)
        self.tell(found.problem)
        self.table.setFocus()

    def _build(self) -> None:
        for part in (self.table, self.none):
            self.column.addWidget(part)
        self.column.addWidget(self.all, 0, LEFT)
        self.column.addWidget(self.choose, 0, LEFT)
        self.table.hide()
        self.all.hide()

    def _connect(self) -> None:
        self.watch.seen.connect(self._look)
        self.watch.failed.connect(self.fail)
        self.watch.silent.connect(lambda: self.tell(say("backups.silent")))
        self.table.opened.connect(lambda _row: self.go_on())
        self.table.chosen.connect(lambda _row: self.tell(""))
        self.fetch.moved.connect(self._say)
        self.fetch.done.connect(self._take)
        self.fetch.refused.connect(self._refuse)
        self.fetch.failed.connect(self.fail)


def _columns(answers: Answers) -> tuple[Column[FoundBackup], ...]:
    def made(row: FoundBackup) -> Cell:
        if row.head is None:
            return Cell(row.path.name)
        zone = clock.machine_zone()  # that of the court is inside the record
        return Cell(backup_words.made(clock.local(row.head.created, zone), clock.today(zone)))

    def state(row: FoundBackup) -> Cell:
        if row.head is None:
            return Cell(say("restore.state.bad"), icon="octagon-alert", tone="problem")
        if answers.own not in {None, row.head.record_id}:
            return Cell(say("restore.state.other"), icon="triangle-alert", tone="attention")
        return Cell(say("restore.state.good"), icon="circle-check", tone="good")

    return (
        Column(say("backups.column.no"), _number, Cell("188", strong=True)),
        Column(
            say("backups.column.made"), made, Cell("Wed\N{NO-BREAK SPACE}Nov 28, 12:48 PM"),
            gives=True, fills=True,
        ),
        Column(say("restore.column.where"), _where, Cell("Stick A, blue"), gives=True),
        Column(say("restore.column.state"), state, Cell(say("restore.state.other"), icon="check")),
    )  # fmt: skip


def _number(row: FoundBackup) -> Cell:
    return Cell(str(row.head.seq) if row.head is not None else "", strong=True)


def _where(row: FoundBackup) -> Cell:
    return Cell(row.where)
