"""A backup is made while work goes on, and the record knows of it only once it is good."""

import dataclasses
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.backup import carrying, container, drives, making, overview, snapshot, verifying
from app.backup.overview import Freshness
from app.backup.writing import Stage
from app.vault import holders, record, replacing
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models.backup import Backup, Begun, Branch, Reread
from models.errors import BadInput, Damaged, NoSpace, NoSuchThing, WrongSecret
from tests.conftest import HOLDER, MOMENT, PASSPHRASE
from tests.makers import make_participant

NEW_PASSPHRASE = "five other words nobody guesses"


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


def kept_rows(record):
    with record.desk.read() as session:
        return session.scalars(select(Backup).order_by(Backup.seq)).all()


def test_a_backup_stands_on_the_stick_and_in_the_record(opened, stick):
    make_participant(opened.desk)

    made = making.backup(opened, stick)

    (row,) = kept_rows(opened)
    assert made.path.name == "court-2026-11-23-1610-000001.milebak"
    assert (row.seq, row.file, row.size) == (1, made.path.name, made.path.stat().st_size)
    assert (row.audit_mark, row.digest) == (made.audit_mark, made.digest)
    assert (row.checked_at, row.begun_at, row.reread) == (MOMENT, MOMENT, made.reread)
    assert not snapshot.snapshot_of(opened.files.record).exists()


def test_the_manifest_says_what_was_in_it(opened, stick):
    make_participant(opened.desk)

    made = making.backup(opened, stick)
    found = verifying.open_backup(made.path, Secret(passphrase=PASSPHRASE)).manifest

    assert (found.court, found.made_by) == ("Juniper County Treatment Court", HOLDER)
    assert found.rows["person"] == 1
    assert list(found.names.values()) == [(HOLDER, "case manager")]


def test_what_is_saved_while_it_is_carried_away_is_in_the_next_one(opened, stick):
    begun = making.begin(opened, stick, insists=True, tell=making.nothing)
    make_participant(opened.desk)
    made = making.carry(begun, carrying.Carrier(), making.nothing)
    making.finish(opened, begun, made)

    second = making.backup(opened, stick)

    def people(path):
        opened = verifying.open_backup(path, Secret(passphrase=PASSPHRASE))
        return opened.manifest.rows["person"]

    assert (people(made.path), people(second.path)) == (0, 1)
    assert [row.seq for row in kept_rows(opened)] == [1, 2]


def test_how_far_it_is_goes_from_snapshot_to_reading_back(opened, stick):
    told = []

    making.backup(opened, stick, tell=lambda stage, _done, _total: told.append(stage))

    order = list(dict.fromkeys(told))
    assert order[:4] == [Stage.SNAPSHOT, Stage.CHECK, Stage.WRITE, Stage.REREAD]


def test_the_drive_of_the_record_itself_is_refused_unless_somebody_insists(opened):
    folder = opened.files.record.parent

    with pytest.raises(BadInput) as refused:
        making.begin(opened, folder, tell=making.nothing)

    assert refused.value.key == "backup.same-drive"
    assert kept_rows(opened) == []
    assert making.backup(opened, folder).seq == 1


def test_a_stick_that_is_not_there_uses_no_number(opened, tmp_path):
    with pytest.raises(NoSuchThing):
        making.backup(opened, tmp_path / "gone")

    assert kept_rows(opened) == []


def test_a_stick_that_goes_away_leaves_a_backup_that_was_begun_and_is_not_good(opened, stick):
    begun = making.begin(opened, stick, insists=True, tell=making.nothing)
    stick.rmdir()

    with pytest.raises(NoSuchThing):
        making.carry(begun, carrying.Carrier(), making.nothing)

    (row,) = kept_rows(opened)
    assert (row.seq, row.checked_at, row.file) == (1, None, None)
    assert not begun.snapshot.exists()


def test_a_record_with_a_damaged_page_is_not_backed_up(opened, stick):
    make_participant(opened.desk)
    begun = making.begin(opened, stick, insists=True, tell=making.nothing)
    data = bytearray(begun.snapshot.read_bytes())
    data[4096 * 20 + 50] ^= 1
    begun.snapshot.write_bytes(bytes(data))

    with pytest.raises(Damaged):
        making.carry(begun, carrying.Carrier(), making.nothing)

    assert list(stick.iterdir()) == []


