"""Tests the trail of a person as a table, two hundred events at a time."""

from app import history
from app.acting import act
from models.person import Person
from tests.makers import make_participant
from ui import tasks
from ui.screens.person.history import HistoryTab


def rename(desk, ids, name, reason):
    def work(session):
        session.get_one(Person, ids.person).preferred_name = name
        return ""

    act(desk, work, reason=reason)


def test_each_change_says_from_what_to_what_why_and_by_whom(open_tab, desk):
    ada = make_participant(desk)
    rename(desk, ada, "Bob", None)
    rename(desk, ada, "Rob", "told us")

    tab = open_tab(HistoryTab, desk, ada.person)

    when, did, changes, by = (cell.text for cell in tab.table.rows.cells(0))
    assert when.endswith("4:10 PM")
    assert (did, by) == ("Identity changed", "Ruth Amsel")
    assert changes == "Preferred name: Bob → Rob told us"
    assert tab.table.rows.cells(1)[2].text == "Preferred name: Bob"


def test_older_events_are_read_when_they_are_asked_for(open_tab, desk, monkeypatch):
    monkeypatch.setattr(history, "PAGE", 2)
    ada = make_participant(desk)
    tab = open_tab(HistoryTab, desk, ada.person)
    assert not tab.more.isHidden()

    tab.more.click()
    tasks.settle()

    assert tab.table.rows.rowCount() == 4
