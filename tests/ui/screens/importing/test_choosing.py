"""Tests where an import begins: a file that is chosen, or dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ui.screens.importing.choosing import ChooseCard

COPY = Qt.DropAction.CopyAction
NO_BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def card(qtbot):
    made = ChooseCard()
    made.told = []
    made.chosen.connect(made.told.append)
    qtbot.addWidget(made)
    made.show()
    return made


def drop(card, *urls: str) -> bool:
    carried = QMimeData()
    carried.setUrls([QUrl(url) for url in urls])
    entered = QDropEvent(QPointF(9, 9), COPY, carried, NO_BUTTON, NO_KEY)
    entered.ignore()
    card.dragEnterEvent(entered)
    card.dropEvent(QDropEvent(QPointF(9, 9), COPY, carried, NO_BUTTON, NO_KEY))
    return entered.isAccepted()


def test_a_file_is_chosen(card, asked, tmp_path):
    asked.files = [tmp_path / "caseload.csv"]

    card.button.click()

    assert card.told == [tmp_path / "caseload.csv"]


def test_a_file_is_dropped(card, tmp_path):
    accepted = drop(card, (tmp_path / "caseload.csv").as_uri())

    assert accepted
    assert card.told == [Path(tmp_path / "caseload.csv")]


@pytest.mark.parametrize("urls", [(), ("file:///a", "file:///b"), ("https://example.org/a.csv",)])
def test_only_one_file_of_this_computer_can_be_dropped(card, urls):
    assert not drop(card, *urls)
    assert card.told == []


def test_while_a_file_is_read_no_other_is_taken(card, tmp_path):
    card.work("Reading the file…")

    assert not drop(card, (tmp_path / "caseload.csv").as_uri())
    assert not card.button.isEnabled()
    card.work("")
    assert card.button.isEnabled()
