"""Backups are found on sticks and in folders, whosever they are, and never opened for it."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from app.backup import container, finding
from app.backup.container import Head
from app.backup.finding import FoundBackup, Where

MOMENT = datetime(2026, 11, 20, 17, 42, tzinfo=UTC)
OURS, THEIRS = b"o" * 16, b"t" * 16


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "BLUE"
    (folder / "backups").mkdir(parents=True)
    return Where("BLUE", folder)


def test_the_folder_and_those_right_below_are_looked_through(kept, stick):
    shutil.copy(kept.path, stick.folder / "backups" / kept.path.name)
    (stick.folder / "backups" / "deep").mkdir()
    shutil.copy(kept.path, stick.folder / "backups" / "deep" / "too-deep.milebak")
    (stick.folder / ".Trash").mkdir()
    shutil.copy(kept.path, stick.folder / ".Trash" / "gone.milebak")
    (stick.folder / ".hidden.milebak").touch()
    (stick.folder / "letter.txt").touch()

    (found,) = finding.found_on([stick, Where("again", stick.folder)])

    assert (found.path.name, found.where, found.problem) == (kept.path.name, "BLUE", "")
    assert found.head.seq == 1


def test_a_file_that_is_no_use_comes_last_and_says_why(kept, stick):
    shutil.copy(kept.path, stick.folder / "whole.milebak")
    (stick.folder / "a-cut-off.milebak").write_bytes(kept.path.read_bytes()[:9000])
    (stick.folder / "b-empty.milebak").touch()

    whole, cut_off, empty = finding.found_on([stick])

    assert whole.head is not None
    assert "has been cut off" in cut_off.problem
    assert "is empty" in empty.problem


def test_a_stick_that_is_gone_holds_nothing(tmp_path):
    assert finding.found_on([Where("BLUE", tmp_path / "gone")]) == ()


def test_a_folder_that_may_not_be_read_hides_no_other(kept, stick, monkeypatch):
    shutil.copy(kept.path, stick.folder / kept.path.name)
    real = type(stick.folder).iterdir

    def closed(folder):
        if folder.name == "backups":
            raise PermissionError
        return real(folder)

    monkeypatch.setattr(type(stick.folder), "iterdir", closed)

    assert len(finding.found_on([stick])) == 1


def test_a_drive_that_fails_while_it_is_read_is_told(stick, monkeypatch):
    path = stick.folder / "any.milebak"
    path.touch()

    def fails(_path):
        raise OSError(5, "gone")

    monkeypatch.setattr(container, "layout_of", fails)

    assert "did not answer" in finding.look_at(path, "BLUE").problem


def test_numbers_order_the_backups_of_one_record_and_ones_own_come_first(stick):
    def backup(record_id, seq, hours):
        head = Head(record_id, "aa" * 16, seq, MOMENT + timedelta(hours=hours), bytes(8), ())
        return FoundBackup(stick.folder / f"{seq}", "BLUE", head)

    # The clock was ten years off when the third one was made.
    ours = [backup(OURS, 3, -87_600), backup(OURS, 4, 1), backup(OURS, 2, 0)]
    theirs = [backup(THEIRS, 9, 5), backup(THEIRS, 10, 6)]

    mixed = [theirs[0], *ours, theirs[1]]

    assert [each.head.seq for each in finding._ordered(mixed, OURS)] == [4, 3, 2, 10, 9]
    assert [each.head.seq for each in finding._ordered(mixed, None)] == [10, 9, 4, 3, 2]
