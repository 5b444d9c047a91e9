"""Tests the page of a document: its pages turned and enlarged by keys, what it is, how it goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from app import documents
from app.events import Changed
from models.document import Document, DocumentContent
from tests.ui.screens.document.conftest import PATIENCE
from ui import tasks
from ui.screens.document.screen import DocumentScreen


def told(screen):
    return [label.text() for label in screen.findChildren(QLabel)]


def test_the_first_page_is_shown_with_what_the_document_is_and_whose(screen):
    assert screen.place.text() == "Page 1 of 3"
    assert screen.sheet.accessibleName() == "Page 1 of 3"
    assert screen.sheet.accessibleDescription() == "Letter of the court 1"
    assert screen.title.text() == "scan.pdf"
    assert screen.whose.text() == "Ada Begaye"
    assert {"Not said yet", "PDF, 3 pages"} <= set(told(screen))
    assert screen.focusWidget() is screen.sheet
    assert not screen.before.isEnabled()


def test_pages_are_turned_with_keys_and_end_at_the_last(qtbot, screen):
    for expected in ("Page 2 of 3", "Page 3 of 3"):
        with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
            screen.after.click()
        assert screen.sheet.accessibleName() == expected

    assert not screen.after.isEnabled()
    with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
        qtbot.keyClick(screen, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen.place.text() == "Page 2 of 3"


def test_turning_fast_draws_only_the_page_that_is_wanted(qtbot, screen):
    with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
        screen.after.click()
        screen.after.click()
    qtbot.waitUntil(lambda: screen.sheet.accessibleName() == "Page 3 of 3", timeout=PATIENCE)

    assert screen.place.text() == "Page 3 of 3"


def test_a_page_is_made_larger_and_smaller(qtbot, screen):
    before = screen.sheet.widget().width()

    with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
        screen.larger.click()

    assert screen.zoom.text() == "125 %"
    assert screen.sheet.widget().width() > before
    with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
        screen.smaller.click()
    assert not screen.smaller.isEnabled()
    assert screen.sheet.widget().width() == before


def test_what_it_is_is_changed_in_its_form(qtbot, screen, ada, number):
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.describe.click()

    key, subject = wanted.args[1]
    assert (wanted.args[0], key) == ("form", "document")
    assert (subject.person_id, subject.row_id) == (ada.person, number)


def test_what_was_changed_meanwhile_is_read_anew(desk, screen, number):
    with desk.work() as session:
        row = session.get_one(Document, number)
        row.title, row.version, row.dated_on = "Handbook", "7", desk.today()

    screen.heed(Changed(frozenset({"note"})))
    screen.heed(Changed(frozenset({"document"})))
    tasks.settle()

    assert screen.title.text() == "Handbook"
    assert {"7", "Nov\u00a023, 2026"} <= set(told(screen))


def test_a_document_is_removed_with_a_reason_and_the_page_goes(qtbot, screen, desk, asked):
    screen.way.click()
    screen.removing.reason.setText("of another person")
    asked.answers = [True]

    with qtbot.waitSignals([screen.saved, screen.left]):
        screen.removing.button.click()

    screen.heed(Changed(frozenset({"document"})))
    assert screen.banner.isHidden()
    with desk.read() as session:
        assert session.scalars(select(DocumentContent)).all() == []


def test_whoever_keeps_it_is_led_back_to_the_copy(screen):
    screen.way.click()
    assert (screen.copy.isVisible(), screen.remove.isVisible()) == (False, True)

    screen.removing.keep.click()

    assert (screen.copy.isVisible(), screen.remove.isVisible()) == (True, False)


def test_a_copy_that_was_saved_is_told(qtbot, screen):
    screen.copying.saved.emit("copy.pdf is saved")

    assert screen.banner.words == "copy.pdf is saved"


def test_a_document_that_is_gone_is_said_to_be_gone(qtbot, desk, ada, facts):
    documents.remove(desk, facts, "twice")
    screen = DocumentScreen(desk, ada.person, facts.id)
    qtbot.addWidget(screen)
    screen.show()

    tasks.settle()

    assert "not on file any more" in screen.banner.words
    screen.after.click()
    screen.focus_first()
    screen.leave()


@pytest.mark.parametrize("body", [b"%PDF-1.4 nothing", b"%PDF-"])
def test_a_page_that_cannot_be_shown_is_said_and_nothing_else_happens(qtbot, desk, ada, body):
    kept = documents.add(
        desk, ada.person, documents.Given("a.pdf", documents.Media.PDF, body),
        documents.Looked(1, body),
    )  # fmt: skip
    screen = DocumentScreen(desk, ada.person, kept[0])
    qtbot.addWidget(screen)

    with qtbot.waitSignal(screen.shown, timeout=PATIENCE):
        screen.show()

    assert screen.banner.words.startswith("This file cannot be shown.")
    assert screen.sheet.isHidden()
    assert screen.copying.button.isEnabled()
    screen.leave()
