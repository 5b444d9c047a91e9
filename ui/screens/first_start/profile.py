"""The first step: what the court is called, and by which clock it lives."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from app import clock, court
from app.court import ZONES, Profile
from app.errors import sentence
from app.wording import has, say
from models.base import field_of
from models.court import Court
from ui.screens.first_start.answers import Answers
from ui.steps.step import Step
from ui.widgets.boxes import ChoiceBox
from ui.widgets.question import Question

TEXTS = ("name", "county", "judge", "place")


class ProfileStep(Step):
    """Four lines and the time zone, which is the machine's until somebody says otherwise."""

    key = "profile"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.zone = ZoneBox()
        self.rows = {
            name: Question(field_of(Court, name).label, QLineEdit(), help_(name)) for name in TEXTS
        }
        self.rows["time_zone"] = Question(
            field_of(Court, "time_zone").label, self.zone, help_("time_zone")
        )
        for row in self.rows.values():
            self.column.addWidget(row)

    def text(self, name: str) -> QLineEdit:
        """Return the line in which `name` is typed."""
        found = self.rows[name].field
        if not isinstance(found, QLineEdit):
            raise TypeError(name)
        return found

    def focus_first(self) -> None:
        self.text("name").setFocus()

    def go_on(self) -> None:
        said = {name: " ".join(self.text(name).text().split()) for name in TEXTS}
        profile = Profile(time_zone=self.zone.zone(), **said)
        found = court.mistakes(profile)
        for name, row in self.rows.items():
            row.tell(sentence(found[name]) if name in found else "")
        if found:
            name = next(name for name in self.rows if name in found)
            self.point_at(self.rows[name], sentence(found[name]))
            return
        self.answers.profile = profile
        self.settled.emit()


def help_(name: str) -> str:
    """Return the help under a field, for those whose name does not say enough."""
    key = f"first.profile.{name}.help"
    return say(key) if has(key) else ""


class ZoneBox(ChoiceBox):
    """The clocks of the United States by name; any other zone can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        for key, zone in ZONES:
            place = say(f"first.zone.{key}")
            self.addItem(say("first.zone", place=place, zone=zone), zone)
        own = clock.machine_zone()
        if self.findData(own) < 0:
            self.insertItem(0, own, own)
        self.setCurrentIndex(self.findData(own))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def zone(self) -> str:
        """Return the zone that is chosen or typed, as the zone database calls it."""
        typed = self.currentText().strip()
        at = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(at)) if at >= 0 else typed
