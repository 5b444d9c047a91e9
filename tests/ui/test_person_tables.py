"""Tests the tables on a person's page: each described once, every state with icon and word."""

from datetime import date
from types import SimpleNamespace

import pytest

from models.choices import (
    Appearance,
    AttendanceOutcome,
    HearingType,
    ObjectiveStatus,
    OrderStatus,
    Specimen,
)
from ui.person_tables import ATTENDANCE, OBJECTIVES, ORDERS, SECTIONS

TODAY = date(2026, 11, 23)
BY_KEY = {section.key: section for section in SECTIONS}


def cells(key: str, row: object) -> list[str]:
    return [column.cell(row).text for column in BY_KEY[key].columns(TODAY)]


@pytest.mark.parametrize("outcome", [*AttendanceOutcome, None])
def test_attendance_has_a_word_and_an_icon(outcome):
    row = SimpleNamespace(
        outcome=outcome, reason=None, title="Recovery group", held_on=date(2026, 11, 19)
    )

    day, session, word = cells("sessions", row)

    assert session == "Recovery group"
    assert word
    assert outcome in ATTENDANCE
    assert "Nov" in day


@pytest.mark.parametrize("status", ObjectiveStatus)
def test_an_objective_says_where_it_stands_and_until_when(status):
    row = SimpleNamespace(words="Apply for the voucher", status=status, target_on=None)

    words, target = cells("objectives", row)

    assert words.startswith("Apply for the voucher ")
    assert target == ""
    assert status in OBJECTIVES


def test_the_orders_of_a_hearing_stand_under_it():
    hearing = SimpleNamespace(
        held_on=date(2025, 3, 4), type=HearingType.REVIEW, appearance=Appearance.APPEARED
    )
    order = SimpleNamespace(words="Bring proof of the application", status=OrderStatus.DONE)
    coming = SimpleNamespace(held_on=TODAY, type=HearingType.ENTRY, appearance=None)
    facts = SimpleNamespace(hearings=((coming, ()), (hearing, (order,))))

    rows = [cells("court", line) for line in BY_KEY["court"].rows(facts)]

    assert [words for _day, words in rows] == [
        "Entry hearing",
        "Hearing appeared",
        "Bring proof of the application done",
    ]
    assert rows[1][0].endswith(", 2025")
    assert set(ORDERS) == set(OrderStatus)


@pytest.mark.parametrize("specimen", [*Specimen, None])
def test_every_specimen_has_its_word(specimen):
    test = SimpleNamespace(specimen=specimen)

    word = BY_KEY["tests"].columns(TODAY)[2].cell(test).text

    assert bool(word) is (specimen is not None)
