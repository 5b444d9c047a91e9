"""Tests the notes of a person: all of them, a new one, and one opened to be corrected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.choices import NoteKind
from tests.conftest import MOMENT
from tests.makers import make_note, make_participant
from ui.screens.person.notes import NotesTab


def test_a_note_is_opened_with_enter(qtbot, open_tab, desk):
    ada = make_participant(desk)
    note = make_note(desk, ada, NoteKind.CONTACT, MOMENT.date(), "Called.\nNo answer.")
    tab = open_tab(NotesTab, desk, ada.person)
    assert [cell.text for cell in tab.table.rows.cells(0)][1:] == ["Contact", "Called. No answer."]
    tab.table.choose_first()

    with qtbot.waitSignal(tab.wants) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    assert wanted.args[1][1].row_id == note


def test_no_note_is_said_and_a_new_one_is_one_key(qtbot, open_tab, desk):
    tab = open_tab(NotesTab, desk, make_participant(desk).person)

    told = [label.text() for label in tab.findChildren(QLabel)]

    assert any(words.startswith("No note is on file.") for words in told)
    with qtbot.waitSignal(tab.wants) as wanted:
        tab.add.click()
    assert wanted.args[1][0] == "note"
