import pytest

from app import facts
from app.facts import canonical
from models.errors import NoSuchThing
from tests.reports import examples
from ui.commands import drawing


def test_kept_facts_are_drawn_as_they_were_kept() -> None:
    told = examples.ordinary()

    with drawing.lane() as lane:
        page = drawing.drawer(lane)("progress-report", canonical(told))
        direct = lane.draw("progress-report", told)

    assert page.pages == 1
    assert page.pdf == direct.pdf
    assert facts.read(type(told), canonical(told)) == told


def test_a_kept_pack_is_drawn_again_whole() -> None:
    told = (examples.ordinary(), examples.empty())

    with drawing.lane() as lane:
        page = drawing.drawer(lane)("progress-pack", canonical(told))

    assert page.pages == 2


def test_a_table_that_was_released_cannot_be_drawn() -> None:
    with drawing.lane() as lane, pytest.raises(NoSuchThing):
        drawing.drawer(lane)("audit-csv", "{}")
