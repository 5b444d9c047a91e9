"""Tests the page of a machine that remembers no record."""

from ui.screens.first import FirstScreen


def test_there_are_two_ways_on(qtbot):
    screen = FirstScreen()
    qtbot.addWidget(screen)

    with qtbot.waitSignal(screen.demo_wanted):
        screen.demo.click()
    with qtbot.waitSignal(screen.record_wanted):
        screen.open.click()


def test_the_keyboard_begins_with_the_first(qtbot):
    screen = FirstScreen()
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)

    screen.focus_first()

    assert screen.demo.hasFocus()
