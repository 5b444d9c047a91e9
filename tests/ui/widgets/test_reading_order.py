"""Tests that Tab goes as a page is read: through layouts, scrolling pages and stacks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import ui
from tests.ui import listening
from ui.widgets import reading_order
from ui.widgets.labels import label, scrolled


@pytest.fixture
def page(qtbot):
    """A page whose foot was made first, then its head, then what scrolls between them."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    foot, head = QPushButton("Foot", made), QLineEdit("Head", made)
    body, stack, inner = QWidget(), QStackedWidget(), QWidget()
    grid = QGridLayout(inner)
    for number in (2, 1):
        grid.addWidget(QCheckBox(f"Tick {number}"), number, 0)
    stack.addWidget(inner)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(head)
    scrolled(body).addWidget(stack)
    column.addLayout(line)
    column.addWidget(label("Words are no stop"))
    column.addWidget(body)
    column.addWidget(foot)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    head.setFocus()
    return made


def words(way) -> list[str]:
    return [stop.text() for stop in way]


def test_tab_goes_as_the_page_is_laid_out(page):
    reading_order.follow(page)

    assert words(reading_order.stops(page)) == ["Head", "Tick 2", "Tick 1", "Foot"]
    assert words(listening.way(page, listening.TAB)) == ["Head", "Tick 2", "Tick 1", "Foot"]


def test_tab_goes_back_the_same_way(page):
    reading_order.follow(page)

    assert words(listening.way(page, listening.BACK)) == ["Head", "Foot", "Tick 1", "Tick 2"]


def test_no_page_asks_a_layout_for_an_item():
    """The binding keeps an item behind its end, and takes what comes to lie there for the item."""
    sources = Path(ui.__file__).parent.rglob("*.py")

    assert [each.name for each in sources if ".itemAt(" in each.read_text(encoding="utf-8")] == []
