"""What opens the backups when everything is lost."""

from PySide6.QtWidgets import QLabel

from app.backup.opening import Openers
from tests.conftest import MOMENT
from ui.screens.backups.lost_card import LostCard


def test_it_names_the_sheet_and_the_holders(qtbot, dressed, desk):
    card = LostCard(desk, Openers(2, MOMENT, 3))
    qtbot.addWidget(card)

    texts = [each.text().replace("\N{NO-BREAK SPACE}", " ") for each in card.findChildren(QLabel)]

    assert "Recovery sheet 2 opens the backups made since Nov 23, 2026" in texts
    assert "3 key holders can open these backups" in texts
