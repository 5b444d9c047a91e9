"""One stick or folder on a line: whether it is there, what stands on it, and what can be done."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.backup.overview import BackupLine
from app.backup.places import PlaceFacts
from app.wording import say
from models.backup import PlaceKind
from reports import dates
from ui import actions, backup_words, icons, theme
from ui.screens.backups.place_form import PlaceForm
from ui.widgets.labels import Elided, label, picture, rule

ICONS = {PlaceKind.STICK: "usb", PlaceKind.FOLDER: "folder-open"}
LEAST = 120  # pixels at 100 % that the words about a place keep


class PlaceRow(QWidget):
    """Told anew when something has changed, so that the focus stays where it is."""

    eject_wanted = Signal(object)
    saved = Signal(object, str, str)
    removed = Signal(object)
    opened = Signal()  # something stands in the way of the Tab key that did not before

    def __init__(self, place: PlaceFacts) -> None:
        super().__init__()
        self.place = place
        self.form: PlaceForm | None = None
        self.name = label("", "strong")
        self.mark = picture("house", "quiet")
        self.words = Elided("", "", LEAST)
        self.aside = label("", "quiet")
        self.eject = actions.button(actions.EJECT, self._eject, look="chip")
        self.change = QPushButton(say("backups.place.change"))
        self.change.setProperty("look", "chip")
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.open_form)
        self.line = rule()  # between this place and the one above it
        self._build(ICONS[place.kind])

    def tell(self, place: PlaceFacts, lines: list[BackupLine], today: date, *, busy: bool) -> None:
        """Show where the place is now, and what stands there; while `busy` it is not ejected."""
        self.place = place
        there = place.folder is not None
        self.name.setText(place.label)
        look = ("circle-check", "good") if there else ("house", "quiet")
        self.mark.setPixmap(icons.pixmap(*look))
        words = backup_words.where(place, len(lines), lines[0].seq if lines else None)
        self.words.setText(words)
        self.words.setToolTip(words)
        free = say("backups.place.free", size=backup_words.size(place.free or 0))
        seen = say("backups.place.seen", day=dates.near(place.seen_on, today))
        self.aside.setText(free if there else seen)
        self.eject.setVisible(place.drive is not None)
        self.eject.setEnabled(not busy)
        self.eject.setAccessibleName(say("backups.eject.of", place=place.label))
        self.change.setAccessibleName(say("backups.place.change.of", place=place.label))

    def open_form(self) -> None:
        """Ask for name and place below the line."""
        if self.form is None:
            self.form = form = PlaceForm(self.place)
            form.saved.connect(lambda name, at: self.saved.emit(self, name, at))
            form.removed.connect(lambda: self.removed.emit(self))
            form.closed.connect(self.close_form)
            self._column.addWidget(form)
            self.change.hide()
            self.opened.emit()
        self.form.focus()

    def close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.change.show()
            self.change.setFocus()
            form.hide()
            form.deleteLater()

    def _eject(self) -> None:
        self.eject_wanted.emit(self.place)

    def _build(self, icon: str) -> None:
        dressed = theme.current()
        top = QWidget()
        top.setMinimumHeight(dressed.size("button") + dressed.space("s"))
        line = QHBoxLayout(top)
        edge, between = dressed.space("l"), dressed.space("s")
        line.setContentsMargins(edge, dressed.space("xs"), edge, dressed.space("xs"))
        line.setSpacing(between)
        for each in (picture(icon, "quiet"), self.name):
            line.addWidget(each)
        line.addSpacing(between)
        line.addWidget(self.mark)
        line.addWidget(self.words, 1)
        behind: tuple[QWidget, ...] = (self.aside, self.eject, self.change)
        for widget in behind:
            line.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(top)
