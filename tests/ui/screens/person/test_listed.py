"""Tests what the lists of a person share: rows, the way to add, and what is shown later."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.conftest import MOMENT
from tests.makers import make_participant, make_test
from ui.screens.person import listed
from ui.screens.person.hearings import HearingsTab
from ui.screens.person.notes import NotesTab
from ui.screens.person.testing import TestingTab


def test_a_long_list_is_shown_whole_when_it_is_asked_for(open_tab, desk, monkeypatch):
    monkeypatch.setattr(listed, "FIRST", 1)
    ada = make_participant(desk)
    for _ in range(3):
        make_test(desk, ada, MOMENT.date())
    tab = open_tab(TestingTab, desk, ada.person)
    assert tab.table.rows.rowCount() == 1

    tab.more.click()

    assert tab.table.rows.rowCount() == 3
    assert not tab.more.isVisible()


@pytest.mark.parametrize("kind", [TestingTab, HearingsTab, NotesTab])
def test_without_rows_the_list_says_so_and_has_the_way_to_the_first(qtbot, open_tab, desk, kind):
    tab = open_tab(kind, desk, make_participant(desk).person)

    with qtbot.waitSignal(tab.wants) as wanted:
        tab.add.click()

    told = [each.text() for each in tab.findChildren(QLabel)]
    assert any("on file." in words for words in told)
    assert wanted.args[1][0] == tab._listed.form
