"""The state of the last backup on every page: quiet while fresh, and kept true."""

from datetime import timedelta

import pytest

from app import clock
from tests.conftest import MOMENT, ZONE
from tests.ui.test_backups import back_up
from ui import tasks
from ui.backup_mark import BackupMark


@pytest.fixture
def mark(qtbot, backups):
    made = BackupMark(ZONE, backups)
    qtbot.addWidget(made)
    return made


def test_without_a_backup_it_says_so(mark):
    assert mark.text() == "No backup yet"
    assert mark._look == ("octagon-alert", "problem")


def test_it_is_quiet_while_the_last_backup_is_fresh(mark, backups, stick_a):
    back_up(backups)

    assert (mark.text(), mark._look) == ("Backed up today", ("hard-drive", "quiet"))


@pytest.mark.parametrize(("days", "tone"), [(2, "attention"), (4, "problem")])
def test_it_is_marked_when_the_last_backup_is_old(mark, backups, stick_a, monkeypatch, days, tone):
    back_up(backups)
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(days=days))
    backups.refresh()
    tasks.settle()

    assert mark.text() == "Last backup Mon\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}23"
    assert mark._look[1] == tone


def test_it_says_that_a_backup_is_on_its_way(mark, backups, stick_a):
    backups.back_up()
    during = mark.text()
    tasks.settle()

    assert during == "Backing up…"
    assert mark.text() == "Backed up today"


def test_where_room_is_short_its_words_are_told_in_other_ways(mark):
    mark.fold(folded=True)
    assert (mark.text(), mark.accessibleName()) == ("", "No backup yet")

    mark.fold(folded=False)
    assert mark.text() == "No backup yet"
