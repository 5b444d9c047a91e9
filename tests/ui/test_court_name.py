"""Tests that a new name of the court counts at once."""

import pytest

from app import court, court_forms
from app.answers import REASON, Answers, Subject, key_of
from app.events import Changed
from app.settings import Settings
from models.court import Court
from ui.court_name import CourtName
from ui.machine import Machine

NEW = "Juniper Treatment Court"


@pytest.fixture
def renamed(qtbot, court_desk):
    """Rename the court while its name is heeded, and return who heeded it."""

    def rename(remembered):
        machine = Machine(Settings(court=remembered), remembers=False)
        with court_desk.read() as session:
            before = court.facts(session).name
        made = CourtName(court_desk, machine, before)
        with court_desk.work() as session:
            today = court_desk.today()
            loaded = court_forms.court_opened(session, Subject(), today)
            said = Answers({**loaded.answers.single, key_of(Court.name): NEW, REASON: "Renamed."})
            court_forms.keep_court(session, Subject(), said, today)
        with qtbot.waitSignal(made.changed) as told:
            made.heed(Changed(frozenset({"court"})))
        assert told.args == [NEW]
        return made, machine

    return rename


def test_a_new_name_is_told_and_remembered_by_this_computer(renamed):
    made, machine = renamed("Juniper County Treatment Court")

    assert made.name == NEW
    assert machine.settings.court == NEW


def test_the_sample_court_is_never_remembered(renamed):
    _made, machine = renamed(None)

    assert machine.settings.court is None


def test_other_changes_are_none_of_its_business(qtbot, court_desk):
    made = CourtName(court_desk, Machine(Settings(), remembers=False), "A Court")

    with qtbot.assertNotEmitted(made.changed, wait=50):
        made.heed(Changed(frozenset({"person"})))
