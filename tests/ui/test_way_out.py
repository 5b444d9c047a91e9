"""Tests the way out of the program: shut until something is shown, and told in the banner."""

from dataclasses import dataclass

import pytest

from app.release import Released
from reports.drawn import Drawn
from ui import printing, tasks
from ui.printing import PrinterTrouble
from ui.releasing import Leaving
from ui.way_out import WayOut
from ui.widgets.page import Page

DRAWN = Drawn(b"%PDF", 1)


@dataclass(frozen=True)
class Paper:
    """Something that stands in a preview."""

    page: Drawn = DRAWN
    file_name: str = "paper.pdf"


@pytest.fixture
def leaving(court_desk, page):
    def fail(error):
        page.way.fail(error)

    return Leaving(court_desk, page, fail, write_down)


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def way(page, leaving):
    page.way = WayOut(page, leaving, "packet")
    page.column.addWidget(page.way)
    return page.way


def write_down(paper):
    return Released(7, paper.page, "12-abc")


def test_the_way_is_shut_until_there_is_something_to_see(way):
    assert not way.print.isEnabled()

    way.allow(allowed=True)

    assert way.save.isEnabled()


def test_what_was_printed_is_told_with_its_number(qtbot, way, leaving, page, monkeypatch):
    jobs = []
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *job: jobs.append(job))
    leaving.show(Paper())
    way.allow(allowed=True)

    with qtbot.waitSignal(way.released) as released:
        way.print.click()
        tasks.settle()

    assert released.args == [7]
    assert jobs == [(b"%PDF", "Office", "Milepost court pack")]
    assert page.banner.words.startswith("Sent to Office. Written down as disclosure 7.")


def test_without_a_printer_a_file_is_offered(way, leaving, page, asked, tmp_path):
    leaving.show(Paper())
    asked.answers, asked.files = [True], [tmp_path / "paper"]

    way.fail(PrinterTrouble("window.print.none"))
    page.banner._action.click()
    tasks.settle()

    assert (tmp_path / "paper.pdf").read_bytes() == b"%PDF"
    assert asked.wanted[0].title == "Save the pack"


def test_nothing_is_saved_of_what_is_gone(way, asked):
    asked.answers = [True]

    way.ask_to_save()

    assert asked.wanted == []
