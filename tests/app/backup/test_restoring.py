"""A restore leaves the present record beside the one that is back, and works with none at all."""

import shutil

import pytest
from sqlalchemy import select

from app.backup import drives, making, restoring
from app.vault import lock, record, swap
from app.vault.check import check
from app.vault.creation import Wanted, create
from app.vault.files import Files
from app.vault.unlock import SHEET_HOLDER, Secret
from models.audit import Audit
from models.backup import Begun, Branch
from models.errors import (
    BadInput,
    Damaged,
    InUse,
    NoSpace,
    NoSuchThing,
    NotARecord,
    TooNew,
    WrongSecret,
)
from models.person import Person
from tests.app.backup.test_verifying import flip
from tests.conftest import PASSPHRASE, ZONE
from tests.makers import make_participant

RIGHT = Secret(passphrase=PASSPHRASE)


@pytest.fixture
def bare(tmp_path):
    """Where a record is to stand on a computer that has none."""
    (tmp_path / "bare").mkdir()
    return tmp_path / "bare" / "court.milepost"


@pytest.fixture
def present(kept, tmp_path):
    """The record that the backup was made of, one person further on, closed."""
    folder = tmp_path / "present"
    shutil.copytree(kept.record.parent, folder)
    path = folder / kept.record.name
    opened = record.open_record(path, RIGHT)
    make_participant(opened.desk, "Later")
    opened.close()
    return path


def names_in(path, secret=RIGHT):
    opened = record.open_record(path, secret)
    try:
        assert opened.findings == ()
        with opened.desk.read() as session:
            return session.scalars(select(Person.last_name).order_by(Person.id)).all()
    finally:
        opened.close()


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_a_record_comes_back_on_a_computer_that_has_none(kept, bare, by):
    secret = RIGHT if by == "passphrase" else Secret(sheet=kept.sheet)

    restored = restoring.restore(kept.path, bare, secret)

    assert (restored.record, restored.seq, restored.kept_as) == (bare, 1, None)
    assert names_in(bare) == ["Quintana"]
    assert names_in(bare, Secret(sheet=kept.sheet)) == ["Quintana"]
    assert check(bare, RIGHT).problems == []


def test_the_present_record_is_kept_under_a_name_of_its_own(kept, present):
    restored = restoring.restore(kept.path, present, RIGHT)

    assert names_in(present) == ["Quintana"]
    assert restored.kept_as.name.startswith("before-restore-")
    assert names_in(restored.kept_as) == ["Quintana", "Later"]


def test_what_a_crash_left_unfinished_is_kept_too(kept, present):
    opened = record.open_record(present, RIGHT)
    make_participant(opened.desk, "Unfinished")
    crashed = present.parent.parent / "crashed"
    shutil.copytree(present.parent, crashed)
    opened.close()
    path = crashed / present.name

    restored = restoring.restore(kept.path, path, RIGHT)

    assert names_in(path) == ["Quintana"]
    assert names_in(restored.kept_as) == ["Quintana", "Later", "Unfinished"]


def test_a_restored_record_begins_a_branch_and_says_so_in_its_trail(kept, bare):
    restoring.restore(kept.path, bare, Secret(sheet=kept.sheet))

    opened = record.open_record(bare, RIGHT)
    with opened.desk.read() as session:
        branches = session.scalars(select(Branch.begun).order_by(Branch.id)).all()
        told = session.scalars(select(Audit).where(Audit.action == "restored")).one()
    opened.close()

    assert branches == [Begun.CREATED, Begun.RESTORED]
    assert told.holder == SHEET_HOLDER
    assert '"backup":[null,1]' in told.body


def test_backups_of_a_restored_record_go_on_in_a_branch_of_their_own(kept, bare, tmp_path):
    restoring.restore(kept.path, bare, RIGHT)
    opened = record.open_record(bare, RIGHT)
    made = making.backup(opened, tmp_path)
    opened.close()

    heads = [restoring.verifying.layout_of(path).head for path in (kept.path, made.path)]

    assert heads[0].branch != heads[1].branch
    assert heads[1].seq == 2


def untouched(path):
    return {
        part.name: part.read_bytes() for part in path.parent.iterdir() if part.suffix != ".lock"
    }


