from dataclasses import replace

import pytest
from sqlalchemy import select

from app.vault import holders, key_file, record, recovery, rewriting, slots
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models.court import KeyHolder
from models.errors import WrongSecret
from tests.app.vault.steps import RIGHT, events, opened
from tests.conftest import HOLDER, PASSPHRASE
from tests.makers import key_of

NEW = "mesa lantern copper violin"
CHANGED = Secret(passphrase=NEW)
EARLIER = "key-file.earlier"


@pytest.fixture
def files(record_path):
    return Files(record_path)


@pytest.fixture
def sheet(made):
    return Secret(sheet=" ".join(made.sheet.groups))


def change(files, secret=RIGHT):
    found = record.open_record(files.record, secret)
    holders.change_passphrase(found, secret, NEW, cost=Cost())
    found.close()


def put_back(files, data):
    for part in (files.key, files.spare_key):
        part.write_bytes(data)


def findings(files, secret):
    found = record.open_record(files.record, secret)
    found.close()
    return found.findings


def active(files, secret):
    found = record.open_record(files.record, secret)
    with found.desk.read() as session:
        names = [row.name for row in slots.active(session)]
    found.close()
    return names


def rewritten(files, made, *each):
    """Write a key file of these slots as one that was cut off before the record knew of it."""
    file = replace(key_file.read(files.key), holders=each).signed(key_of(made))
    key_file.write(files.key, file)
    return file


def slot_of(made, name, passphrase=NEW):
    root = recovery.root_of(made.sheet.groups)
    new = NewHolder(name, passphrase, cost=Cost())
    return rewriting.fresh(made.record_id, root, new).slot


def test_an_earlier_key_file_that_was_put_back_is_told_and_not_written_over(files):
    earlier = files.key.read_bytes()
    change(files)
    put_back(files, earlier)

    assert findings(files, RIGHT) == (EARLIER,)
    assert findings(files, RIGHT) == (EARLIER,)
    assert files.key.read_bytes() == files.spare_key.read_bytes() == earlier


def test_an_earlier_main_copy_is_not_written_over_the_spare_one(files):
    earlier = files.key.read_bytes()
    change(files)
    newest = files.spare_key.read_bytes()
    files.key.write_bytes(earlier)

    assert findings(files, RIGHT) == (EARLIER,)
    assert files.spare_key.read_bytes() == newest
    assert findings(files, CHANGED) == ("key-file",)
    assert files.key.read_bytes() == newest
    assert findings(files, CHANGED) == ()


def test_a_file_of_before_a_holder_was_added_is_an_earlier_one(files):
    earlier = files.key.read_bytes()
    found = record.open_record(files.record, RIGHT)
    holders.add(found, RIGHT, NewHolder("Otis", NEW, cost=Cost()))
    found.close()
    put_back(files, earlier)

    assert findings(files, RIGHT) == (EARLIER,)
    assert active(files, RIGHT) == [HOLDER, "Otis"]


def test_a_file_with_an_earlier_name_is_an_earlier_one(files):
    earlier = files.key.read_bytes()
    found = record.open_record(files.record, RIGHT)
    holders.rename(found, RIGHT, HOLDER, "Ruth Marsh")
    found.close()
    put_back(files, earlier)

    assert findings(files, RIGHT) == (EARLIER,)


def test_the_newest_passphrase_puts_an_earlier_file_right(files, sheet):
    earlier = files.key.read_bytes()
    change(files)
    put_back(files, earlier)

    found = record.open_record(files.record, sheet)
    holders.add(found, sheet, NewHolder("Otis", "harbor walnut thimble cactus", cost=Cost()))
    found.close()

    with pytest.raises(WrongSecret):
        record.open_record(files.record, RIGHT)
    assert active(files, sheet) == ["Otis"]
    assert findings(files, sheet) == ()


@pytest.mark.parametrize("spare", [True, False], ids=["one copy", "both copies"])
def test_a_slot_that_the_record_never_saw_is_a_change_that_was_cut_off(files, made, spare):
    file = rewritten(files, made, slot_of(made, HOLDER))
    if not spare:
        key_file.write(files.spare_key, file)

    assert findings(files, CHANGED) == ()
    assert files.key.read_bytes() == files.spare_key.read_bytes()
    assert active(files, CHANGED) == [HOLDER]
    assert findings(files, CHANGED) == ()
    found = record.open_record(files.record, CHANGED)
    found.close()
    assert len(events_by(files, "keys-matched")) == 1


def events_by(files, action):
    found = record.open_record(files.record, CHANGED)
    with found.desk.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT seq FROM audit WHERE action = ?", (action,)
        )
        seqs = list(rows)
    found.close()
    return seqs