def test_an_altered_key_file_is_not_carried_away(opened, stick):
    opened.unlocked = dataclasses.replace(opened.unlocked, file=None)
    opened.files.key.write_bytes(b"{}\n")
    opened.files.spare_key.unlink()

    made = making.backup(opened, stick)

    assert container.layout_of(made.path).head.slots == ()


def test_too_little_room_on_either_side_is_told_before_anything_is_done(opened, stick, monkeypatch):
    monkeypatch.setattr(drives, "free", lambda _folder: 4096)

    with pytest.raises(NoSpace) as refused:
        making.backup(opened, stick)

    assert refused.value.key == "backup.no-room-here"
    assert kept_rows(opened) == []


def test_a_file_system_with_a_largest_file_is_told(opened, stick, monkeypatch):
    monkeypatch.setattr(drives.Drive, "is_too_small_for", lambda _drive, _size: True)

    with pytest.raises(NoSpace) as refused:
        making.backup(opened, stick)

    assert refused.value.key == "backup.fat"


@pytest.mark.parametrize(
    ("stem", "begins"),
    [
        ("court", "court-"),
        ("Peña: County", "Pena-County-"),
        ("裁判所", "record-"),
        ("a" * 90, "a" * 40),
    ],
)
def test_a_name_is_one_that_every_file_system_takes(stem, begins):
    name = making.name_of(Path(f"{stem}.milepost"), datetime(2026, 11, 22, 9, 30), 123)  # noqa: DTZ001

    assert name.startswith(begins)
    assert name.endswith("-2026-11-22-0930-000123.milebak")
    assert name.isascii()
    assert ":" not in name


def test_reading_back_is_said_as_it_was(opened, stick):
    assert making.backup(opened, stick).reread in set(Reread)


@pytest.fixture
def fresh(opened):
    """The record laid out under new keys, as it stands just before it takes the old one's place."""
    plan = replacing.plan(
        opened, Secret(passphrase=PASSPHRASE), NewHolder(HOLDER, NEW_PASSPHRASE, cost=Cost())
    )
    made = []

    def carry_out(folder):
        def keep(path, unlocked, file):
            made.append(making.of_new_keys(path, unlocked, file, folder=folder))

        replacing.carry_out(opened, plan, keep)
        return made[0]

    return carry_out


def test_a_record_with_new_keys_is_backed_up_before_the_old_one_is_let_go(opened, fresh, stick):
    making.backup(opened, stick)

    made = fresh(stick)

    secret = Secret(passphrase=NEW_PASSPHRASE)
    backup = verifying.open_backup(made.path, secret)
    assert made.path.name.startswith("court-2026")
    assert (made.seq, backup.manifest.made_by) == (2, HOLDER)
    with pytest.raises(WrongSecret):
        verifying.open_backup(made.path, Secret(passphrase=PASSPHRASE))
    again = record.open_record(opened.files.record, secret)
    with again.desk.read() as session:
        state = overview.state(session, MOMENT)
        branches = session.scalars(select(Branch.begun).order_by(Branch.id)).all()
    again.close()
    assert (state.freshness, state.changes) == (Freshness.FRESH, 0)
    assert branches == [Begun.CREATED, Begun.NEW_KEYS]


def test_keys_are_not_replaced_where_their_backup_has_no_room(opened, fresh, stick):
    stick.rmdir()

    with pytest.raises(NoSuchThing):
        fresh(stick)

    assert not opened.closed
    assert making.backup(opened, opened.files.record.parent).seq == 1


def test_an_earlier_key_file_that_was_put_back_is_not_carried_away(opened, stick):
    earlier = opened.files.key.read_bytes()
    holders.change_passphrase(opened, Secret(passphrase=PASSPHRASE), NEW_PASSPHRASE, cost=Cost())
    for part in (opened.files.key, opened.files.spare_key):
        part.write_bytes(earlier)

    made = making.backup(opened, stick)

    assert verifying.open_backup(made.path, Secret(passphrase=NEW_PASSPHRASE)).holder == HOLDER
    with pytest.raises(WrongSecret):
        verifying.open_backup(made.path, Secret(passphrase=PASSPHRASE))
