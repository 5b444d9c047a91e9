"""Tests what is chosen before a page is drawn, and what is then said of the page."""

from datetime import date

import pytest
from PySide6.QtCore import QDate

from models.choices import Recipient
from models.errors import NoSuchThing
from tests.conftest import MOMENT
from tests.makers import make_hearing, make_participant
from tests.reports import examples, plan_examples
from ui.widgets.page_choices import DayChoice, RecipientChoice

TODAY = MOMENT.date()


@pytest.fixture
def day(qtbot):
    made = DayChoice()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def recipient(qtbot):
    made = RecipientChoice()
    qtbot.addWidget(made)
    return made


def test_the_day_begins_with_the_next_hearing_or_with_today(desk, day):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    make_hearing(desk, ada, date(2026, 11, 24))

    with desk.read() as session:
        found = [day.look_up(session, ids.person, TODAY) for ids in (ada, ben)]

    assert found == [date(2026, 11, 24), TODAY]


def test_nobody_has_no_next_hearing(desk, day):
    with desk.read() as session, pytest.raises(NoSuchThing):
        day.look_up(session, 999, TODAY)


def test_another_day_is_told_once_the_first_stands(qtbot, day):
    day.begin(date(2026, 11, 24))

    with qtbot.waitSignal(day.changed):
        day.day.setDate(QDate(2026, 12, 1))

    assert day.value() == date(2026, 12, 1)


def test_a_report_for_another_day_is_not_of_this_choice(day):
    day.begin(examples.HEARING)

    assert day.is_of(examples.ordinary())
    day.day.setDate(QDate(2026, 12, 1))
    assert not day.is_of(examples.ordinary())


def test_it_is_said_whether_a_hearing_is_on_file(day):
    day.tell(examples.ordinary())

    assert day.told.text() == "A hearing is on file for Tuesday, November 24, 2026."


def test_a_plan_is_for_the_participant_unless_another_is_chosen(qtbot, desk, recipient):
    with desk.read() as session:
        recipient.begin(recipient.look_up(session, 1, TODAY))
    first = recipient.value()

    with qtbot.waitSignal(recipient.changed):
        recipient.box.setCurrentIndex(1)

    assert (first, recipient.value()) == (Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM)
    assert recipient.is_of(plan_examples.ordinary())
    assert not recipient.is_of(plan_examples.empty())


def test_the_version_of_the_plan_is_told(recipient):
    recipient.tell(plan_examples.ordinary())

    assert recipient.told.text().replace("\xa0", " ") == "Version 3, since Oct 6, 2026"


def test_every_field_has_its_name(day, recipient):
    assert day.day.accessibleName() == "Date of the hearing"
    assert recipient.box.accessibleName() == "For whom"
