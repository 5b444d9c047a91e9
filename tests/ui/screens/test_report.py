"""Tests the page of a report or a plan: seen first, then released and written down."""

import pytest
from PySide6.QtCore import QDate
from sqlalchemy import select

from app.listing import Wanted, page
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from reports.lane import Lane
from tests.makers import make_participant
from ui import printing, tasks
from ui.screens.report import PLAN, ReportScreen


@pytest.fixture(scope="module")
def lane():
    drawing = Lane()
    yield drawing
    drawing.close()


@pytest.fixture
def mari(court_desk) -> int:
    with court_desk.read() as session:
        [row] = page(session, Wanted("quintana"))
    return row.person_id


@pytest.fixture
def screen(qtbot, court_desk, lane, mari):
    made = ReportScreen(court_desk, lane, mari)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    with qtbot.waitSignal(made.shown, timeout=20_000):
        tasks.settle()
    return made


@pytest.fixture
def printed(monkeypatch):
    """A printer that keeps what it was given."""
    jobs = []
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *job: jobs.append(job))
    return jobs


def disclosures(desk) -> list[Disclosure]:
    with desk.read() as session:
        return list(session.scalars(select(Disclosure).order_by(Disclosure.id)))


def test_the_page_is_seen_before_anything_leaves(screen, court_desk):
    assert screen.preview.pages == 1
    assert screen.choice.day.date() == QDate(2026, 11, 24)
    assert screen.choice.told.text() == "A hearing is on file for Tuesday, November 24, 2026."
    assert disclosures(court_desk) == []


def test_a_day_without_a_hearing_is_told(qtbot, screen):
    with qtbot.waitSignal(screen.shown):
        screen.choice.day.setDate(QDate(2026, 11, 25))
        tasks.settle()

    assert "No hearing is on file" in screen.choice.told.text()


def test_a_page_that_comes_too_late_for_another_day_is_left_out(qtbot, screen):
    shown = []
    screen.shown.connect(lambda: shown.append(screen.choice.day.date().day()))

    screen.choice.day.setDate(QDate(2026, 11, 25))
    screen.choice.day.setDate(QDate(2026, 11, 26))
    tasks.settle()

    assert shown == [26]
    assert not screen.print.isHidden()


def test_what_is_printed_is_what_was_seen_and_is_written_down(screen, court_desk, printed):
    seen = screen._releasing.shown.page.pdf

    screen.print.click()
    tasks.settle()

    [(pdf, printer, title)] = printed
    [row] = disclosures(court_desk)
    assert (pdf, printer, title) == (seen, "Office", "Milepost progress report")
    assert row.pages == 1
    assert f"disclosure {row.id}" in screen.banner.words


def test_printing_the_same_page_again_is_one_disclosure(screen, court_desk, printed):
    for _ in range(2):
        screen.print.click()
        tasks.settle()

    assert len(printed) == 2
    assert len(disclosures(court_desk)) == 1


def test_without_a_printer_nothing_is_released_and_saving_is_offered(
    screen, court_desk, monkeypatch, asked, tmp_path
):
    def none():
        raise printing.PrinterTrouble("window.print.none")

    monkeypatch.setattr(printing, "printer", none)
    screen.print.click()
    tasks.settle()

    assert "no printer set up" in screen.banner.words
    assert disclosures(court_desk) == []
    asked.answers = [False]
    screen.banner._action.click()
    assert asked.questions[0].title == "This file is not protected."


def test_saving_warns_first_and_names_no_person(screen, court_desk, asked, tmp_path):
    asked.answers, asked.files = [True], [tmp_path / "page"]
    seen = screen._releasing.shown.page.pdf

    screen.save.click()
    tasks.settle()

    assert (tmp_path / "page.pdf").read_bytes() == seen
    assert asked.wanted[0].name.startswith("progress-report-2026-11-24-")
    assert "uintana" not in asked.wanted[0].name
    assert len(disclosures(court_desk)) == 1


def test_nothing_is_saved_where_the_warning_is_heeded(screen, court_desk, asked):
    asked.answers = [False]

    screen.save.click()
    tasks.settle()

    assert asked.wanted == []
    assert disclosures(court_desk) == []


def test_a_folder_that_is_gone_is_told_before_anything_is_written_down(
    screen, court_desk, asked, tmp_path
):
    asked.answers, asked.files = [True], [tmp_path / "gone" / "page.pdf"]

    screen.save.click()
    tasks.settle()

    assert "There is no folder" in screen.banner.words
    assert disclosures(court_desk) == []
    assert screen.save.isEnabled()


def test_a_page_that_is_still_being_drawn_is_not_saved(screen, asked):
    asked.answers = [True]
    screen.choice.day.setDate(QDate(2026, 11, 25))

    screen._way.ask_to_save()
    tasks.settle()

    assert asked.wanted == []


def test_a_person_who_is_gone_has_no_page(qtbot, court_desk, lane):
    screen = ReportScreen(court_desk, lane, 999_999)
    qtbot.addWidget(screen)
    tasks.settle()

    assert screen.banner.words.startswith("This person is no longer in the record.")
    assert screen.state.text() == "The page could not be drawn."
    assert not screen.print.isEnabled()


def test_every_control_says_what_it_is(screen):
    for control in (screen.choice.day, screen.print, screen.save, screen.preview):
        assert control.accessibleName()


@pytest.fixture
def plan(qtbot, court_desk, lane, mari):
    made = ReportScreen(court_desk, lane, mari, PLAN)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    with qtbot.waitSignal(made.shown, timeout=20_000):
        tasks.settle()
    return made


def test_a_plan_is_seen_first_and_printed_for_whom_it_was_chosen(qtbot, plan, court_desk, printed):
    assert plan.preview.pages >= 1
    with qtbot.waitSignal(plan.shown, timeout=20_000):
        plan.choice.box.setCurrentIndex(1)
        tasks.settle()

    plan.print.click()
    tasks.settle()

    [(pdf, _printer, title)] = printed
    [row] = disclosures(court_desk)
    assert (pdf, title) == (plan._releasing.shown.page.pdf, "Milepost treatment plan")
    assert (row.document, row.recipient) == ("treatment-plan", Recipient.TREATMENT_TEAM)
    assert row.purpose is Purpose.TREATMENT


def test_the_file_of_a_plan_names_no_person(plan, asked, tmp_path):
    asked.answers, asked.files = [True], [tmp_path / "plan"]

    plan.save.click()
    tasks.settle()

    assert asked.wanted[0].name.startswith("treatment-plan-2026-11-23-")
    assert (tmp_path / "plan.pdf").exists()


def test_who_has_no_plan_has_no_page_of_it(qtbot, court_desk, lane):
    somebody = make_participant(court_desk)
    screen = ReportScreen(court_desk, lane, somebody.person, PLAN)
    qtbot.addWidget(screen)
    tasks.settle()

    assert screen.banner.words.startswith("No treatment plan is on file")
    assert not screen.print.isEnabled()
