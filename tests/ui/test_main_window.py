"""Tests the one window: one thing at a time, and never a name in its title."""

from PySide6.QtWidgets import QLabel

from app.settings import Settings
from ui import theme
from ui.main_window import MainWindow


def test_what_was_shown_before_is_dropped(qtbot):
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    first, second = QLabel("first"), QLabel("second")
    gone = []
    first.destroyed.connect(lambda: gone.append(True))

    window.put(first)
    window.put(second)

    assert window.shown is second
    qtbot.waitUntil(lambda: gone == [True])


def test_the_title_is_the_name_of_the_program_alone(qtbot):
    window = MainWindow(Settings(court="Juniper County", holder="Ruth Amsel"))
    qtbot.addWidget(window)

    assert window.windowTitle() == "Milepost"


def test_closing_hides_the_window_first_and_waits_for_the_record(qtbot):
    window = MainWindow(Settings(width=900, height=600))
    qtbot.addWidget(window)
    window.show()
    assert (window.width(), window.height()) == (900, 600)

    with qtbot.waitSignal(window.close_wanted):
        window.close()
    assert not window.isVisible()

    window.let_close()
    assert not window.isVisible()


def test_large_letters_never_make_the_window_larger_than_a_court_laptop(qtbot, qapp, dressed):
    theme.apply(qapp, theme.Theme(scale=2.0))
    window = MainWindow(Settings(width=1366, height=696))
    qtbot.addWidget(window)
    theme.apply(qapp, dressed)
    qapp.held.clear()

    assert (window.width(), window.height()) == (1366, 696)
