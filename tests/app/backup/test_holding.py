from datetime import date, timedelta
from pathlib import Path

import pytest

from app.backup import holding, thinning
from app.backup.container import Head
from app.backup.thinning import Found
from app.vault.files import Files
from models.backup import Backup, BackupPlace, Begun, Branch, PlaceKind, Reread
from tests.conftest import MOMENT, ZONE
from tests.makers import add

OURS = "a" * 32
TODAY = date(2026, 11, 23)


@pytest.fixture
def place(desk):
    add(desk, Branch(branch=OURS, machine="m", begun=Begun.CREATED, began_at=MOMENT))
    return add(
        desk,
        BackupPlace(label="Stick A", kind=PlaceKind.STICK, mark="A1", path="/media/a",
                    seen_on=TODAY, kept_at="Judge's safe"),
    )  # fmt: skip


def backup(desk, seq, place, *, days_ago=0, **columns):
    usual = {
        "branch": OURS,
        "place_id": place,
        "begun_at": MOMENT - timedelta(days=days_ago),
        "file": f"court-{seq:06d}.milebak",
        "audit_mark": f"{seq * 10}-X",
        "reread": Reread.DIRECT,
        "checked_at": MOMENT,
    }
    add(desk, Backup(seq=seq, **(usual | columns)))


def copies(desk, first_seq):
    with desk.read() as session:
        return holding.copies(session, first_seq, TODAY, ZONE)


def test_backups_from_the_first_event_on_hold_the_person(desk, place):
    for seq in (1, 2, 3):
        backup(desk, seq, place)

    found = copies(desk, 20)

    assert [each.number for each in found] == [2, 3]
    assert (found[0].place, found[0].kept_at, found[0].file) == (
        "Stick A", "Judge's safe", "court-000002.milebak",
    )  # fmt: skip
    assert found[0].made_on == TODAY


def test_a_backup_that_was_thinned_out_holds_nobody(desk, place):
    backup(desk, 1, place, gone_on=TODAY)

    assert copies(desk, 1) == ()


def test_a_backup_that_was_cut_off_may_hold_the_person_and_is_never_thinned_out(desk, place):
    backup(desk, 1, place, audit_mark=None, checked_at=None, file=None)

    [found] = copies(desk, 20)

    assert (found.number, found.file, found.until) == (1, None, None)


def test_a_backup_goes_when_newer_ones_take_its_place(desk, place):
    for seq, days_ago in ((1, 3), (2, 2), (3, 1)):
        backup(desk, seq, place, days_ago=days_ago)

    found = {each.number: each.until for each in copies(desk, 1)}

    # The last of November stands for its month for a year; the others only for their days.
    assert all(until is not None for until in found.values())
    assert found[1] < TODAY + timedelta(days=60)


@pytest.mark.parametrize(
    "columns", [{"branch": "b" * 32}, {"checked_at": None}, {"place_id": None}], ids=str
)
def test_what_no_rule_thins_out_stays_until_it_is_destroyed(desk, place, columns):
    backup(desk, 1, place, **columns)

    assert [each.until for each in copies(desk, 1)] == [None]


def test_without_a_branch_nothing_is_thinned_out(desk):
    backup(desk, 1, None)

    assert [each.until for each in copies(desk, 1)] == [None]


def test_the_rule_is_that_by_which_backups_are_thinned_out():
    moments = [MOMENT - timedelta(days=back) for back in range(500)]
    heads = [Head(bytes(16), OURS, 500 - at, day, bytes(8), ()) for at, day in enumerate(moments)]
    found = [Found(Path(str(head.seq)), head) for head in heads]
    good = frozenset(head.seq for head in heads)

    kept = thinning.stay([moment.date() for moment in moments])

    spare = {each.head.seq for each in thinning.spare(found, OURS, good, "UTC")}
    assert {500 - place for place in kept} == good - spare


def test_copies_in_the_record_s_own_folder_are_named(record_path):
    files = Files(record_path)
    folder = record_path.parent
    names = [
        "before-restore-20261101-101500-court.milepost",
        "court-before-upgrade-0003-20261001.milepost",
        "court.milepost-wal-kept-20261001-090000",
    ]
    for name in (*names, "letter.pdf", "court-before-restore.key"):
        (folder / name).write_bytes(b"x")

    assert holding.beside(files) == tuple(sorted(names))
