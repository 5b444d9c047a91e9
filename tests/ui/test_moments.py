"""Tests how each kind of moment looks: every state has an icon and a word, never colour alone."""

from datetime import date, time
from types import SimpleNamespace

import pytest

from app.timeline import Moment, What
from models.choices import (
    Appearance,
    AttendanceOutcome,
    HearingType,
    NoteKind,
    ObjectiveStatus,
    OrderStatus,
    SessionKind,
    Status,
)
from ui import moments

TODAY = date(2026, 11, 23)


def cells(what, on=TODAY, **fact):
    moment = Moment(on, what, SimpleNamespace(**fact))
    return [column.cell(moment) for column in moments.columns(TODAY)]


@pytest.mark.parametrize("outcome", [*AttendanceOutcome, None])
def test_attendance_has_a_word_and_an_icon(outcome):
    _day, title, words = cells(
        What.SESSION, outcome=outcome, reason=None, title="Recovery group", kind=SessionKind.GROUP
    )

    assert (title.words, bool(title.icon)) == ("Group", True)
    assert words.words.endswith(", Recovery group")


@pytest.mark.parametrize("status", ObjectiveStatus)
def test_an_objective_says_where_it_stands(status):
    _day, title, words = cells(What.OBJECTIVE, words="Apply for the voucher", status=status)

    assert title.words.startswith("Objective ")
    assert title.icon
    assert words.words == "Apply for the voucher"


@pytest.mark.parametrize("status", OrderStatus)
def test_an_order_says_whether_it_was_done(status):
    _day, title, words = cells(What.ORDER, words="Bring proof", status=status)

    assert title.icon
    assert words.words.startswith("Bring proof: ")


def test_a_hearing_says_when_before_whom_and_whether_somebody_came():
    hearing = {"type": HearingType.REVIEW, "starts_at": time(9, 0), "judge": "Judge Marchetti"}

    _day, _title, before = cells(What.HEARING, **hearing, appearance=None)
    _day, _title, after = cells(What.HEARING, **hearing, appearance=Appearance.REMOTE)

    assert before.words == "Review, 9:00 AM, Judge Marchetti"
    assert after.words == "Review, 9:00 AM, Judge Marchetti, by video"


def test_the_rest_is_told_in_words():
    assert (
        cells(What.NOTE, kind=NoteKind.CONTACT, words="Called.\nTwice.")[2].words
        == "Called. Twice."
    )
    assert cells(What.PLAN, version=2)[2].words == "Version 2 of the treatment plan"
    assert cells(What.PHASE, number=3)[2].words == "Phase 3"
    assert cells(What.STATUS, status=Status.ACTIVE)[2].words == "Active"


def test_a_day_long_ago_says_its_year():
    [day, *_] = cells(What.PHASE, on=date(2025, 3, 4), number=1)

    assert day.quiet.endswith(", 2025")


def test_every_kind_of_moment_has_its_look_and_its_chip():
    assert set(moments.LOOKS) == set(What)
    assert frozenset.union(
        *(moments.CHIPS[key] for key in moments.CHIPS if key != "everything")
    ) == (frozenset(What))
