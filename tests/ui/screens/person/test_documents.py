"""Tests the documents of a person: listed, added by a box or by dropping, refused with a reason."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from app import documents
from app.document_bounds import MEGABYTE, MOST_BYTES
from app.document_files import given
from app.showing import Looked
from app.wording import say
from models.document import Document
from tests import papers
from tests.makers import make_participant
from ui.screens.person.documents import DocumentsTab, files_of


@pytest.fixture
def ada(desk):
    return make_participant(desk)


def add(desk, ada, name="scan.pdf"):
    body = papers.pdf()
    return documents.add(desk, ada.person, given(name, body), Looked(1, body))[0]


def told(tab):
    return [label.text() for label in tab.findChildren(QLabel)]


def dropped(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_documents_are_listed_and_opened_with_enter(qtbot, open_tab, desk, ada):
    number = add(desk, ada)
    with desk.work() as session:
        row = session.get_one(Document, add(desk, ada, "b.pdf"))
    tab = open_tab(DocumentsTab, desk, ada.person)
    assert [cell.text for cell in tab.table.rows.cells(1)][1:] == [
        "Not said yet",
        "scan.pdf",
        "1 page",
    ]
    tab.table.choose_first()
    qtbot.keyClick(tab.table, Qt.Key.Key_Down)

    with qtbot.waitSignal(tab.wants) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    assert row.id != number
    assert wanted.args == ["document", (ada.person, number)]


def test_a_document_that_is_described_stands_with_its_day_and_its_title(open_tab, desk, ada):
    number = add(desk, ada)
    with desk.work() as session:
        row = session.get_one(Document, number)
        row.kind, row.title = documents.DocumentKind.WAIVER, "Waiver"
        row.dated_on = desk.today()

    tab = open_tab(DocumentsTab, desk, ada.person)

    cells = [cell.text for cell in tab.table.rows.cells(0)]
    assert cells[1:3] == ["Waiver", "Waiver received Nov\u00a023, 2026"]


def test_no_document_is_said_with_what_may_be_added(open_tab, desk, ada):
    tab = open_tab(DocumentsTab, desk, ada.person)

    assert any(words.startswith("No document is on file.") for words in told(tab))
    assert f"{MOST_BYTES // MEGABYTE} MB" in say("person.documents.what")


def test_a_record_with_many_documents_says_so(open_tab, desk, ada):
    number = add(desk, ada)
    with desk.work() as session:
        session.get_one(Document, number).size = 512 * MEGABYTE

    tab = open_tab(DocumentsTab, desk, ada.person)

    assert any("hold 512 MB" in words for words in told(tab))


def test_a_chosen_file_is_added_and_can_be_taken_back(qtbot, open_tab, desk, ada, asked, tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"Dear Ms. Begaye")
    tab = open_tab(DocumentsTab, desk, ada.person)
    asked.files = [tmp_path / "letter.txt"]

    with qtbot.waitSignal(tab.saved, timeout=30_000) as saved:
        tab.add.click()
    sentence, undo = saved.args
    assert sentence.endswith("letter.txt added")
    assert tab.banner.isHidden()
    undo()

    with desk.read() as session:
        assert documents.of_person(session, ada.person).of_person == ()


def test_files_that_are_dropped_are_added_and_those_refused_are_told_with_their_reasons(
    qtbot, open_tab, desk, ada, tmp_path
):
    for name, body in (("a.zip", b"PK\x03\x04\x00"), ("b.pdf", papers.pdf()), ("c", b"")):
        (tmp_path / name).write_bytes(body)
    tab = open_tab(DocumentsTab, desk, ada.person)
    data = dropped(*(QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.zip", "b.pdf", "c")))
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(9, 9), action, data, buttons, none)
    QApplication.sendEvent(tab, entered)

    with qtbot.waitSignal(tab.adding.ended, timeout=30_000):
        QApplication.sendEvent(tab, QDropEvent(QPointF(9, 9), action, data, buttons, none))

    assert entered.isAccepted()
    first, second = tab.banner.words.splitlines()
    assert first.startswith("a.zip: This file is no PDF")
    assert second.startswith("c: This file is empty")
    with desk.read() as session:
        [found] = documents.of_person(session, ada.person).of_person
    assert found.file_name == "b.pdf"


def test_what_is_not_on_this_computer_is_not_taken(open_tab, desk, ada):
    tab = open_tab(DocumentsTab, desk, ada.person)
    data = dropped("https://example.org/a.pdf")
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none)

    QApplication.sendEvent(tab, event)

    assert files_of(data) == []
    assert not tab.adding.is_busy


def test_a_fault_of_ours_is_reported_as_one(qtbot, open_tab, desk, ada):
    tab = open_tab(DocumentsTab, desk, ada.person)

    with qtbot.waitSignal(tab.failed) as failed:
        tab.adding.failed.emit("a.pdf", ZeroDivisionError())

    assert isinstance(failed.args[0], ZeroDivisionError)
