"""What waits until the first page stands: rows of today, the backups, the place asked for."""

import tempfile

import pytest
from sqlalchemy import text

from app import clock
from app.backup import private_folders
from tests.conftest import MOMENT
from ui import tasks
from ui.screens.trail import watch
from ui.session import Opened
from ui.settling import settle_in, watch_trail


def test_the_place_that_was_asked_for_is_gone_to_and_the_backups_are_known(unlocked):
    record = unlocked._tools.record
    settle_in(unlocked.shell, Opened(record, "Juniper"), pytest.fail, "import", returns=True)
    tasks.settle()

    assert unlocked.shell.navigator.stand.key == "import"
    assert unlocked._tools.backups.overview is not None


def test_a_new_day_is_read_anew(begin, unlocked, monkeypatch):
    from datetime import timedelta

    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(days=1))
    record = unlocked._tools.record
    settle_in(unlocked.shell, Opened(record, "Juniper"), pytest.fail, "", returns=True)
    begin.work()

    assert unlocked.shell.page.heading.text() == "Tuesday, November 24, 2026"


def test_a_trail_that_is_not_whole_is_told_on_whatever_page_is_shown(
    qtbot, begin, unlocked, monkeypatch
):
    monkeypatch.setattr(watch, "AFTER", 0)
    record = unlocked._tools.record
    with record.desk.work() as session:
        session.connection().execute(text("DROP TRIGGER audit_no_update"))
        session.connection().execute(text("UPDATE audit SET holder = 'X' WHERE seq = 3"))

    watch_trail(unlocked.shell, Opened(record, "Juniper"), pytest.fail)
    qtbot.waitUntil(lambda: "event 3 was changed" in unlocked.shell.page.banner.words)
    unlocked.shell.page.banner._act()

    assert unlocked.shell.navigator.stand.key == "trail"
    begin.work()


def test_what_a_killed_trial_left_is_cleared(unlocked, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = tmp_path / f"{private_folders.PREFIX}left"
    folder.mkdir()
    folder.with_suffix(private_folders.LOCK).touch()

    record = unlocked._tools.record
    settle_in(unlocked.shell, Opened(record, "Juniper"), pytest.fail, "", returns=True)
    tasks.settle()

    assert not folder.exists()
