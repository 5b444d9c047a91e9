"""Tests that unusual days are asked about on the court day, and never refused."""

from datetime import date, timedelta

import pytest

from models.choices import Appearance
from tests.makers import make_hearing, make_participant, make_session
from tests.ui.screens.court_day.steps import MONDAY, facts, fill, open_screen, work

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(("yes", "kept"), [(True, date(2026, 12, 6)), (False, None)])
def test_a_sunday_is_asked_about_and_not_refused(screen, desk, people, asked, yes, kept):
    screen.said.appearances[Appearance.APPEARED].click()
    work()
    fill(screen, next="12/6/2026")
    asked.answers = [yes]

    screen.said.save.click()
    work()

    assert asked.questions[0].title == "That is a Sunday."
    assert facts(desk, people[0][1]).next_on == kept


def test_a_session_still_to_come_is_asked_about_once(qtbot, desk, lane, moment, asked):
    sitting = make_session(desk, TUESDAY)
    hearing = make_hearing(desk, make_participant(desk), TUESDAY, session=sitting)
    screen = open_screen(qtbot, desk, lane)
    chip = screen.said.appearances[Appearance.APPEARED]

    asked.answers = [False, True]
    chip.click()
    work()
    refused = facts(desk, hearing).appearance, chip.isChecked()
    for _ in range(2):
        chip.click()
        work()

    assert refused == (None, False)
    assert facts(desk, hearing).appearance is Appearance.APPEARED
    assert len(asked.questions) == 2


def test_a_session_of_yesterday_is_a_late_entry_and_not_asked_about(qtbot, desk, lane, moment):
    day = MONDAY - timedelta(days=3)
    hearing = make_hearing(desk, make_participant(desk), day, session=make_session(desk, day))
    screen = open_screen(qtbot, desk, lane)

    screen.said.appearances[Appearance.FAILED].click()
    work()

    assert facts(desk, hearing).appearance is Appearance.FAILED
