"""Tests the extract before it leaves: seen, printed, saved as pages, or as a table with all."""

import pytest

from app import trail_extract
from app.trail_list import Wanted
from models.disclosure import Disclosure
from models.errors import NoSpace
from reports.lane import Lane
from tests.ui.recorder import Recorder
from ui import printing, tasks
from ui.screens.trail.extract import ExtractScreen


@pytest.fixture
def lane():
    made = Lane()
    yield made
    tasks.settle()
    made.close()


@pytest.fixture
def show(qtbot, desk, lane, ada):
    def make(wanted=None):
        made = ExtractScreen(desk, lane, wanted)
        qtbot.addWidget(made)
        made.resize(1180, 640)
        made.show()
        with qtbot.waitSignal(made.shown, timeout=20_000):
            pass
        return made

    return make


def disclosure(desk, number):
    with desk.read() as session:
        return session.get_one(Disclosure, number)


def test_the_pages_are_seen_before_anything_leaves(show, desk):
    page = show()

    assert page.preview.pages == 2
    assert page.state.text().startswith("2 pages, ")
    assert page.cut.isHidden()
    with desk.read() as session:
        assert session.query(Disclosure).count() == 0


def test_an_extract_that_is_cut_says_so(show, monkeypatch):
    monkeypatch.setattr(trail_extract, "MOST", 3)

    page = show()

    assert page.state.text() == "1 page, 3 events."
    assert not page.cut.isHidden()


def test_what_is_printed_is_written_down(qtbot, show, desk, monkeypatch):
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda pdf, to, title: None)
    page = show(Wanted(words="note"))

    with qtbot.waitSignal(page.released) as released:
        page.way.print.click()

    assert disclosure(desk, *released.args).document == "trail-extract"


def test_pages_and_table_are_saved_where_somebody_says(qtbot, show, desk, asked, tmp_path):
    page = show()
    assert isinstance(asked, Recorder)
    for button, name, document in (
        (page.way.save, "trail.pdf", "trail-extract"),
        (page.table, "trail", "trail-csv"),
    ):
        asked.answers.append(True)
        asked.files.append(tmp_path / name)
        with qtbot.waitSignal(page.released) as released:
            button.click()
        assert disclosure(desk, *released.args).document == document

    assert (tmp_path / "trail.pdf").read_bytes().startswith(b"%PDF")
    lines = (tmp_path / "trail.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Number,When")
    assert "is saved with" in page.banner.words
    assert len(lines) > 5


def test_a_table_that_was_not_wanted_after_all_is_not_saved(show, asked, desk):
    page = show()
    asked.answers.append(False)

    page.table.click()
    tasks.settle()

    with desk.read() as session:
        assert session.query(Disclosure).count() == 0


def test_a_drive_that_takes_nothing_is_told_and_the_pages_stay(show):
    page = show()

    page._fail(NoSpace("space.gone"))

    assert not page.banner.isHidden()
    assert page.table.isEnabled()
    assert page.state.text().startswith("2 pages")


def test_pages_that_could_not_be_drawn_are_told(show):
    page = show()
    page.extracting.show(None)

    page._fail(NoSpace("space.gone"))
    page._choose()

    assert page.state.text() == "The pages could not be drawn."
    assert not page.table.isEnabled()


def test_a_page_that_is_left_reads_no_more(qtbot, desk, lane, ada):
    page = ExtractScreen(desk, lane)
    qtbot.addWidget(page)
    page.focus_first()

    page.leave()
    tasks.settle()

    assert page.extracting.shown is None
