"""One backup at a time, told in the window's thread, and called off without waiting."""

import os
import signal

import pytest

from app.backup import carrying, overview
from app.backup.overview import Freshness
from app.backup.writing import Stage
from models.errors import NoSuchThing
from tests.conftest import MOMENT
from ui import tasks
from ui.backing_up import BackupWork, Target


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def work(qtbot, court):
    made = BackupWork(court)
    made.told = []
    made.began.connect(lambda target: made.told.append(("began", target)))
    made.moved.connect(lambda progress: made.told.append(("moved", progress)))
    made.made.connect(lambda backup: made.told.append(("made", backup)))
    made.failed.connect(lambda error: made.told.append(("failed", error)))
    made.called_off.connect(lambda: made.told.append(("called off", None)))
    yield made
    made.cancel()
    tasks.settle()


def last(work):
    return work.told[-1]


def freshness(court):
    with court.desk.read() as session:
        return overview.state(session, MOMENT).freshness


def test_a_backup_is_made_and_told_from_beginning_to_end(work, court, stick):
    work.start(Target(stick, "Stick A", insists=True))
    assert work.is_running
    tasks.settle()

    kind, made = last(work)
    assert (kind, made.path.parent) == ("made", stick)
    assert work.told[0] == ("began", work.target)
    assert {progress.stage for what, progress in work.told if what == "moved"} >= {
        Stage.SNAPSHOT, Stage.WRITE, Stage.REREAD,
    }  # fmt: skip
    assert all(0 <= progress.part <= 1 for what, progress in work.told if what == "moved")
    assert not work.is_running
    assert freshness(court) is Freshness.FRESH


def test_a_second_click_begins_no_second_backup(work, stick):
    for _ in range(2):
        work.start(Target(stick, "Stick A", insists=True))
    tasks.settle()

    assert [what for what, _about in work.told].count("made") == 1
    assert len(list(stick.iterdir())) == 1


def test_what_the_drive_says_is_told_and_the_next_backup_can_begin(work, stick):
    work.start(Target(stick / "none", "Stick A", insists=True))
    tasks.settle()
    kind, error = last(work)
    assert (kind, type(error)) == ("failed", NoSuchThing)

    work.start(Target(stick, "Stick A", insists=True))
    tasks.settle()

    assert last(work)[0] == "made"


def test_a_backup_that_is_called_off_leaves_nothing_and_is_no_failure(work, court, stick):
    work.start(Target(stick, "Stick A", insists=True))
    work.cancel()
    tasks.settle()

    assert last(work)[0] == "called off"
    assert list(stick.iterdir()) == []
    assert freshness(court) is Freshness.NONE


@pytest.mark.skipif(os.name != "posix", reason="a process cannot be halted there")
def test_a_drive_that_hangs_is_not_waited_for(work, stick, monkeypatch):
    monkeypatch.setattr(carrying, "PATIENCE", 0.2)

    work.start(Target(stick, "Stick A", insists=True))
    work._carrier.warm()
    os.kill(work._carrier._process.pid, signal.SIGSTOP)
    work.cancel()
    tasks.settle()

    assert last(work)[0] == "called off"
