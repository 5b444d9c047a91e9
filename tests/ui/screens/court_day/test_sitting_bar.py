from datetime import date, time

import pytest

from app import court_day
from app.answers import key_of
from app.court_day import SessionRow
from tests.makers import make_session
from ui import tasks
from ui.screens.court_day import sitting_bar
from ui.screens.court_day.new_session import DAY, JUDGE, PLACE, TIME
from ui.screens.court_day.sitting_bar import SittingBar
from ui.screens.court_day.work import Work
from ui.widgets.page import Page

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def bar(qtbot, desk, moment):
    page = Page()
    qtbot.addWidget(page)
    made = SittingBar(Work(desk, page, page.fail))
    page.column.addWidget(made)
    page.show()
    made.page = page
    return made


def sessions(desk):
    with desk.read() as session:
        return court_day.sessions(session, desk.today())


def type_in(bar, **typed):
    keys = {"day": DAY, "time": TIME, "place": PLACE, "judge": JUDGE}
    for name, text in typed.items():
        bar.asking.fields[key_of(keys[name])].input.put(text)


def test_a_session_is_named_by_day_time_and_place():
    row = SessionRow(1, TUESDAY, time(9), "Annex", None, 0, 0)

    told = sitting_bar.words_of(row).replace("\N{NO-BREAK SPACE}", " ")

    assert told == "Tue Nov 24, 2026, 9:00 AM, Annex"


def test_the_session_that_was_chosen_stays_so(bar, desk):
    for day in (TUESDAY, date(2026, 12, 8)):
        make_session(desk, day)
    bar.show_sessions(sessions(desk))
    bar.session.setCurrentIndex(1)
    kept = bar.session_id

    make_session(desk, date(2026, 12, 1))
    bar.show_sessions(sessions(desk))

    assert bar.session_id == kept
    assert bar.session.count() == 3


def test_a_new_session_is_offered_what_the_last_one_had(bar, desk):
    make_session(desk, TUESDAY)
    bar.show_sessions(sessions(desk))

    bar.new.click()
    offered = [bar.asking.fields[key_of(each)].text() for each in (DAY, TIME, PLACE, JUDGE)]
    bar.asking.cancel.click()

    assert offered == ["", "9:00 AM", "Courtroom 2", "Hon. Vera Lucero"]
    assert bar.asking.isHidden()


def test_a_new_session_is_put_on_file_and_chosen(qtbot, bar, desk):
    make_session(desk, TUESDAY)
    bar.show_sessions(sessions(desk))
    bar.new.click()
    type_in(bar, day="12/1/2026", time="1:30 pm", place="Annex")

    with qtbot.waitSignal(bar.made):
        bar.asking.keep.click()
        tasks.settle()
    bar.show_sessions(sessions(desk))

    chosen = next(row for row in sessions(desk) if row.id == bar.session_id)
    assert (chosen.held_on, chosen.starts_at, chosen.place) == (
        date(2026, 12, 1),
        time(13, 30),
        "Annex",
    )
    assert bar.asking.isHidden()


def test_a_first_session_is_offered_nothing(bar, desk):
    bar.show_sessions(())

    bar.new.click()

    assert bar.session_id is None
    assert all(not field.text() for field in bar.asking.fields.values())


def test_a_day_that_is_none_is_told_below_its_field(bar, desk):
    bar.new.click()
    type_in(bar, day="")

    bar.asking.keep.click()
    tasks.settle()

    assert bar.asking.fields[key_of(DAY)]._mistake.isVisible()
    assert sessions(desk) == ()


def test_a_holiday_is_asked_about(bar, desk, asked):
    bar.new.click()
    type_in(bar, day="11/26/2026")
    asked.answers = [False, True]

    for _ in range(2):
        bar.asking.keep.click()
        tasks.settle()

    assert asked.questions[0].title == "That is a holiday: Thanksgiving Day."
    assert [row.held_on for row in sessions(desk)] == [date(2026, 11, 26)]
