"""Tests that what was copied here goes again, and nothing that was copied elsewhere."""

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from ui import clipboard
from ui.clipboard import OwnClipboard


@pytest.fixture
def board(qapp, monkeypatch):
    monkeypatch.setattr(clipboard, "STAYS", 50)
    # Without a screen nobody owns a clipboard; in this test it is always ours.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)
    QApplication.clipboard().clear()
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


def test_what_was_copied_here_is_gone_after_a_while(qtbot, board):
    parent = QObject()
    OwnClipboard(parent)

    board.setText("Quintana")
    assert board.text() == "Quintana"

    qtbot.waitUntil(lambda: not board.text(), timeout=2000)


def test_a_lock_clears_it_at_once(board):
    parent = QObject()
    own = OwnClipboard(parent)
    board.setText("Quintana")

    own.clear()

    assert board.text() == ""
    assert not own._timer.isActive()


def test_what_another_program_put_there_stays(qtbot, board, monkeypatch):
    parent = QObject()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: False)
    own = OwnClipboard(parent)
    data = QMimeData()
    data.setText("of another program")

    board.setMimeData(data)
    own.clear()

    assert board.text() == "of another program"
    assert not own._timer.isActive()
