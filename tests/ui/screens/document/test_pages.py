"""Tests pages on their way to the window: from the record, through the other process, as asked."""

from PySide6.QtCore import QObject

from app import documents
from tests import papers
from tests.ui.screens.document.conftest import PATIENCE
from ui.screens.document.pages import Pages


def test_the_bytes_and_then_the_page_arrive(qtbot, desk, facts):
    owner = QObject()
    pages = Pages(desk, facts, owner)
    bodies: list[bytes] = []
    pages.opened.connect(bodies.append)
    pages.ask(1, 120)

    with qtbot.waitSignal(pages.shown, timeout=PATIENCE) as shown:
        pass

    [page] = shown.args
    assert bodies == [papers.pdf(3)]
    assert (page.number, page.image.width(), page.words) == (1, 120, "Letter of the court 2")
    pages.close()


def test_of_pages_asked_for_meanwhile_only_the_last_is_drawn(qtbot, desk, facts):
    owner, shown = QObject(), []
    pages = Pages(desk, facts, owner)
    pages.shown.connect(lambda page: shown.append(page.number))

    for number in (0, 1, 2):
        pages.ask(number, 50)
    qtbot.waitUntil(lambda: shown != [], timeout=PATIENCE)

    assert shown == [2]
    pages.close()


def test_what_is_closed_shows_nothing_and_says_so(qtbot, desk, facts):
    owner = QObject()
    pages = Pages(desk, facts, owner)
    pages.close()
    pages.ask(0, 50)

    with qtbot.waitSignal(pages.failed, timeout=PATIENCE) as told:
        pass

    assert told.args[0].key == "document.not-shown"


def test_a_document_that_went_meanwhile_is_a_failure_of_its_own(qtbot, desk, facts):
    documents.remove(desk, facts, "twice")
    owner = QObject()
    pages = Pages(desk, facts, owner)

    with qtbot.waitSignal(pages.failed) as told:
        pages.ask(0, 50)

    assert told.args[0].key == "document.gone"
    pages.close()
