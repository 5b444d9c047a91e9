from datetime import date
from pathlib import Path

import pytest

from app.backup import drives, places
from app.backup.drives.drive import Drive
from models.backup import Backup, BackupPlace, PlaceKind
from models.errors import BadInput
from tests.conftest import MOMENT

TODAY = date(2026, 11, 23)


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A stick that this computer has plugged in."""
    root = tmp_path / "media"
    (root / "court").mkdir(parents=True)
    drive = Drive(root, "BLUE", "A1B2-C3D4", "exfat", removable=True)
    own = Drive(Path("/"), "/", "/", "ext4", removable=False)
    monkeypatch.setattr(drives.system, "drives", lambda: [own, drive])
    return drive


def add(desk, folder, label, today=TODAY):
    with desk.work() as session:
        return places.add(session, folder, label, today)


def facts(desk):
    with desk.read() as session:
        return places.facts(session, drives.mounted())


def test_a_folder_on_a_stick_is_found_wherever_the_stick_is(desk, stick, tmp_path, monkeypatch):
    add(desk, stick.root / "court", "Stick A")
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "court").mkdir(parents=True)
    moved = Drive(elsewhere, "BLUE", "A1B2-C3D4", "exfat", removable=True)
    monkeypatch.setattr(drives.system, "drives", lambda: [moved])

    (place,) = facts(desk)

    assert (place.label, place.kind, place.folder) == (
        "Stick A", PlaceKind.STICK, elsewhere / "court",
    )  # fmt: skip
    assert place.drive == moved
    assert place.free > 0


def test_a_stick_that_is_not_plugged_in_has_no_folder(desk, stick, monkeypatch):
    add(desk, stick.root, "Stick A")
    monkeypatch.setattr(drives.system, "drives", list)

    (place,) = facts(desk)

    assert (place.folder, place.free, place.drive) == (None, None, None)


def test_a_folder_is_its_path(desk, stick, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    add(desk, folder, "Clerk's share")
    assert facts(desk)[0].folder == folder

    folder.rmdir()

    assert facts(desk)[0].folder is None
    assert facts(desk)[0].kind is PlaceKind.FOLDER


def test_the_same_stick_is_one_place_and_takes_a_new_name(desk, stick):
    first = add(desk, stick.root, "Stick A")

    assert add(desk, stick.root, "Blue  stick") == first
    assert [place.label for place in facts(desk)] == ["Blue stick"]


@pytest.mark.parametrize("label", ["", "  ", "stick a"])
def test_a_place_has_a_name_of_its_own(desk, stick, tmp_path, label):
    add(desk, stick.root, "Stick A")

    with pytest.raises(BadInput):
        add(desk, tmp_path, label)


def test_a_place_that_is_used_no_more_is_not_offered_and_can_come_back(desk, stick):
    place_id = add(desk, stick.root, "Stick A")
    with desk.work() as session:
        places.forget(session, place_id, TODAY)
    assert facts(desk) == []

    assert add(desk, stick.root, "Stick A") == place_id
    assert len(facts(desk)) == 1


def test_a_name_that_is_free_is_offered(desk, stick, tmp_path):
    add(desk, stick.root, "Stick A")

    with desk.read() as session:
        offered = places.offered_label(session, stick)
        folder = places.offered_label(session, drives.of(tmp_path / "none"))

    assert offered == "Stick B"
    assert folder == "Folder A"


def test_a_place_that_was_there_is_seen_once_a_day(desk, stick):
    add(desk, stick.root, "Stick A", date(2026, 11, 1))
    for _ in range(2):
        with desk.work() as session:
            places.see(session, places.facts(session, drives.mounted()), TODAY)

    with desk.read() as session:
        row = session.query(BackupPlace).one()
    assert row.seen_on == TODAY
    assert facts(desk)[0].seen_on == TODAY


def test_a_place_that_is_not_there_is_not_seen(desk, stick, monkeypatch):
    add(desk, stick.root, "Stick A", date(2026, 11, 1))
    monkeypatch.setattr(drives.system, "drives", list)

    with desk.work() as session:
        places.see(session, places.facts(session, drives.mounted()), TODAY)

    assert facts(desk)[0].seen_on == date(2026, 11, 1)


def test_a_place_gets_another_name_and_where_it_is_kept(desk, stick):
    place_id = add(desk, stick.root, "Stick A")
    other = add(desk, stick.root / "court", "Stick B")

    with desk.work() as session:
        places.describe(session, place_id, " Blue  stick ", "  the judge's safe ")
    with pytest.raises(BadInput), desk.work() as session:
        places.describe(session, other, "BLUE STICK", "")

    assert [(each.label, each.kept_at) for each in facts(desk)] == [
        ("Blue stick", "the judge's safe"), ("Stick B", None),
    ]  # fmt: skip


def test_a_stick_that_is_no_place_yet_is_a_stranger(desk, stick, monkeypatch):
    other = Drive(stick.root / "court", "RED", "FFFF-0000", "exfat", removable=True)
    monkeypatch.setattr(drives.system, "drives", lambda: [stick, other])
    add(desk, stick.root / "x", "Stick A")

    with desk.read() as session:
        known = places.known(session)
    seen = places.seen(known)

    assert [place.label for place in seen.places] == ["Stick A"]
    assert seen.strangers == (other,)


def test_the_folder_of_the_first_start_is_taken_over_once(desk, tmp_path):
    with desk.work() as session:
        first = places.take_over(session, tmp_path, TODAY)
        second = places.take_over(session, tmp_path / "other", TODAY)

    assert (first, second) == (True, False)
    assert [each.label for each in facts(desk)] == ["Folder A"]


def test_the_place_of_the_newest_good_backup_that_is_there_is_the_last_used(desk, stick, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    stick_id, share_id = add(desk, stick.root, "Stick A"), add(desk, share, "Share")
    with desk.work() as session:
        for seq, place, good in ((1, stick_id, True), (2, share_id, True), (3, stick_id, False)):
            checked = MOMENT if good else None
            session.add(
                Backup(
                    seq=seq, branch="0" * 32, place_id=place, begun_at=MOMENT, checked_at=checked
                )
            )

    def last_used():
        with desk.read() as session:
            place = places.last_used(session, drives.mounted())
        return place and place.label

    assert last_used() == "Share"
    share.rmdir()
    assert last_used() == "Stick A"
