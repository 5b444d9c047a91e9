"""Backups in words: how old, how far, where."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.backup.drives.drive import Drive
from app.backup.overview import BackupState, Freshness
from app.backup.places import PlaceFacts
from app.backup.writing import Stage
from models.backup import PlaceKind
from ui import backup_words
from ui.backing_up import Progress, Target

TODAY = date(2026, 11, 23)
STICK = Target(Path("/x"), "Stick A")
DRIVE = Drive(Path("/x"), "BLUE", "A1B2-C3D4", "exfat", removable=True)


@pytest.mark.parametrize(
    ("spent", "told"),
    [
        (timedelta(seconds=20), "Just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=3, minutes=5), "3 hours 5 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=2, hours=15, minutes=9), "2 days 15 hours ago"),
        (timedelta(days=2, minutes=9), "2 days ago"),
    ],
)
def test_an_age_is_told_in_its_two_largest_parts(spent, told):
    assert backup_words.age(spent) == told


def test_a_moment_has_its_weekday():
    moment = datetime(2026, 11, 20, 17, 42, tzinfo=UTC)

    assert backup_words.moment(moment) == "Friday, November 20, 2026, 5:42 PM"
    assert (
        backup_words.made(moment, TODAY) == "Fri\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}20, 5:42 PM"
    )
    assert backup_words.near(date(2025, 1, 2), TODAY).endswith(", 2025")


@pytest.mark.parametrize(
    ("day", "told"),
    [(None, "No backup yet"), (23, "Backed up today"), (20, "Last backup Fri")],
)
def test_the_last_backup_is_told_in_a_few_words(day, told):
    local = datetime(2026, 11, day, 9, tzinfo=UTC) if day else None

    assert backup_words.last(local, TODAY).startswith(told)


@pytest.mark.parametrize(
    ("changes", "told"),
    [(0, "Everything in the record is in it."), (1, "1 change since"), (61, "61 changes since")],
)
def test_the_state_says_what_is_not_in_the_backup(changes, told):
    state = BackupState(
        Freshness.OLD, datetime(2026, 11, 20, tzinfo=UTC), timedelta(days=2), changes
    )

    assert backup_words.state_line(state).startswith(f"2 days ago. {told}")


def test_without_a_backup_it_says_what_that_means():
    state = BackupState(Freshness.NONE, None, None, 5)

    assert "everything in the record is lost" in backup_words.state_line(state)


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        (None, "Backing up to Stick A: looking at the drive"),
        (Progress(Stage.SNAPSHOT, 0.0), "Backing up to Stick A: copying the record"),
        (Progress(Stage.WRITE, 0.5), "Backing up to Stick A: writing, 50 %"),
        (Progress(Stage.REREAD, 0.434), "Backing up to Stick A: reading back, 43 %"),
    ],
)
def test_how_far_a_backup_is_is_told(progress, told):
    assert backup_words.working(STICK, progress) == told


def test_a_size_is_told_as_drives_tell_it():
    assert backup_words.size(24_100_000) == "24.1 MB"
    assert backup_words.size(27_400_000_000) == "27.4 GB"


def place(folder, drive, kept_at="the judge's safe"):
    kind = PlaceKind.STICK if drive else PlaceKind.FOLDER
    return PlaceFacts(1, "Stick A", kind, kept_at, TODAY, folder, 1, drive)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (place(Path("/x"), DRIVE), "Plugged in; 12 backups, newest No. 122"),
        (place(Path("/x"), None), "There; 12 backups, newest No. 122"),
        (place(None, None), "12 backups, newest No. 122; kept at: the judge's safe"),
        (place(None, None, None), "12 backups, newest No. 122"),
    ],
)
def test_a_place_says_whether_it_is_there_and_what_stands_on_it(facts, told):
    assert backup_words.where(facts, 12, 122) == told


def test_a_place_with_no_backup_says_so():
    assert backup_words.where(place(Path("/x"), DRIVE), 0, None) == "Plugged in; no backup on it"


def test_a_span_of_less_than_a_minute_has_no_words():
    assert backup_words.span(timedelta(seconds=59)) == ""
    assert backup_words.span(timedelta(days=2, hours=15, minutes=9)) == "2 days 15 hours"
