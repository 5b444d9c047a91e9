"""What the window knows of its backups: kept true, made, called off, and let go with the record."""

import shutil
from datetime import timedelta

import pytest
import shiboken6
from sqlalchemy import select

from app import clock
from app.backup import drives
from app.backup.overview import Freshness
from app.settings import Settings
from models.backup import Backup, Reread
from models.errors import NoSuchThing
from tests.conftest import MOMENT
from tests.makers import make_participant
from tests.ui.conftest import let_go
from ui import tasks
from ui.backups import Backups
from ui.machine import Machine


def set_reread(court, reread):
    with court.desk.work() as session:
        session.scalars(select(Backup)).one().reread = reread


def back_up(backups):
    backups.back_up()
    tasks.settle()
    backups.refresh()
    tasks.settle()


def test_without_a_place_nothing_is_backed_up(backups):
    back_up(backups)

    assert backups.place is None
    assert backups.overview.state.freshness is Freshness.NONE
    assert not backups.work.is_running


def test_a_backup_goes_to_the_stick_that_is_there_and_is_told(backups, stick_a, court):
    back_up(backups)

    (line,) = backups.overview.lines
    assert (line.seq, line.place) == (1, "Stick A")
    assert backups.overview.state.freshness is Freshness.FRESH
    assert backups.overview.state.changes == 0
    assert backups.line == "Backup 1 is on Stick A"
    (notice,) = backups.notices
    assert "Stick A" in notice.words
    assert notice.action == "Eject Stick A"
    assert backups.folder_of(line) == stick_a.folder


def test_what_changes_meanwhile_is_read_once_more(backups, stick_a, court):
    back_up(backups)
    for _ in range(3):
        backups.heed(None)
    make_participant(court.desk)
    backups.heed(None)
    tasks.settle()

    assert backups.overview.state.changes > 0


def test_the_place_used_last_comes_first(backups, stick_a, sticks, court, tmp_path):
    from app.backup import places

    share = tmp_path / "share"
    share.mkdir()
    with court.desk.work() as session:
        places.add(session, share, "Archive", court.desk.today())
    backups.refresh()
    tasks.settle()
    back_up(backups)
    first = backups.overview.lines[0].place
    sticks.clear()
    backups.watch.look()
    tasks.settle()

    assert backups.place.label == "Archive"
    back_up(backups)
    assert (first, backups.overview.lines[0].place) == (backups.overview.lines[1].place, "Archive")


def test_a_stick_that_is_gone_is_told_and_never_silent(backups, stick_a):
    shutil.rmtree(stick_a.folder)

    back_up(backups)

    (notice,) = backups.notices
    assert notice.tone == "problem"
    assert str(stick_a.folder) in notice.words
    assert backups.line == ""


def test_two_clicks_make_one_backup(backups, stick_a):
    backups.back_up()
    backups.back_up()
    tasks.settle()

    assert len(list(stick_a.folder.glob("*.milebak"))) == 1


def test_what_is_called_off_is_told(backups, stick_a):
    backups.back_up()
    backups.work.cancel()
    tasks.settle()

    assert [notice.tone for notice in backups.notices] == ["info"]
    assert list(stick_a.folder.iterdir()) == []


def test_a_backup_that_runs_while_the_record_closes_writes_nothing_afterwards(
    backups, stick_a, court
):
    backups.back_up()
    backups.stop()
    let_go()

    assert not shiboken6.isValid(backups)
    with court.desk.read() as session:
        assert session.scalars(select(Backup).where(Backup.checked_at.is_not(None))).all() == []


def test_once_stopped_nothing_is_asked_or_begun_any_more(backups, stick_a):
    backups.stop()
    backups.refresh()
    backups.back_up()

    assert not tasks._lanes.running


