"""What intake has put on file, part by part; each part opens its own form."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app import intake, sealing
from app.desk import Desk
from app.intake import Part
from app.wording import say
from ui import actions
from ui.screens.person.tab import Shows, Tab
from ui.widgets.card import Card
from ui.widgets.labels import label, with_icon
from ui.widgets.pairs import pairs
from ui.widgets.sides import Sides
from ui.widgets.turns import Step

# The parts of the narrow column; the others stand in the wide one.
BESIDE = {"contact", "case", "prescription"}

TABLES = frozenset(
    {"person", "person_race", "episode", "court_case", "charge", "contact_method",
     "legal_track", "court_condition", "prescription", "sealing_order"}
)  # fmt: skip


class IntakeTab(Tab):
    """Facts with honest gaps; nothing is typed here, so that nothing is changed by a slip."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> tuple[tuple[Part, ...], str]:
        parts = intake.of_person(session, self.person_id, self.today)
        return parts, sealing.waiting_words(session, self.person_id)

    def _steps(self, facts: tuple[tuple[Part, ...], str], column: QVBoxLayout) -> list[Step]:
        sides = Sides()
        column.addWidget(sides)
        parts, waits = facts
        steps: list[Step] = [partial(self._add, sides, part) for part in parts]
        return [*steps, lambda: sides.side.addWidget(self._order(waits)), sides.finish]

    def _add(self, sides: Sides, part: Part) -> None:
        into = sides.side if part.form in BESIDE else sides.main
        into.addWidget(self._card(part))

    def _card(self, part: Part) -> Card:
        heading = say(f"form.{part.form}")
        card = Card(heading)
        change = QPushButton(say("intake.change"))
        change.setProperty("look", "chip")
        change.setAutoDefault(False)
        change.setObjectName(part.form)
        change.setAccessibleName(say("intake.change.of", what=heading.lower()))
        change.clicked.connect(lambda: self.form(part.form))
        card.head.addWidget(change)
        if part.lines:
            card.add_padded(pairs(part.lines))
        if part.listed:
            card.add_padded(*(label(each, wraps=True) for each in part.listed))
        if not part.lines and not part.listed:
            card.add_padded(label(say("intake.none"), "quiet"))
        return card

    def _order(self, waits: str) -> Card:
        """Return the way to an order of the court about the file as a whole."""
        card = Card(say("person.sealing"))
        go = actions.link(
            say("person.sealing.go"), lambda: self.wants.emit("sealing", self.person_id)
        )
        go.setObjectName("sealing")
        told = label(say("person.sealing.what"), "quiet", wraps=True)
        card.add_padded(with_icon("triangle-alert", waits, tone="attention") if waits else told, go)
        return card
