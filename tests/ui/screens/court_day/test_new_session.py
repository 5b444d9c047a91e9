from datetime import date, time

import pytest

from app.answers import key_of
from app.court_day import SessionRow
from ui.screens.court_day.new_session import DAY, JUDGE, TIME, NewSession

LAST = SessionRow(1, date(2026, 11, 24), time(9), "Courtroom 2", None, 0, 0)


@pytest.fixture
def asking(qtbot):
    made = NewSession(lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    return made


def test_what_was_so_last_is_offered(asking):
    asking.ask(LAST)

    assert asking.fields[key_of(TIME)].text() == "9:00 AM"
    assert asking.fields[key_of(JUDGE)].text() == ""
    assert asking.isVisible()


def test_what_was_typed_is_told(qtbot, asking):
    asking.ask(None)
    asking.fields[key_of(DAY)].put("12/8/2026")

    with qtbot.waitSignal(asking.wanted) as wanted:
        asking.keep.click()

    assert wanted.args[0].single[key_of(DAY)] == "12/8/2026"


def test_mistakes_stand_below_their_fields(asking):
    asking.ask(None)

    asking.tell({key_of(TIME): "This is no time of day."})
    told = asking.fields[key_of(TIME)]._mistake.isVisible()
    asking.tell({})

    assert told
    assert not asking.fields[key_of(TIME)]._mistake.isVisible()


def test_the_questions_go_when_nothing_is_wanted(qtbot, asking):
    asking.ask(None)

    with qtbot.waitSignal(asking.closed):
        asking.cancel.click()

    assert asking.isHidden()
