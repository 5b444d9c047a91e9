"""Settings: the court and its people in the record, the look and the lock on this computer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from app import choice_words, court, court_forms, phases, settings
from app.answers import Subject
from app.court import CourtFacts
from app.desk import Desk
from app.events import Changed
from app.phases import PhasesFacts
from app.vault import holders
from app.wording import say
from reports import dates
from ui import actions, tasks, theme
from ui.machine import Machine
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.theme import Scheme
from ui.widgets.boxes import ChoiceBox
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.pairs import pairs
from ui.widgets.sides import Sides
from ui.widgets.turns import Step, Turns

SHOWS = frozenset({"court", "team_member", "provider", "phase_set", "phase", "key_holder"})
LOOKS = ("system", *(scheme.value for scheme in Scheme))


@dataclass(frozen=True)
class SettingsFacts:
    """What the record holds of the court itself."""

    court: CourtFacts
    team: tuple[str, ...]
    providers: tuple[str, ...]
    phases: PhasesFacts | None
    holders: tuple[str, ...]


class SettingsScreen(Page):
    """What is kept in the record opens as a form; what belongs to this computer changes at once."""

    def __init__(self, desk: Desk, machine: Machine) -> None:
        super().__init__()
        self._desk, self._machine = desk, machine
        self._standing: QWidget | None = None
        self._turns = Turns(self)
        self.column.addWidget(label(say("window.settings"), "title"))
        self.look = self._box("theme", LOOKS, machine.settings.theme)
        self.lock = self._box("lock_minutes", settings.LOCK_CHOICES, machine.settings.lock_minutes)
        self.names = self._box("names", settings.NAMES, machine.settings.names)
        self.refresh()

    @property
    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return (self.look, self.lock, self.names)

    def focus_first(self) -> None:
        self.look.setFocus()

    def refresh(self) -> None:
        tasks.run(self._read, owner=self, done=self._show, failed=self.fail)

    def heed(self, change: Changed) -> None:
        if change.tables & SHOWS:
            self.refresh()

    def _read(self) -> SettingsFacts:
        with self._desk.read() as session:
            return SettingsFacts(
                court.facts(session),
                tuple(
                    say("settings.member", name=row.name, role=choice_words.words(row.role))
                    for row in court_forms.team_of(session)
                ),
                tuple(row.name for row in court_forms.providers_of(session)),
                phases.in_force(session),
                tuple(holder.name for holder in holders.listed(session)),
            )

    def _show(self, facts: SettingsFacts) -> None:
        sides = Sides()
        body, column = self.scroll_below()
        column.addWidget(sides)
        column.addStretch(1)
        before, self._standing = self._standing, body
        if before is not None:
            for box in self._boxes:
                box.setParent(self)
            before.deleteLater()
        steps: list[Step] = [
            lambda: sides.main.addWidget(self._computer()),
            lambda: sides.main.addWidget(self._phases(facts.phases)),
            lambda: sides.main.addWidget(self._trail()),
            lambda: sides.side.addWidget(self._court(facts.court)),
            lambda: sides.side.addWidget(self._listed("team", facts.team)),
            lambda: sides.side.addWidget(self._listed("providers", facts.providers)),
            lambda: sides.side.addWidget(self._keys(facts.holders)),
            lambda: sides.side.addWidget(self._proof()),
            lambda: sides.side.addWidget(self._destroyed()),
            sides.finish,
            self.shown.emit,
        ]
        self._turns.take(steps)

    def _computer(self) -> Card:
        card = Card(say("settings.computer"))
        for key, box in zip(("theme", "lock_minutes", "names"), self._boxes, strict=True):
            head = label(say(f"settings.{key}"), "field")
            head.setBuddy(box)
            card.add_padded(head, box, label(say(f"settings.{key}.help"), "small", wraps=True))
            box.show()
        return card

    def _box(self, key: str, choices: Sequence[Any], now: object) -> ChoiceBox:
        made = ChoiceBox()
        made.setParent(self)
        made.setMaximumWidth(theme.current().size("field"))
        made.hide()
        made.fill(((say(f"settings.{key}.{choice}"), choice) for choice in choices), now)
        made.setObjectName(key)
        made.setAccessibleName(say(f"settings.{key}"))
        made.setAccessibleDescription(say(f"settings.{key}.help"))
        made.activated.connect(lambda _at: self._change(key, made.currentData()))
        return made

    def _change(self, key: str, value: object) -> None:
        # In a turn of its own: another look makes this page anew.
        QTimer.singleShot(0, self._machine, lambda: self._machine.change(**{key: value}))
        self.saved.emit(say("settings.saved", what=say(f"settings.{key}")), None)

    def _court(self, facts: CourtFacts) -> Card:
        lines = [
            (say(f"settings.court.{name}"), getattr(facts, name) or "")
            for name in ("name", "county", "judge", "place", "phone", "time_zone")
        ]
        card = self._changeable("court")
        card.add_padded(pairs(lines))
        return card

    def _listed(self, form: str, names: Sequence[str]) -> Card:
        card = self._changeable(form)
        none = label(say(f"settings.{form}.none"), "quiet", wraps=True)
        card.add_padded(*([label(name, wraps=True) for name in names] or [none]))
        return card

    def _keys(self, names: Sequence[str]) -> Card:
        card = self._leading("keys", say("holders.title"), ("keys", None))
        card.add_padded(*[label(name, wraps=True) for name in names])
        return card

    def _trail(self) -> Card:
        return self._told("trail", say("trail.title"), say("trail.what"), say("trail.look"))

    def _proof(self) -> Card:
        return self._told("proof", say("proof.title"), say("proof.what"), say("proof.show"))

    def _destroyed(self) -> Card:
        words = (say("destroyed.title"), say("destroyed.what"), say("destroyed.show"))
        return self._told("destroyed", *words)

    def _told(self, place: str, heading: str, what: str, verb: str) -> Card:
        """Return a card that says what a place is for, and leads to it."""
        card = Card(heading)
        show = actions.link(verb, lambda: self.wants.emit(place, None))
        show.setObjectName(place)
        card.add_padded(label(what, "quiet", wraps=True), show)
        return card

    def _changeable(self, form: str) -> Card:
        return self._leading(form, say(f"form.{form}"), ("form", (form, Subject())))

    def _leading(self, key: str, heading: str, to: tuple[str, object]) -> Card:
        """Return a card whose one action leads to where its facts are changed."""
        card = Card(heading)
        change = QPushButton(say("intake.change"))
        change.setProperty("look", "chip")
        change.setAutoDefault(False)
        change.setObjectName(key)
        change.setAccessibleName(say("intake.change.of", what=heading.lower()))
        change.clicked.connect(lambda: self.wants.emit(*to))
        card.head.addWidget(change)
        return card

    def _phases(self, facts: PhasesFacts | None) -> Card:
        card = Card(say("settings.phases"))
        if facts is None:
            card.add_padded(label(say("settings.phases.none"), "quiet", wraps=True))
            return card
        table = Table(RowsModel(_phase_columns()), say("settings.phases"))
        table.rows.show(facts.phases)
        table.fit_height()
        card.add(table)
        key = "settings.phases.confirmed" if facts.confirmed else "settings.phases.unconfirmed"
        told = say(key, day=dates.dated(facts.starts_on), source=facts.source)
        card.add_padded(label(told, "small", wraps=True))
        return card


def _phase_columns() -> tuple[Column[Any], ...]:
    def days(name: str) -> Column[Any]:
        return Column(
            say(f"settings.phases.{name}"),
            lambda row: Cell(say("settings.phases.days", n=getattr(row, name))),
            Cell(say("settings.phases.days", n=188)),
        )

    return (
        Column(
            say("settings.phases.name"),
            lambda row: Cell(row.name, before=str(row.number)),
            Cell("Clinical stabilization", before="2"),
        ),
        days("minimum_days"),
        days("days_without_use"),
        days("hearing_interval_days"),
    )
