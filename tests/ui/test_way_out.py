"""Tests the way out of the program: shut until something is shown, and told in the banner."""

from dataclasses import dataclass

import pytest
from pypdf import PdfReader

from app.release import Release, Released, release
from app.trail_list import Wanted as Narrowed
from app.trail_list import page as trail_page
from models import trail
from models.choices import Purpose, Recipient
from reports import certificate
from reports.drawn import Drawn
from tests.reports import certificate_examples
from ui import printing, tasks
from ui.printing import PrinterTrouble
from ui.protecting import ProtectBox
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


@pytest.fixture
def whole(qtbot, page, court_desk):
    """A way out for a real page, through the real gate."""
    drawn = certificate.drawn(certificate_examples.ordinary())
    what = Release("certificate", Recipient.INTERNAL, Purpose.TRAIL, "{}")

    def written(paper):
        return release(court_desk, what, lambda _kind, _facts: paper.page, audit_mark="1-a")

    def fail(error):
        page.way.fail(error)

    leaving = Leaving(court_desk, page, fail, written)
    page.way = WayOut(page, leaving, "certificate")
    page.column.addWidget(page.way)
    leaving.show(Paper(drawn))
    page.way.allow(allowed=True)
    return page.way


def protect(way) -> str:
    """Go through the box as somebody does who takes the five words."""
    way.ask_to_protect()
    box = way.window().findChild(ProtectBox)
    words = box.new.words.text()
    box.new.back.setText(words)
    box.go_on.click()
    tasks.settle()
    return words


def test_a_protected_file_opens_with_the_words_that_were_shown(
    whole, page, asked, tmp_path, court_desk
):
    target = tmp_path / "paper.pdf"
    asked.files = [target]

    words = protect(whole)

    reader = PdfReader(target)
    assert not reader.decrypt("")
    assert reader.decrypt(words)
    assert page.banner.words.startswith("paper.pdf is saved, protected, and written down")
    with court_desk.read() as session:
        newest = trail_page(session, Narrowed(), zone="UTC").rows[0]
    assert newest.entry.sentence == "Disclosure saved, protected"
    assert words not in repr(newest)


def test_where_no_file_is_chosen_nothing_leaves(whole, asked, court_desk):
    with court_desk.read() as session:
        before = trail.head(session)
    asked.files = [None]

    protect(whole)

    with court_desk.read() as session:
        assert trail.head(session) == before
    assert whole.save.isEnabled()


def test_a_folder_that_is_gone_is_told_before_anything_is_written_down(
    whole, page, asked, tmp_path, court_desk
):
    with court_desk.read() as session:
        before = trail.head(session)
    asked.files = [tmp_path / "gone" / "paper.pdf"]

    protect(whole)

    with court_desk.read() as session:
        assert trail.head(session) == before
    assert "gone" in page.banner.words
    assert whole.save.isEnabled()


def test_beside_the_warning_stands_the_protected_way(way, leaving, asked):
    asked.answers = [False]
    leaving.show(Paper())

    way.ask_to_save()

    question = asked.questions[0]
    assert question.other == "Save protected\u2026"
    assert question.instead == way.ask_to_protect


def test_nothing_is_saved_protected_of_what_is_gone(way, asked):
    protect(way)

    assert asked.wanted == []
