from datetime import date, timedelta

import pytest

from app import paths
from app.attention import Attention
from app.progress_facts import Mark
from app.tasks_due import KINDS, Task
from ui import marks
from ui.screens.today import tables

TODAY = date(2026, 11, 23)
BY_KEY = {kind.key: kind for kind in KINDS}


def task(key: str, day: date | None) -> Task:
    return Task(BY_KEY[key], 1, "Mari Quintana", "a reason", day, None, None)


def test_every_kind_has_its_icon_and_its_verb():
    drawings = {file.stem for file in paths.resource("icons").glob("*.svg")}

    for kind in KINDS:
        assert tables.ICONS[kind.key] in drawings
        assert tables.action_of(task(kind.key, None))


@pytest.mark.parametrize(
    ("key", "ago", "words"),
    [
        ("laboratory", 6, "6 days"),
        ("laboratory", 1, "1 day"),
        ("laboratory", 0, "today"),
        ("plan-review", 3, "3 days late"),
        ("plan-review", 0, "due today"),
        ("plan-review", -2, "Wed\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}25"),
        ("asked", None, "no date"),
    ],
)
def test_a_row_says_since_when_it_waits_or_by_when_it_is_due(key, ago, words):
    day = None if ago is None else TODAY - timedelta(days=ago)

    assert tables.when_of(task(key, day), TODAY) == words


def test_a_row_of_the_to_dos_says_who_what_when_and_the_key():
    cells = [column.cell(task("laboratory", None)).text for column in tables.to_do(TODAY)]

    assert cells == ["Mari Quintana a reason", "no date", "K Key in result"]


@pytest.mark.parametrize(
    ("phase", "day", "words"),
    [(2, 47, "Phase 2, day 47"), (2, None, "Phase 2"), (None, None, "")],
)
def test_whoever_needs_attention_stands_with_phase_and_facts(phase, day, words):
    row = Attention(1, "Travis Ockerman", phase, day, ("missed 2 of 3", "no-show Nov 20"))

    who, facts = (column.cell(row) for column in tables.attention())

    assert who.quiet == words
    assert facts.words == "Missed 2 of 3; no-show Nov 20"


def test_the_widest_result_is_one_that_there_is():
    assert tables.tests()[1].widest == marks.cell(Mark.UNCONFIRMED)
