"""The card of the sticks and folders that backups go to: added, named, ejected, let go."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.backup import drives, places
from app.backup.overview import Overview
from app.backup.places import PlaceFacts, Seen
from app.desk import Desk
from app.errors import sentence
from app.wording import say
from models.errors import BadInput
from ui import actions, dialogs, tasks
from ui.backups import Backups
from ui.dialogs import FileWanted, Question
from ui.screens.backups.place_row import PlaceRow
from ui.widgets.card import Card
from ui.widgets.labels import label


class PlacesCard(Card):
    """One line a place; what is plugged in shows by itself."""

    failed = Signal(object)
    saved = Signal(str)
    rearranged = Signal()

    def __init__(self, desk: Desk, backups: Backups) -> None:
        super().__init__(say("backups.places"))
        self._desk, self._backups = desk, backups
        self._opens: int | None = None  # the place that was just added, to be named
        self.rows: dict[int, PlaceRow] = {}
        self.none = label(say("backups.places.none"), "quiet", wraps=True)
        self.add_place = actions.button(actions.ADD_PLACE, self.offer, look="chip")
        self.head.addWidget(self.add_place)
        self.menu = QMenu(self)
        self.add_padded(self.none)

    def show_places(self, found: Overview, seen: Seen) -> None:
        """Show the places there are, each row kept as long as its place is."""
        shown = {place.id: place for place in seen.places}
        for gone in self.rows.keys() - shown.keys():
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        busy = self._backups.work.is_running or self._backups.proof.is_running
        today = self._desk.today()
        for place in seen.places:
            if place.id not in self.rows:
                self.rows[place.id] = self._row(place)
            self.rows[place.id].tell(place, found.lines_in(place.id), today, busy=busy)
        for number, row in enumerate(self.rows.values()):
            row.line.setVisible(number > 0)
        self.none.setVisible(not self.rows)
        if self._opens in self.rows:
            self.rows[self._opens].open_form()
            self._opens = None

    def offer(self) -> None:
        """Offer the sticks that are plugged in and are no place yet, and any folder."""
        if self._backups.seen.strangers:
            self.fill_menu()
            self.menu.popup(self.add_place.mapToGlobal(QPoint(0, self.add_place.height())))
        else:
            self.choose()

    def fill_menu(self) -> None:
        self.menu.clear()
        for drive in self._backups.seen.strangers:
            chosen = self.menu.addAction(drive.name)
            chosen.triggered.connect(lambda _on, root=drive.root: self.look_at(root))
        self.menu.addAction(say("backups.add.folder")).triggered.connect(self.choose)

    def choose(self) -> None:
        wanted = FileWanted(say("backups.add.choose"), "", folder=True)
        dialogs.choose_file(self, wanted, self.look_at)

    def look_at(self, folder: Path) -> None:
        """Ask once about a folder on the record's own drive, then make it a place."""
        own = self._backups.own_folder
        tasks.run(
            lambda: drives.is_same(folder, own),
            owner=self,
            done=lambda same: self._ask(folder) if same else self._add(folder),
            failed=self.failed.emit,
            lane=tasks.DRIVES,
        )

    def _ask(self, folder: Path) -> None:
        def answered(yes: bool) -> None:  # noqa: FBT001 - as the box calls it
            if yes:
                self._add(folder)

        words = [say(f"backups.add.same{part}") for part in ("", ".text", ".yes", ".no")]
        dialogs.ask(self, Question(*words), answered)

    def _add(self, folder: Path) -> None:
        tasks.run(
            lambda: self._enter(folder), owner=self, done=self._added, failed=self.failed.emit
        )

    def _enter(self, folder: Path) -> tuple[int, str]:
        with self._desk.work() as session:
            name = places.offered_label(session, drives.of(folder))
            return places.add(session, folder, name, self._desk.today()), name

    def _added(self, told: tuple[int, str]) -> None:
        self._opens, name = told
        self.saved.emit(say("backups.place.added", place=name))

    def _row(self, place: PlaceFacts) -> PlaceRow:
        row = PlaceRow(place)
        row.eject_wanted.connect(self._backups.eject)
        row.saved.connect(self._describe)
        row.removed.connect(self._forget)
        row.opened.connect(self.rearranged)
        self.add(row)
        return row

    def _describe(self, row: PlaceRow, name: str, kept_at: str) -> None:
        place_id = row.place.id

        def write() -> None:
            with self._desk.work() as session:
                places.describe(session, place_id, name, kept_at)

        def done(_done: object) -> None:
            row.close_form()
            self.saved.emit(say("backups.place.saved", place=" ".join(name.split())))

        tasks.run(write, owner=row, done=done, failed=lambda error: self._refuse(row, error))

    def _refuse(self, row: PlaceRow, error: Exception) -> None:
        if isinstance(error, BadInput) and row.form is not None:
            row.form.refuse(sentence(error))
        else:
            self.failed.emit(error)

    def _forget(self, row: PlaceRow) -> None:
        place = row.place

        def write() -> None:
            with self._desk.work() as session:
                places.forget(session, place.id, self._desk.today())

        def done(_done: object) -> None:
            self.add_place.setFocus()
            self.saved.emit(say("backups.place.removed", place=place.label))

        tasks.run(write, owner=self, done=done, failed=self.failed.emit)