@pytest.mark.parametrize("change_of", ["removal", "renaming"])
def test_an_announced_change_that_was_cut_off_is_finished(files, made, change_of):
    found = record.open_record(files.record, RIGHT)
    holders.add(found, RIGHT, NewHolder("Otis", NEW, cost=Cost()))
    first, second = key_file.read(files.key).holders
    left = (first,) if change_of == "removal" else (first, replace(second, name="Otis Marsh"))
    file = replace(key_file.read(files.key), holders=left).signed(key_of(made))
    with found.desk.work() as session:
        slots.announce(session, found.unlocked.file, file)
    found.close()
    key_file.write(files.key, file)

    assert findings(files, RIGHT) == ()
    assert active(files, RIGHT) == [slot.name for slot in left]
    assert findings(files, RIGHT) == ()


def test_a_change_that_was_announced_and_never_written_is_none(files, made):
    found = record.open_record(files.record, RIGHT)
    file = replace(found.unlocked.file, holders=(slot_of(made, "Otis"),)).signed(key_of(made))
    with found.desk.work() as session:
        slots.announce(session, None, file)
    found.close()

    assert findings(files, RIGHT) == ()
    assert active(files, RIGHT) == [HOLDER]


def test_a_change_that_was_written_once_and_not_told_is_taken_back_by_the_old_passphrase(
    files, made
):
    old = files.key.read_bytes()
    found = record.open_record(files.record, RIGHT)
    file = replace(found.unlocked.file, holders=(slot_of(made, HOLDER),)).signed(key_of(made))
    with found.desk.work() as session:
        slots.announce(session, found.unlocked.file, file)
    found.close()
    key_file.write(files.key, file)

    assert findings(files, RIGHT) == ()
    assert files.key.read_bytes() == files.spare_key.read_bytes() == old


def test_an_ended_slot_beside_an_unknown_one_is_no_change_of_ours(files, made):
    ended = key_file.read(files.key).holders[0]
    change(files)
    rewritten(files, made, ended, slot_of(made, "Eve"))

    assert EARLIER in findings(files, RIGHT)


def test_a_spare_copy_that_differs_opens_where_the_main_one_does_not(files, made):
    spare = rewritten(files, made, slot_of(made, HOLDER))
    key_file.write(files.spare_key, spare)
    key_file.write(files.key, replace(spare, holders=(slot_of(made, "Eve", PASSPHRASE + "!"),)))

    assert "key-file" not in findings(files, CHANGED)
    assert key_file.read(files.key) == spare


def test_the_rows_of_the_record_give_the_names_that_are_taken_over(files, made):
    found = record.open_record(files.record, RIGHT)
    with found.desk.read() as session:
        rows = slots.active(session)
    file = key_file.read(files.key)
    other = replace(file, holders=(replace(file.holders[0], name="Eve"), slot_of(made, "Otis")))
    found.close()

    given = slots.taken_over([*rows, KeyHolder(slot="gone", name="Ada", role="stand-in")], (other,))

    assert [slot.name for slot in given.slots] == [HOLDER]
    assert given.without == ("Ada",)


def test_the_rows_follow_the_slots_and_an_ended_slot_is_never_deleted(files, made):
    found = record.open_record(files.record, RIGHT)
    new = slot_of(made, "Otis")
    with found.desk.work() as session:
        slots.match(session, replace(found.unlocked.file, holders=(new,)), on=found.desk.today())
    with found.desk.read() as session:
        rows = session.scalars(select(KeyHolder).order_by(KeyHolder.id)).all()
    found.close()

    assert [(row.name, row.removed_on is None) for row in rows] == [(HOLDER, False), ("Otis", True)]


def test_a_damaged_spare_copy_is_put_right_by_the_main_one_and_told_once(files):
    files.spare_key.write_bytes(b"cut off")

    assert opened(files.record).findings == ("key-file",)
    assert opened(files.record).findings == ()
    assert events(files.record, "unlocked")[0]["changes"]["findings"] == [None, "key-file"]


def test_a_lost_main_copy_is_put_right_by_the_spare_one(files):
    whole = files.key.read_bytes()
    files.key.unlink()

    assert opened(files.record).findings == ("key-file",)
    assert files.key.read_bytes() == whole


def test_a_forged_copy_with_the_announced_code_is_told(files):
    change(files)
    whole = key_file.read(files.key)
    forged = replace(whole, holders=(replace(whole.holders[0], name="Otis Pettigrew"),))
    key_file.write(files.spare_key, forged)

    assert forged.mac == whole.mac
    assert findings(files, CHANGED) == ("key-file",)
