import shutil

import pytest
from sqlalchemy import select

from app.vault import creation, holders, record, state, wal
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.unlock import Secret
from models import engine as engines
from models import trail
from models.audit import Audit
from models.errors import Damaged, InUse, NoSpace, NoSuchThing, NotARecord, TooNew, WrongSecret
from tests.app.vault.steps import RIGHT, WRONG, events, newer, opened, refused, write
from tests.conftest import HOLDER, PASSPHRASE, ZONE
from tests.makers import key_of


def test_a_record_that_was_closed_in_order_opens_with_no_finding(record_path):
    assert opened(record_path).findings == ()
    assert opened(record_path).findings == ()


def test_closing_leaves_the_record_sealed_whole_and_alone(record_path):
    write(record_path, "Mesa Counseling")

    kept = state.read(record_path.with_suffix(".state"))
    assert kept.clean
    assert kept.audit_mark.startswith(f"{kept.audit_seq}-")
    assert not wal.log_of(record_path).exists()


def test_nothing_in_a_folder_but_the_parts_of_the_record(record_path):
    write(record_path, "Mesa Counseling")

    assert {part.name for part in record_path.parent.iterdir()} == {
        "court.milepost",
        "court.key",
        "court.key.bak",
        "court.state",
        "court.lock",
    }


def test_any_old_page_put_back_is_told_whatever_it_contradicts(record_path, made):
    sheet = Secret(sheet=" ".join(made.sheet.groups))
    write(record_path, "Mesa Counseling")
    old = record_path.read_bytes()
    found = record.open_record(record_path, sheet)
    holders.change_passphrase(found, RIGHT, "mesa lantern copper violin", cost=Cost())
    found.close()
    new, kept = record_path.read_bytes(), record_path.with_suffix(".state").read_bytes()
    places = [at for at in range(0, len(old), 4096) if old[at : at + 4096] != new[at : at + 4096]]

    told = []
    for at in places:
        record_path.write_bytes(new[:at] + old[at : at + 4096] + new[at + 4096 :])
        record_path.with_suffix(".state").write_bytes(kept)
        try:
            found = record.open_record(record_path, sheet)
        except Damaged as damaged:
            told.append(damaged.problem)
        else:
            told += found.findings[:1]
            found.let_go()
            wal.log_of(record_path).unlink(missing_ok=True)

    assert set(told) == {"page", "seal"}
    assert len(told) == len(places) > 3


def test_what_a_backup_that_was_cut_off_left_goes_at_the_next_opening(record_path):
    files = Files(record_path)
    coming = Files(files.next_record)
    for part in (*files.snapshots, coming.journal, *coming.snapshots):
        part.write_bytes(b"half a copy")

    write(record_path, "Mesa Counseling")

    assert list(record_path.parent.glob("*snapshot*")) == []
    assert list(record_path.parent.glob("*.next*")) == []


def test_a_missing_record_is_no_such_thing(tmp_path):
    assert isinstance(refused(tmp_path / "none.milepost"), NoSuchThing)
    assert isinstance(refused(tmp_path), NoSuchThing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00" + bytes(4080), "plain"),
        (b"words", "not-a-record"),
        (bytes(5000), "truncated"),
    ],
)
@pytest.mark.parametrize("secret", [RIGHT, WRONG], ids=["right", "wrong"])
def test_what_is_no_record_is_told_before_the_passphrase(record_path, content, problem, secret):
    record_path.write_bytes(content)

    error = refused(record_path, secret)

    assert isinstance(error, NotARecord)
    assert (error.problem, error.code) == (problem, 11)
    assert record_path.read_bytes() == content


def test_a_record_in_use_is_told_before_anything_else(record_path):
    held = record.open_record(record_path, RIGHT)

    assert isinstance(refused(record_path), InUse)
    assert isinstance(refused(record_path, WRONG), InUse)
    held.close()


def test_a_wrong_passphrase_is_told_before_damage_inside(record_path):
    data = bytearray(record_path.read_bytes())
    data[100] ^= 1
    record_path.write_bytes(data)

    assert isinstance(refused(record_path, WRONG), WrongSecret)
    damaged = refused(record_path)
    assert (type(damaged), damaged.problem) == (Damaged, "page")


