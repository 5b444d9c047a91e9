"""Tests the first tab: the line of time, its chips, what waits, and how to reach somebody."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app import court_day, drafts
from app.answers import Answers, Subject
from app.listing import Wanted, page
from app.timeline import What
from app.wording import say
from tests.makers import make_participant
from ui.screens.person.overview import FIRST, OverviewTab
from ui.screens.person.time_table import Heading


@pytest.fixture
def mari(open_tab, court_desk):
    with court_desk.read() as session:
        [row] = page(session, Wanted("quintana"))
    return open_tab(OverviewTab, court_desk, row.person_id)


def parts(tab):
    """Return what stands under each heading, from top to bottom."""
    found = []
    for number in range(tab.line.table.lines.rowCount()):
        line = tab.line.table.lines.row(number)
        if isinstance(line, Heading):
            found.append([])
        else:
            found[-1].append(line.what)
    return found


def test_everything_stands_on_one_line_and_is_narrowed_by_chips(mari):
    coming, since, _before = parts(mari)
    assert set(coming) == {What.HEARING}
    assert set(since) > {What.TEST, What.SESSION}

    next(chip for chip in mari.line.chips if chip.objectName() == "tests").click()

    coming, since, before = parts(mari)
    assert coming == []
    assert set(since) == set(before) == {What.TEST}


def test_what_was_long_ago_is_shown_when_it_is_asked_for(mari):
    assert len(parts(mari)[-1]) == FIRST

    mari.line.more.click()

    assert mari.line.more.text() == f"Show all {len(parts(mari)[-1])}"
    assert mari.line.more.isHidden()


def test_where_nothing_is_on_file_the_line_says_so(open_tab, desk):
    nothing = dict.fromkeys(("phase", "status", "referred_on", "admitted_on"))
    tab = open_tab(OverviewTab, desk, make_participant(desk, **nothing).person)

    tab.line.chips[1].click()

    assert say("person.timeline.none") in [label.text() for label in tab.findChildren(QLabel)]
    assert tab.line.table is None


def test_what_waits_leads_to_where_it_is_done(qtbot, mari):
    chips = [
        button
        for button in mari.findChildren(QPushButton)
        if button.property("look") == "chip" and not button.isCheckable()
    ]

    with qtbot.waitSignal(mari.wants) as wanted:
        chips[0].click()

    assert wanted.args[0] in {"person", "form"}
    assert chips[0].accessibleName() != chips[0].text()


@pytest.mark.parametrize(
    ("form", "place", "about"),
    [("note", "form", ("note", Subject(1))), (court_day.FORM, "court-day", None)],
)
def test_what_was_typed_and_not_saved_leads_back_to_its_form(
    qtbot, open_tab, court_desk, form, place, about
):
    with court_desk.work() as session:
        drafts.keep(session, form, Subject(1), Answers({"note.words": "Half a sen"}))
    tab = open_tab(OverviewTab, court_desk, 1)
    [finish] = [b for b in tab.findChildren(QPushButton) if b.text() == say("person.task.form")]

    with qtbot.waitSignal(tab.wants) as wanted:
        finish.click()

    assert wanted.args == [place, about]


def test_somebody_new_has_honest_gaps(open_tab, desk):
    tab = open_tab(OverviewTab, desk, make_participant(desk, phase=None).person)

    told = [label.text() for label in tab.findChildren(QLabel)]

    assert "No phone number, address or e-mail is on file." in told
    assert tab.line.chips[0].isChecked()


def test_how_to_reach_somebody_is_changed_from_here(qtbot, mari):
    [way] = [b for b in mari.findChildren(QPushButton) if b.text().startswith("Change how")]

    with qtbot.waitSignal(mari.wants) as wanted:
        way.click()

    assert wanted.args[1][0] == "contact"
