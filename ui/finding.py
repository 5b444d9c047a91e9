"""What quick search offers: people, where to go for the first of them, and what can be done now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from app import names, search
from app.desk import Desk
from app.search import Found
from app.wording import say
from models.choices import Status
from ui import actions
from ui.actions import Action
from ui.screens.person.tabs import TABS
from ui.widgets.offers import Group, Offer

Go = Callable[[str, object], None]
# Rows that fit into a window of ordinary height, and how many of them places get in any case.
MOST_ROWS, FEWEST = 12, 2
# Whose phase says something about now.
IN_A_PHASE = {Status.ACTIVE, Status.SUSPENDED}


@dataclass(frozen=True)
class Command:
    """Something that can be done now: its words, its keys, its icon, and the call."""

    words: str
    icon: str
    call: Callable[[], object]
    keys: str = ""


def command(action: Action, call: Callable[[], object]) -> Command:
    return Command(action.text, action.icon, call, action.keys)


def find(desk: Desk, words: str) -> list[Found]:
    """Return the people meant; runs in the record lane."""
    with desk.read() as session:
        return search.people(session, words)


def groups(words: str, people: Sequence[Found], commands: Sequence[Command], go: Go) -> list[Group]:
    """Return all that is offered for `words`, the likeliest first."""
    fitting = _commands(words, commands)
    offered = [
        Group(say("window.quick.people"), [_person(each, words, go) for each in people]),
        Group(_where(people), _places(people, len(people) + len(fitting), go)),
        Group(say("window.quick.commands"), fitting),
    ]
    return [group for group in offered if group.offers]


def _person(found: Found, words: str, go: Go) -> Offer:
    return Offer(
        found.listed,
        "users",
        lambda: go("person", found.person_id),
        marks=search.marked(found.listed, words),
        aside=found.case_number or "",
        quiet=_standing(found),
    )


def _standing(found: Found) -> str:
    status = say(f"window.status.{found.status.value if found.status else 'none'}")
    if found.phase is not None and found.status in IN_A_PHASE:
        status = say("window.quick.phase", phase=found.phase, status=status.lower())
    return say("window.quick.alike", standing=status) if found.sounds_alike else status


def _where(people: Sequence[Found]) -> str:
    return say("window.quick.go", name=people[0].said) if people else ""


def _places(people: Sequence[Found], rows: int, go: Go) -> list[Offer]:
    """Return the report of the first person and, as far as there is room, the tabs."""
    if not people:
        return []
    first = people[0].person_id
    report = actions.REPORT
    offers = [Offer(report.text, report.icon, lambda: go("report", first), keys=report.keys)]
    for number, spec in enumerate(TABS, start=1):
        about = (first, spec.key)
        words, keys = say(f"person.tab.{spec.key}"), say("person.tab.keys", number=number)
        offers.append(Offer(words, spec.icon, partial(go, "person", about), keys=keys))
    return offers[: max(FEWEST, MOST_ROWS - rows)]


def _commands(words: str, commands: Sequence[Command]) -> list[Offer]:
    typed = names.folded(words).split()
    return [
        Offer(each.words, each.icon, each.call, search.marked(each.words, words), keys=each.keys)
        for each in commands
        if all(_fits(word, names.folded(each.words)) for word in typed)
    ]


def _fits(word: str, words: str) -> bool:
    """Whether one of `words` begins so; three letters may stand anywhere."""
    return f" {word}" in f" {words}" or (len(word) > 2 and word in words)
