from datetime import date

import pytest
from PySide6.QtCore import QObject

from reports.drawn import Drawn
from reports.lane import LaneError
from tests.makers import make_hearing, make_participant, make_session
from ui import failures, tasks
from ui.screens.packet.packing import Heard, Packing

TUESDAY = date(2026, 11, 24)


class Lane:
    """Stands in for the process that draws: it fails for those who are named."""

    def __init__(self, *fails_for: str) -> None:
        self.fails_for = fails_for

    def draw(self, kind, content):
        if kind == "progress-report" and content.name in self.fails_for:
            raise LaneError("ValueError at strip.py:1")
        return Drawn(kind.encode(), 1)


@pytest.fixture
def sitting(desk, moment) -> int:
    made = make_session(desk, TUESDAY)
    for number, last in enumerate(("Begaye", "Etcitty", "Nakai"), 1):
        who = make_participant(desk, last)
        make_hearing(desk, who, TUESDAY, session=made, number=number)
    return made


@pytest.fixture
def told():
    return {"reached": [], "done": [], "empty": []}


@pytest.fixture
def owner(qtbot):
    return QObject()


def draw(desk, lane, owner, told, sitting):
    heard = Heard(
        lambda number, of: told["reached"].append((number, of)),
        told["done"].append,
        told["empty"].append,
    )
    packing = Packing(desk, lane, owner, lambda error: told.setdefault("failed", error), heard)
    packing.draw(sitting)
    tasks.settle()
    return packing


def test_every_page_is_told_as_it_is_reached(desk, owner, told, sitting):
    draw(desk, Lane(), owner, told, sitting)

    [made] = told["done"]
    assert told["reached"] == [(1, 3), (2, 3), (3, 3)]
    assert [part.facts.name for part in made.parts] == [
        "Nizhoni Begaye",
        "Nizhoni Etcitty",
        "Nizhoni Nakai",
    ]
    assert (made.page.pdf, made.left_out) == (b"progress-pack", ())


def test_whose_page_cannot_be_drawn_is_named_and_the_others_print(
    desk, owner, told, sitting, monkeypatch
):
    reported = []
    monkeypatch.setattr(failures, "show", reported.append)

    draw(desk, Lane("Nizhoni Etcitty"), owner, told, sitting)

    [made] = told["done"]
    assert made.left_out == ("Nizhoni Etcitty",)
    assert len(made.parts) == 2
    assert [type(error) for error in reported] == [LaneError]


def test_an_empty_docket_has_no_packet(desk, owner, told, moment):
    packing = draw(desk, Lane(), owner, told, make_session(desk, TUESDAY))

    assert told["empty"] == [()]
    assert packing.shown is None


def test_a_session_that_is_gone_is_a_failure(desk, owner, told, moment):
    draw(desk, Lane(), owner, told, 99)

    assert told["failed"] is not None
    assert told["done"] == []


def test_what_was_stopped_tells_nobody_anything(desk, owner, told, sitting):
    heard = Heard(lambda *_: None, told["done"].append, told["empty"].append)
    packing = Packing(desk, Lane(), owner, told["done"].append, heard)

    packing.draw(sitting)
    packing.stop()
    tasks.settle()

    assert (told["done"], told["empty"]) == ([], [])