def test_a_backup_read_from_memory_can_be_checked_once_its_stick_was_gone(
    backups, stick_a, sticks, court
):
    back_up(backups)
    set_reread(court, Reread.CACHED)
    backups.refresh()
    tasks.settle()
    before = backups.may_check(backups.overview.lines[0])
    kept = sticks.pop()
    backups.watch.look()
    tasks.settle()
    gone = backups.may_check(backups.overview.lines[0])
    sticks.append(kept)
    backups.watch.look()
    tasks.settle()

    assert (before, gone) == (False, False)
    assert backups.may_check(backups.overview.lines[0])


def test_the_drives_are_looked_at_while_a_backup_waits_to_be_read_again(backups, stick_a, court):
    back_up(backups)
    set_reread(court, Reread.CACHED)
    backups.refresh()
    tasks.settle()
    backups.rest()
    waiting = backups.watch.is_awake
    set_reread(court, Reread.DIRECT)
    backups.refresh()
    tasks.settle()
    backups.rest()

    assert (waiting, backups.watch.is_awake) == (True, False)


def test_a_backup_read_from_memory_is_told_as_not_proved(backups, stick_a, monkeypatch):
    from app.backup import rereading

    monkeypatch.setattr(rereading, "MEMORY", frozenset({"ext4"}))
    made = make_cached(backups, stick_a)

    backups.work.made.emit(made)

    assert backups.notices[-1].tone == "attention"
    assert "not yet proved" in backups.notices[-1].words
    tasks.settle()


def make_cached(backups, stick_a):
    from dataclasses import replace

    seen = []
    backups.work.made.connect(seen.append)
    back_up(backups)
    return replace(seen[0], reread=Reread.CACHED)


@pytest.mark.parametrize(("done", "tone"), [(True, "good"), (False, "attention")])
def test_what_came_of_ejecting_is_told(backups, stick_a, monkeypatch, done, tone):
    monkeypatch.setattr(drives.system, "eject", lambda _drive: done)

    backups.eject(stick_a)
    assert backups.line == "Ejecting Stick A"
    tasks.settle()

    assert [notice.tone for notice in backups.notices] == [tone]


def test_a_stick_is_not_ejected_under_a_backup(backups, stick_a, monkeypatch):
    ejected = []
    monkeypatch.setattr(drives.system, "eject", ejected.append)

    backups.back_up()
    backups.eject(stick_a)
    tasks.settle()

    assert ejected == []


def test_the_folder_of_the_first_start_becomes_the_first_place(court, sticks, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    machine = Machine(
        Settings(record=str(court.files.record), backup_folder=str(folder)), remembers=False
    )
    made = Backups(court, machine)

    made.refresh()
    tasks.settle()
    made.refresh()
    tasks.settle()

    assert [place.folder for place in made.seen.places] == [folder]
    assert machine.settings.backup_folder is None
    made.stop()


@pytest.mark.parametrize("named", ["another record", "a folder that is not there"])
def test_what_does_not_belong_to_this_record_is_not_taken_over(court, sticks, tmp_path, named):
    record = "/x.milepost" if named == "another record" else str(court.files.record)
    folder = tmp_path if named == "another record" else tmp_path / "none"
    machine = Machine(Settings(record=record, backup_folder=str(folder)), remembers=False)
    made = Backups(court, machine)

    made.refresh()
    tasks.settle()

    assert made.overview.places == ()
    assert machine.settings.backup_folder == str(folder)
    made.stop()


def test_a_place_is_seen_once_a_day(backups, stick_a, court, monkeypatch):
    tomorrow = MOMENT + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)

    backups.watch.look()
    tasks.settle()
    backups.refresh()
    tasks.settle()

    assert backups.overview.places[0].seen_on == court.desk.today()


def test_what_the_record_says_while_reading_is_told(backups, court, monkeypatch):
    def broken(_session, _now):
        raise NoSuchThing("backup-folder.none", folder="x")

    monkeypatch.setattr("ui.backups.overview.of", broken)
    backups.refresh()
    tasks.settle()

    assert backups.notices[-1].tone == "problem"
