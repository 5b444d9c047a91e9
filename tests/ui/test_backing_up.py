"""One backup at a time, told in the window's thread, and called off without waiting."""

import os
import signal
import threading

import pytest
from sqlalchemy import select

from app.backup import carrying, making, overview
from app.backup.overview import Freshness
from app.backup.writing import Stage
from models.backup import Backup
from models.errors import NoSuchThing
from tests.conftest import MOMENT
from ui import tasks
from ui.backing_up import BackupWork, Progress, Target


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


def test_a_drive_that_does_not_answer_at_all_is_given_up_at_once(work, stick, monkeypatch):
    answer = threading.Event()
    monkeypatch.setattr(making, "look_at", lambda *_who, **_how: answer.wait(20))
    monkeypatch.setattr(tasks, "PATIENCE", 0.05)

    work.start(Target(stick, "Stick A", insists=True))
    work.cancel()
    told = (last(work)[0], work.is_running)
    answer.set()
    tasks.settle()

    assert told == ("called off", False)
    assert [what for what, _about in work.told].count("called off") == 1


def test_a_backup_that_was_dropped_touches_the_record_no_more(work, court, stick):
    work.start(Target(stick, "Stick A", insists=True))
    work.drop()
    tasks.settle()

    assert last(work)[0] == "called off"
    with court.desk.read() as session:
        assert session.scalars(select(Backup)).all() == []


def test_a_backup_dropped_once_it_has_its_snapshot_leaves_none(work, court, stick):
    snapshot = court.files.record.with_name(court.files.record.name + ".snapshot")
    work._carry = lambda begun, carry=work._carry: (work.drop(), carry(begun))

    work.start(Target(stick, "Stick A", insists=True))
    tasks.settle()

    assert last(work)[0] == "called off"
    assert not snapshot.exists()
    assert list(stick.iterdir()) == []


def test_a_backup_that_was_carried_after_the_record_closed_is_not_entered(work, court, stick):
    work._finish = lambda begun, made, finish=work._finish: (work.drop(), finish(begun, made))

    work.start(Target(stick, "Stick A", insists=True))
    tasks.settle()

    assert last(work)[0] == "called off"
    assert freshness(court) is Freshness.NONE


def test_how_far_the_whole_backup_is_never_goes_back():
    parts = [
        Progress(Stage.CHECK, 1.0), Progress(Stage.WRITE, 0.0), Progress(Stage.WRITE, 1.0),
        Progress(Stage.REREAD, 0.0), Progress(Stage.REREAD, 1.0), Progress(Stage.THIN, 0.0),
    ]  # fmt: skip

    assert [round(each.whole, 2) for each in parts] == [0.0, 0.0, 0.7, 0.7, 1.0, 1.0]