def test_every_refusal_leaves_the_present_record_as_it_was(kept, present, tmp_path, monkeypatch):
    before = untouched(present)
    cut = tmp_path / "cut.milebak"
    cut.write_bytes(kept.path.read_bytes()[:-1])
    damaged = tmp_path / "damaged.milebak"
    shutil.copy(kept.path, damaged)
    flip(damaged)
    refusals = [
        (kept.path, Secret(passphrase="four words nobody typed here"), WrongSecret),
        (cut, RIGHT, NotARecord),
        (damaged, RIGHT, Damaged),
        (tmp_path / "gone.milebak", RIGHT, NoSuchThing),
    ]

    for path, secret, expected in refusals:
        with pytest.raises(expected):
            restoring.restore(path, present, secret)
    monkeypatch.setattr(restoring.proving.schema, "known", lambda: ["0001"])
    with pytest.raises(TooNew):
        restoring.restore(kept.path, present, RIGHT)

    assert untouched(present) == before


def test_a_restore_that_fails_half_way_leaves_the_present_record(kept, present, monkeypatch):
    before = untouched(present)

    def full(*_given):
        raise OSError(28, "full")

    monkeypatch.setattr(restoring, "write_whole", full)
    with pytest.raises(NoSpace):
        restoring.restore(kept.path, present, RIGHT)

    assert untouched(present) == before


def test_a_backup_of_another_court_takes_no_records_place(kept, tmp_path):
    other = create(tmp_path / "other.milepost", Wanted("Other Court", "Otis", PASSPHRASE, ZONE))
    before = untouched(other.files.record)

    with pytest.raises(BadInput) as refused:
        restoring.restore(kept.path, other.files.record, RIGHT)

    assert refused.value.facts == {"court": "Juniper County Treatment Court"}
    assert untouched(other.files.record) == before


def test_a_record_that_is_open_elsewhere_is_not_restored_over(kept, present):
    held = lock.take(present)
    try:
        with pytest.raises(InUse):
            restoring.restore(kept.path, present, RIGHT)
    finally:
        held.release()


@pytest.mark.parametrize(
    ("name", "expected"), [("court.db", BadInput), ("no/such/court.milepost", NoSuchThing)]
)
def test_a_place_where_no_record_can_stand_is_refused(kept, tmp_path, name, expected):
    with pytest.raises(expected):
        restoring.restore(kept.path, tmp_path / name, RIGHT)


def test_a_bare_place_is_left_bare_by_a_refusal(kept, bare):
    with pytest.raises(WrongSecret):
        restoring.restore(kept.path, bare, Secret(passphrase="four words nobody typed here"))

    assert list(bare.parent.iterdir()) == []


def test_too_little_room_is_told_before_anything_is_written(kept, present, monkeypatch):
    before = untouched(present)
    usage = restoring.shutil.disk_usage(present.parent)._replace(free=4096)
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _folder: usage)

    with pytest.raises(NoSpace):
        restoring.restore(kept.path, present, RIGHT)

    assert untouched(present) == before
    assert drives.free(present.parent) == 4096


def test_a_restore_that_a_power_cut_stopped_before_the_swap_is_forgotten(kept, present):
    files = Files(present)
    shutil.copy(kept.path, files.next_record)
    files.next_key.write_bytes(b"{}")

    assert names_in(present) == ["Quintana", "Later"]
    assert not files.next_record.exists()
    assert not swap.finish(files)


def test_a_record_of_an_earlier_version_is_brought_up_when_it_comes_back(kept, bare, monkeypatch):
    brought = []
    monkeypatch.setattr(restoring.upgrade, "bring_up", lambda path, _key: brought.append(path.name))

    restoring.restore(kept.path, bare, RIGHT)

    assert brought == ["court.milepost.next"]


def test_a_record_whose_first_page_is_damaged_is_known_by_its_key_file(kept, present):
    data = bytearray(present.read_bytes())
    data[:64] = bytes(64)
    present.write_bytes(bytes(data))

    restored = restoring.restore(kept.path, present, RIGHT)

    assert names_in(present) == ["Quintana"]
    assert restored.kept_as.read_bytes() == bytes(data)


def test_two_restores_in_one_second_keep_two_records(kept, present, monkeypatch):
    moment = restoring.clock.now()
    monkeypatch.setattr(restoring.clock, "now", lambda: moment)

    first = restoring.restore(kept.path, present, RIGHT)
    second = restoring.restore(kept.path, present, RIGHT)

    assert first.kept_as != second.kept_as
    assert names_in(first.kept_as) == ["Quintana", "Later"]
    assert names_in(second.kept_as) == ["Quintana"]
