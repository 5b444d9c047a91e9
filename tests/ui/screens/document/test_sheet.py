"""Tests the picture of a page: as wide as there is room, and asked for anew when that changes."""

import pytest
from PySide6.QtGui import QColor, QImage

from ui.screens.document.sheet import STEPS, Sheet


@pytest.fixture
def sheet(qtbot):
    made = Sheet()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def page(colour="red"):
    made = QImage(200, 300, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_a_page_is_as_wide_as_there_is_room_and_keeps_its_shape(sheet):
    sheet.show_page(page(), "Page 1 of 1", "words")

    paper = sheet.widget()
    assert paper.width() == sheet.shown_width
    assert paper.height() == round(sheet.shown_width * 1.5)
    assert paper.grab().toImage().pixelColor(50, 50) == QColor("red")
    assert (sheet.accessibleName(), sheet.accessibleDescription()) == ("Page 1 of 1", "words")


def test_before_there_is_a_page_nothing_is_painted_and_nothing_is_asked_for(qtbot, sheet):
    with qtbot.assertNotEmitted(sheet.wants, wait=250):
        sheet.resize(500, 300)
    sheet.widget().grab()


def test_another_width_asks_for_another_picture_once(qtbot, sheet):
    sheet.show_page(page(), "", "")

    with qtbot.waitSignal(sheet.wants):
        sheet.resize(450, 300)
        sheet.resize(500, 300)


def test_the_steps_end_at_both_ends(sheet):
    for _ in range(9):
        sheet.zoom(1)
    assert (sheet.percent, sheet.can_grow) == (int(STEPS[-1] * 100), False)

    for _ in range(9):
        sheet.zoom(-1)
    assert (sheet.percent, sheet.can_shrink) == (100, False)


def test_where_the_focus_is_can_be_seen(qtbot, sheet):
    sheet.show_page(page(), "", "")
    sheet.clearFocus()
    without = sheet.widget().grab().toImage()
    sheet.activateWindow()
    sheet.setFocus()
    qtbot.waitUntil(sheet.hasFocus)

    assert sheet.widget().grab().toImage() != without
    sheet.clearFocus()
    assert sheet.widget().grab().toImage() == without
