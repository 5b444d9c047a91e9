"""What stands around the tree of a plan: its review day, the chosen line, the plan itself."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.plan_facts import PlanShown
from app.wording import say
from reports import dates
from ui import actions, theme
from ui.screens.person import plan_lines
from ui.screens.person.plan_lines import PlanLine
from ui.widgets.card import Card
from ui.widgets.labels import label, picture
from ui.widgets.menu_chip import MenuChip
from ui.widgets.pairs import pairs

SOON = 14  # days before a review from which it is told as something to do
Call = Callable[[], object]


def review_chip(on: date | None, today: date) -> QFrame:
    """Return the day of the next review; in the tone of attention when it is near, or not set."""
    is_soon = on is None or (on - today).days <= SOON
    told = say("plan.review-due", day=dates.weekday(on)) if on else say("plan.no-review")
    made = QFrame()
    made.setObjectName("banner" if is_soon else "badge")
    made.setProperty("tone", "attention")
    dressed = theme.current()
    across = QHBoxLayout(made)
    across.setContentsMargins(dressed.space("s"), 2, dressed.space("s"), 2)
    across.setSpacing(dressed.space("xs"))
    across.addWidget(picture("clock", "attention" if is_soon else "quiet"))
    across.addWidget(label(told, "badge"))
    return made


def empty_card(add: QPushButton, begin: Call) -> Card:
    """Return what will stand there, and the two ways to begin."""
    card = Card(say("person.tab.plan"))
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.current().space("l"))
    across.addWidget(add)
    across.addWidget(actions.link(say("plan.begin"), begin))
    across.addStretch(1)
    card.add_padded(label(say("plan.none"), "quiet", wraps=True), line, apart="m")
    return card


def line_card(line: PlanLine, change: Call | None) -> Card:
    """Return everything about one line; without `change` it is only read."""
    card = Card(line.name)
    if change is not None:
        card.head.addWidget(actions.button(actions.EDIT, change, look="chip"))
    card.add_padded(label(line.words, wraps=True), pairs(line.told), apart="m")
    return card


def about_card(facts: PlanShown, today: date, change: Call, chip: MenuChip | None) -> Card:
    """Return what is told of the plan itself, with the way to its earlier versions."""
    card = Card(say("plan.about"))
    if facts.is_newest:
        card.head.addWidget(actions.link(say("plan.change"), change))
    parts: list[QWidget] = [pairs(plan_lines.about(facts.plan, today))]
    card.add_padded(*parts, *([chip] if chip else []), apart="m")
    return card


def versions_chip(facts: PlanShown) -> MenuChip | None:
    """Return the chip that chooses the version to show; None where there is one only."""
    if len(facts.versions) == 1:
        return None
    made = MenuChip(say("plan.shown"), say("plan.newest"))
    made.chosen = None if facts.is_newest else facts.plan.id
    told = [(each.plan_id, version_words(each.version, each.started_on)) for each in facts.versions]
    made.show_choices(told[1:])
    return made


def version_words(version: int, since: date) -> str:
    return say("plan.version", version=version, since=dates.dated(since))
