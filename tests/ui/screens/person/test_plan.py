"""Tests the plan of a person: read, changed by forms, reviewed at once, earlier versions read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app import plan_tree
from app.events import Changed
from models.errors import Trouble
from models.plan import TreatmentPlan
from tests.conftest import MOMENT
from tests.makers import add, make_participant, make_plan, objective
from ui import tasks
from ui.screens.person.plan import PlanTab

TODAY = MOMENT.date()


@pytest.fixture
def ada(desk):
    made = make_participant(desk)
    make_plan(desk, made, objective("Old step"), version=1, started_on=date(2026, 6, 1))
    make_plan(desk, made, objective("Visit"), version=2, started_on=date(2026, 10, 6))
    return made


def words(tab):
    return [
        label.text().replace("\xa0", " ") for label in tab.findChildren(QLabel) if label.isVisible()
    ]


def test_the_newest_version_stands_there_with_its_lines(open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)

    assert "Version 2, since Oct 6, 2026" in words(tab)
    assert "No review date yet" in words(tab)
    assert [tab.table.rows.row(n).words for n in range(3)] == [
        "Housing",
        "“Get my own place.”",
        "Visit",
    ]


def test_enter_opens_the_form_of_the_line(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)
    tab.table.selectRow(2)

    with qtbot.waitSignal(tab.wants) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    key, subject = wanted.args[1]
    assert (wanted.args[0], key, subject.row_id) == ("form", "objective", 2)


def test_the_card_beside_the_tree_follows_the_chosen_line(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)

    tab.table.selectRow(2)

    qtbot.waitUntil(lambda: "Objective 1.1" in words(tab))
    assert "Problem 1" not in words(tab)


def test_problem_plan_and_page_are_reached_from_here(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)

    wanted = []
    tab.wants.connect(lambda place, about: wanted.append((place, about)))
    tab.add.click()
    tab.print.click()

    assert wanted[0][1][0] == "problem"
    assert wanted[1] == ("plan-page", ada.person)


def test_a_review_begins_a_version_at_once_and_can_be_taken_back(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)

    with qtbot.waitSignal(tab.saved) as saved:
        tab.review.click()
        tasks.settle()

    def version():
        with desk.read() as session:
            return plan_tree.of_person(session, ada.person).plan.version

    sentence, undo = saved.args
    assert sentence == "Nizhoni Begaye, version 3 of the treatment plan begun"
    assert version() == 3
    undo()
    assert version() == 2


def test_the_focus_stays_in_the_tree_when_it_is_made_anew(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)
    tab.activateWindow()
    tab.table.selectRow(1)
    tab.table.setFocus()
    before = tab.table

    with qtbot.waitSignal(tab.shown):
        tab.heed(Changed(frozenset({"objective"})))
        tasks.settle()

    assert tab.table is not before
    assert tab.table.hasFocus()
    assert tab.table.line.name == "Goal"


def test_a_review_that_fails_can_be_tried_again(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)
    tab.person_id = 999

    with qtbot.waitSignal(tab.failed) as failed:
        tab.review.click()
        tasks.settle()

    assert isinstance(failed.args[0], Trouble)
    assert tab.review.isEnabled()


def test_an_earlier_version_is_read_only(qtbot, open_tab, desk, ada):
    tab = open_tab(PlanTab, desk, ada.person)

    with qtbot.waitSignal(tab.shown):
        tab.versions.choose(1)
        tasks.settle()

    wanted = []
    tab.wants.connect(lambda *place: wanted.append(place))
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert "Version 1, since Jun 1, 2026" in words(tab)
    assert "An earlier version stays as it was." in words(tab)
    assert wanted == []
    assert tab.add is None

    with qtbot.waitSignal(tab.shown):
        tab.versions.choose(None)
        tasks.settle()
    assert "Version 2, since Oct 6, 2026" in words(tab)


def test_without_a_plan_it_says_what_will_stand_there(qtbot, open_tab, desk):
    tab = open_tab(PlanTab, desk, make_participant(desk).person)

    with qtbot.waitSignal(tab.wants) as wanted:
        tab.add.click()
    tab.focus_first()

    assert any(text.startswith("No treatment plan is on file.") for text in words(tab))
    assert wanted.args[1][0] == "problem"


def test_a_plan_without_a_problem_says_so(open_tab, desk):
    ada = make_participant(desk)
    add(desk, TreatmentPlan(person_id=ada.person, episode_id=ada.episode, started_on=TODAY))

    tab = open_tab(PlanTab, desk, ada.person)

    assert tab.table is None
    assert any(text.startswith("No problem is on file yet.") for text in words(tab))


def test_the_whole_window_hears_of_a_review_and_the_keys_go_on_in_the_tree(begin, unlocked):
    navigator = unlocked.shell.navigator
    with unlocked.shell._tools.desk.read() as session:
        person = session.query(TreatmentPlan).order_by(TreatmentPlan.id.desc()).first().person_id
    navigator.go("person", (person, "plan"))
    begin.work()
    tab = navigator.page.tab
    tab.table.setFocus()
    before = tab.table

    tab.review.click()
    begin.work()

    assert tab.table is not before
    assert tab.review.isEnabled()
    assert "No review date yet" in words(tab)
    assert unlocked.shell.note.isVisible()
