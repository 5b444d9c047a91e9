from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from ui.screens.court_day import asking


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("day", [None, date(2026, 11, 24)])
def test_an_ordinary_day_is_not_asked_about(owner, asked, day):
    called = []

    asking.about_day(owner, day, lambda: called.append(True))

    assert called == [True]
    assert asked.questions == []


@pytest.mark.parametrize("yes", [True, False])
def test_a_sunday_is_kept_only_where_it_is_meant(owner, asked, yes):
    asked.answers, called = [yes], []

    asking.about_day(owner, date(2026, 11, 22), lambda: called.append(True))

    assert called == [True] * yes


@pytest.mark.parametrize(("yes", "done"), [(True, ["keep"]), (False, ["back"])])
def test_a_day_to_come_is_recorded_or_waited_for(owner, asked, yes, done):
    asked.answers, called = [yes], []

    asking.about_early(
        owner, date(2026, 12, 8), lambda: called.append("keep"), lambda: called.append("back")
    )

    assert called == done
    assert "Tuesday, December 8, 2026" in asked.questions[0].title
