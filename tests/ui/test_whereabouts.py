"""Tests that where somebody stands survives as text, and what cannot is not kept."""

from datetime import date

import pytest

from app.answers import Subject
from app.release import Release
from tests.makers import make_participant
from ui import whereabouts
from ui.navigation import Stand

PLACES = [
    (Stand("today"), None),
    (Stand("person", 7), 7),
    (Stand("person", (7, "testing")), 7),
    (Stand("form", ("note", Subject(3, 4))), 3),
    (Stand("form", ("identity", None)), None),
    (Stand("court-day", date(2026, 11, 24)), None),
    (Stand("manual", "keys"), None),
]


@pytest.mark.parametrize(("stand", "person_id"), PLACES, ids=lambda value: str(value)[:40])
def test_a_place_comes_back_as_it_was_and_tells_whom_it_is_about(stand, person_id):
    assert whereabouts.from_text(whereabouts.to_text(stand)) == stand
    assert whereabouts.person_of(stand) == person_id


def test_what_no_text_can_hold_is_not_kept():
    assert whereabouts.to_text(Stand("report", Release)) is None


def test_a_place_that_is_no_more_leads_nowhere():
    assert whereabouts.from_text('["stables", null]') is None


def test_the_record_gives_back_where_its_holder_stood(desk):
    make_participant(desk)

    whereabouts.keeping(desk, Stand("person", (1, "plan")))()

    assert whereabouts.taken(desk) == Stand("person", (1, "plan"))
    assert whereabouts.taken(desk) is None


@pytest.mark.parametrize("stand", [None, Stand("report", Release)])
def test_where_nobody_stands_nothing_is_kept(desk, stand):
    whereabouts.keeping(desk, stand)()

    assert whereabouts.taken(desk) is None
