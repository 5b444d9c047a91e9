"""Tests settings: what the record holds opens a form, what this computer holds changes at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.events import Changed
from app.settings import Settings
from models.court import Court
from ui import tasks
from ui.forms.catalogue import FORMS
from ui.machine import Machine
from ui.screens.settings import SettingsScreen


@pytest.fixture
def machine():
    return Machine(Settings(), remembers=False)


@pytest.fixture
def screen(qtbot, court_desk, machine):
    made = SettingsScreen(court_desk, machine)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    with qtbot.waitSignal(made.shown):
        tasks.settle()
    return made


def told(screen):
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)]


def test_look_and_lock_change_at_once_and_say_so(qtbot, screen, machine):
    screen.focus_first()

    for box, keys in ((screen.look, "d"), (screen.lock, "5")):
        with qtbot.waitSignals([screen.saved, machine.changed]):
            qtbot.keyClicks(box, keys)
            box.activated.emit(box.currentIndex())

    assert (machine.settings.theme, machine.settings.lock_minutes) == ("dark", 5)


def test_the_court_and_its_people_open_as_forms(qtbot, screen):
    for form in ("court", "team", "providers"):
        with qtbot.waitSignal(screen.wants) as wanted:
            screen.findChild(QPushButton, form).click()

        assert wanted.args[1][0] == form
        assert form in FORMS


@pytest.mark.parametrize("place", ["trail", "proof", "destroyed"])
def test_the_trail_the_proof_and_destroyed_files_are_found_here(qtbot, screen, place):
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.findChild(QPushButton, place).click()

    assert wanted.args == [place, None]


def test_the_phases_say_where_they_come_from(screen):
    assert any("not yet confirmed by this court" in words for words in told(screen))


def test_a_change_of_the_court_is_shown(qtbot, screen, court_desk):
    with court_desk.work() as session:
        session.query(Court).one().judge = "Helen Marchetti"

    with qtbot.waitSignal(screen.shown):
        screen.heed(Changed(frozenset({"court"})))
        tasks.settle()

    assert "Helen Marchetti" in told(screen)
    assert screen.look.isVisible()
    screen.heed(Changed(frozenset({"note"})))


def test_the_keyboard_reaches_look_and_lock(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.focus_first()
    qtbot.keyClick(screen.look, Qt.Key.Key_Tab)

    assert screen.lock.hasFocus()