def test_a_key_file_of_another_record_is_told_as_that(record_path, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "court.milepost"
    creation.create(other, Wanted("Other Court", "Otis", PASSPHRASE, ZONE))
    for suffix in (".key", ".key.bak"):
        shutil.copy(other.with_suffix(suffix), record_path.with_suffix(suffix))

    error = refused(record_path)

    assert (error.key, error.problem) == ("record.other", "other-record")


def test_a_sheet_of_another_record_without_a_key_file_is_a_wrong_sheet(record_path, made):
    for suffix in (".key", ".key.bak"):
        record_path.with_suffix(suffix).unlink()
    groups = list(made.sheet.groups)
    groups[0], groups[1] = groups[1], groups[0]

    error = refused(record_path, Secret(sheet=" ".join(groups)))

    assert (type(error), error.key) == (WrongSecret, "sheet.other-record")
    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 1


def test_the_sheet_opens_the_record_alone(record_path, made, tmp_path_factory):
    alone = tmp_path_factory.mktemp("alone") / "rescued.milepost"
    shutil.copy(record_path, alone)

    found = record.open_record(alone, Secret(sheet=" ".join(made.sheet.groups)))

    assert "seal" in found.findings
    assert "key-file" in found.findings
    found.close()


def test_wrong_passphrases_are_counted_and_chained_at_the_next_unlock(record_path):
    for _ in range(2):
        refused(record_path, WRONG)

    told = events(record_path, "unlocked")[-1]

    assert told["changes"] == {"failed_unlocks": [None, 2]}
    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 0


def test_a_failed_unlock_leaves_no_lock_behind(record_path):
    refused(record_path, WRONG)

    assert opened(record_path).findings == ()


def test_closing_is_chained_as_the_last_event(record_path):
    found = record.open_record(record_path, RIGHT)
    with found.desk.read() as session:
        before = session.scalars(select(Audit.seq)).all()[-1]
    found.close()

    assert state.read(record_path.with_suffix(".state")).audit_seq == before + 1
    assert [body["by"] for body in events(record_path, "locked")] == [HOLDER, HOLDER]


def test_failed_unlocks_are_counted_until_the_trail_holds_them(record_path, monkeypatch):
    refused(record_path, WRONG)

    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(trail, "record", fail)
        assert isinstance(refused(record_path), NoSpace)

    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 1
    assert events(record_path, "unlocked")[-1]["changes"] == {"failed_unlocks": [None, 1]}


def test_a_record_with_a_second_name_is_refused_under_both(record_path, tmp_path):
    second = tmp_path / "second.milepost"
    second.hardlink_to(record_path)

    for name in (record_path, second):
        error = refused(name)
        assert (type(error), error.key, error.code) == (InUse, "record.two-names", 13)

    second.unlink()
    assert opened(record_path).findings == ()


def test_what_is_no_record_gets_no_lock_beside_it(tmp_path):
    path = tmp_path / "letter.milepost"
    path.write_bytes(b"%PDF-1.7" + bytes(5000))

    assert refused(path).problem == "not-a-record"
    assert list(tmp_path.iterdir()) == [path]


def test_a_record_of_a_newer_version_is_refused_and_stays_as_it_is(record_path, made):
    newer(record_path, made)
    before = {part.name: part.read_bytes() for part in record_path.parent.glob("court.[mk]*")}

    error = refused(record_path)

    assert isinstance(error, TooNew)
    assert {
        part.name: part.read_bytes() for part in record_path.parent.glob("court.[mk]*")
    } == before
    assert isinstance(refused(record_path, WRONG), WrongSecret)


def test_a_record_without_a_revision_is_not_whole(record_path, made):
    connection = engines.connect(record_path, key_of(made).record)
    connection.execute("DROP TABLE alembic_version")
    connection.close()

    assert refused(record_path).problem == "schema"


def test_the_lock_is_let_go_even_where_closing_fails(record_path):
    found = record.open_record(record_path, RIGHT)
    state_file = record_path.with_suffix(".state")
    state_file.unlink()
    state_file.mkdir()

    with pytest.raises(NoSpace) as refused_:
        found.close()
    state_file.rmdir()
    assert refused_.value.key == "record.not-closed"

    assert "seal" in opened(record_path).findings


def test_nothing_is_saved_past_the_closing_where_nobody_holds_the_lock(record_path):
    found = record.open_record(record_path, RIGHT)
    found.close()

    with pytest.raises(InUse), found.desk.work():
        pass


def test_opening_finishes_a_swap_that_a_power_cut_interrupted(record_path):
    files = Files(record_path)
    files.record.rename(files.next_record)
    files.key.rename(files.next_key)
    files.swap.write_text("{}")

    opened = record.open_record(record_path, Secret(passphrase=PASSPHRASE))
    opened.close()

    assert opened.findings == ("seal",)  # the state belonged to the earlier record
    assert files.key.read_bytes() == files.spare_key.read_bytes()
    assert not files.swap.exists()
