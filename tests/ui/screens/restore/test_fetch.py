"""A backup comes to this computer whole, or says why not; a hung stick holds up nobody."""

import pytest
from PySide6.QtCore import QObject

from models.errors import NoSuchThing
from ui import tasks
from ui.screens.restore.fetch import Fetch


@pytest.fixture
def fetch(qapp):
    owner = QObject()
    made = Fetch(owner)
    made.owner, made.told, made.parts = owner, [], []
    made.moved.connect(made.parts.append)
    made.done.connect(lambda path: made.told.append(path.name))
    made.refused.connect(made.told.append)
    made.failed.connect(lambda error: made.told.append(type(error)))
    return made


def test_a_whole_backup_arrives_byte_by_byte(fetch, backup, tmp_path):
    target = tmp_path / "near.milebak"
    fetch.start(backup, target)
    assert fetch.is_running
    tasks.settle()

    assert fetch.told == ["near.milebak"]
    assert fetch.parts[-1] == 1
    assert target.read_bytes() == backup.read_bytes()
    assert not fetch.is_running


def test_a_damaged_backup_is_refused(fetch, backup, tmp_path):
    data = bytearray(backup.read_bytes())
    data[-9000] ^= 1
    backup.write_bytes(data)

    fetch.start(backup, tmp_path / backup.name)
    tasks.settle()

    assert "is damaged" in fetch.told[0]


def test_a_stick_that_was_pulled_is_told(fetch, tmp_path):
    fetch.start(tmp_path / "gone.milebak", tmp_path / "near.milebak")
    tasks.settle()

    assert fetch.told == [NoSuchThing]


def test_what_was_called_off_says_nothing_any_more(fetch, backup, tmp_path):
    fetch.start(backup, tmp_path / "near.milebak")
    fetch.call_off()
    fetch.call_off()
    assert not fetch.is_running
    tasks.settle()

    assert fetch.told == []


def test_what_arrives_after_it_was_called_off_counts_for_nothing(fetch, backup, tmp_path):
    fetch.start(backup, tmp_path / "near.milebak")
    late = fetch._carrier
    fetch.call_off()
    tasks.settle()

    fetch._end(late, tmp_path, "")
    fetch._move(0.5)

    assert fetch.told == []
    assert fetch.parts == []
