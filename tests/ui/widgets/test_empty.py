"""Tests what stands where there is nothing."""

from PySide6.QtWidgets import QPushButton

from ui.widgets.empty import Empty


def test_an_empty_place_says_why_and_offers_one_thing(qtbot):
    done = []
    empty = Empty()
    qtbot.addWidget(empty)

    empty.tell("Nobody fits.", "Look among everybody", lambda: done.append(True))
    empty.findChild(QPushButton).click()

    assert empty.words == "Nobody fits."
    assert done == [True]


def test_without_anything_to_do_there_is_no_button(qtbot):
    empty = Empty()
    qtbot.addWidget(empty)

    empty.tell("No drug test is on file.")
    button = empty.findChild(QPushButton)
    button.click()

    assert button.isHidden()
