"""Tests the note of what was saved: it takes back what was done last, once, for a while."""

import pytest
from PySide6.QtWidgets import QPushButton

from models.errors import InUse
from ui import failures, tasks
from ui.widgets import saved_note
from ui.widgets.saved_note import SavedNote


@pytest.fixture
def note(qtbot):
    made = SavedNote()
    qtbot.addWidget(made)
    return made


def buttons(note) -> list[QPushButton]:
    return [button for button in note.findChildren(QPushButton) if not button.isHidden()]


def test_undo_stands_on_the_note_with_its_keys(note):
    undone = []
    note.tell("Gus Hennepin, drug test", lambda: undone.append(True))
    assert note.can_undo

    undo, _close = buttons(note)
    assert (undo.text(), undo.keys) == ("Undo", "Ctrl+Z")
    undo.click()
    tasks.settle()

    assert undone == [True]
    assert note.isHidden()
    assert not note.can_undo


def test_what_cannot_be_taken_back_has_no_undo(note):
    note.tell("The settings", None)

    assert len(buttons(note)) == 1
    note.undo()
    assert note.isHidden()


def test_only_the_last_can_be_taken_back(note):
    undone = []
    note.tell("first", lambda: undone.append(1))
    note.tell("second", lambda: undone.append(2))

    note.undo()
    note.undo()
    tasks.settle()

    assert undone == [2]


def test_what_was_changed_since_is_said_in_words(qtbot, note):
    def refuse():
        raise InUse("acting.changed-since")

    note.tell("Gus Hennepin, drug test", refuse)
    with qtbot.assertNotEmitted(note.undone):
        note.undo()
        tasks.settle()

    assert "cannot be taken back" in note.banner.words
    assert not note.isHidden()


def test_a_fault_of_ours_is_reported(note, monkeypatch):
    told = []
    monkeypatch.setattr(failures.failures, "report", lambda text, _file: told.append(text))

    def fail():
        raise KeyError("row")

    note.tell("Gus Hennepin, drug test", fail)
    note.undo()
    tasks.settle()

    assert len(told) == 1
    assert note.isHidden()


def test_the_note_goes_by_itself_or_when_it_is_closed(qtbot, note, monkeypatch):
    monkeypatch.setattr(saved_note, "STAYS", 1)
    note.tell("Gus Hennepin, drug test", lambda: None)
    qtbot.waitUntil(note.isHidden)
    assert not note.can_undo

    monkeypatch.setattr(saved_note, "STAYS", 20_000)
    note.tell("Gus Hennepin, drug test", lambda: None)
    buttons(note)[-1].click()
    assert note.isHidden()
    assert not note.can_undo
