"""Tests what every tab is: read in the lane, shown in short turns, read anew on its own change."""

import pytest
from PySide6.QtWidgets import QLabel

from app.answers import Subject
from app.events import Changed
from ui import tasks
from ui.screens.person.tab import Shows, Tab


class Small(Tab):
    """A tab that counts how often it was read."""

    reads = 0

    def __init__(self, desk, person_id):
        shows = Shows(frozenset({"note"}), self._facts, self._steps)
        super().__init__(desk, person_id, shows)

    def _facts(self, _session):
        self.reads += 1
        return self.reads

    def _steps(self, facts, column):
        return [lambda: column.addWidget(QLabel(f"read {facts}"))]


@pytest.fixture
def tab(open_tab, court_desk):
    return open_tab(Small, court_desk, 1)


def told(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_it_is_read_anew_when_its_tables_change_and_not_for_others(qtbot, tab):
    assert told(tab) == ["read 1"]

    tab.heed(Changed(frozenset({"provider"})))
    with qtbot.waitSignal(tab.shown):
        tab.heed(Changed(frozenset({"note"})))
        tasks.settle()

    assert told(tab) == ["read 2"]


def test_what_is_read_last_is_shown(qtbot, tab):
    tab.refresh()
    tab.refresh()
    with qtbot.waitSignal(tab.shown):
        tasks.settle()

    assert told(tab) == ["read 3"]


def test_a_form_opens_about_this_person(qtbot, tab):
    with qtbot.waitSignal(tab.wants) as wanted:
        tab.form("note", 7)

    assert wanted.args == ["form", ("note", Subject(1, 7))]
