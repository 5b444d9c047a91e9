"""What waits until the first page stands: rows of today, the backups, the place asked for."""

import pytest

from app import clock
from tests.conftest import MOMENT
from ui import tasks
from ui.session import Opened
from ui.settling import settle_in


def test_the_place_that_was_asked_for_is_gone_to_and_the_backups_are_known(unlocked):
    record = unlocked._tools.record
    settle_in(unlocked.shell, Opened(record, "Juniper"), pytest.fail, "import")
    tasks.settle()

    assert unlocked.shell.navigator.stand.key == "import"
    assert unlocked._tools.backups.overview is not None


def test_a_new_day_is_read_anew(begin, unlocked, monkeypatch):
    from datetime import timedelta

    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(days=1))
    record = unlocked._tools.record
    settle_in(unlocked.shell, Opened(record, "Juniper"), pytest.fail, "")
    begin.work()

    assert unlocked.shell.page.heading.text() == "Tuesday, November 24, 2026"
