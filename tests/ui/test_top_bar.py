"""The bar above every page leads to the backups, and gives way where the window is narrow."""

import pytest
from PySide6.QtCore import Qt

from tests.conftest import ZONE
from ui.top_bar import TopBar


@pytest.fixture
def bar(qtbot, dressed, backups):
    made = TopBar(ZONE, backups)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("button", "wanted"),
    [("back", "back_wanted"), ("hidden", "hide_wanted"), ("lock", "lock_wanted"),
     ("backup", "backups_wanted")],
)  # fmt: skip
def test_each_button_asks_for_what_it_says(qtbot, bar, button, wanted):
    with qtbot.waitSignal(getattr(bar, wanted)):
        qtbot.mouseClick(getattr(bar, button), Qt.MouseButton.LeftButton)


def test_a_narrow_window_keeps_the_mark_and_drops_its_words(bar):
    bar.resize(640, bar.height())
    narrow = bar.backup.text()
    bar.resize(1180, bar.height())

    assert (narrow, bar.backup.text()) == ("", "No backup yet")
