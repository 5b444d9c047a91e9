import shutil
from dataclasses import replace

import pytest

from app.vault import creation, key_file, keys, recovery
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.unlock import SHEET_HOLDER, Secret, unlock
from models.errors import Damaged, WrongSecret
from tests.conftest import HOLDER, PASSPHRASE, ZONE
from tests.makers import key_of


@pytest.fixture
def files(record_path):
    return Files(record_path)


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """A second record, of which parts get mixed up with the first."""
    path = tmp_path_factory.mktemp("other") / "other.milepost"
    return creation.create(path, Wanted("Other Court", "Otis", PASSPHRASE, ZONE))


def sheet_of(made, *, record_id=True):
    told = [f"Record {made.record_id.hex()}"] if record_id else []
    return Secret(sheet="\n".join([*told, " ".join(made.sheet.groups)]))


def wrong(files, secret):
    with pytest.raises(WrongSecret) as caught:
        unlock(files, secret)
    return caught.value.key


def test_a_passphrase_gives_the_keys_and_the_name_of_its_holder(files, made):
    unlocked = unlock(files, Secret(passphrase=PASSPHRASE))

    assert unlocked.keys == key_of(made)
    assert (unlocked.holder, unlocked.record_id, unlocked.altered) == (
        HOLDER,
        made.record_id,
        False,
    )


def test_the_holder_may_be_named(files):
    assert unlock(files, Secret(passphrase=PASSPHRASE, holder=HOLDER)).holder == HOLDER
    assert wrong(files, Secret(passphrase=PASSPHRASE, holder="Otis")) == "passphrase.no-such-holder"


@pytest.mark.parametrize("typed", ["", "wrong", PASSPHRASE + " ", PASSPHRASE.upper(), "\x00", None])
def test_any_other_passphrase_is_wrong_and_nothing_else(files, typed):
    assert wrong(files, Secret(passphrase=typed)) == "passphrase.wrong"


@pytest.mark.parametrize("record_id", [True, False])
def test_the_sheet_gives_the_same_keys(files, made, record_id):
    unlocked = unlock(files, sheet_of(made, record_id=record_id))

    assert unlocked.keys == key_of(made)
    assert (unlocked.holder, unlocked.altered) == (SHEET_HOLDER, False)


@pytest.mark.parametrize("record_id", [True, False])
def test_the_sheet_and_the_record_are_enough(files, made, record_id):
    files.key.unlink()
    files.spare_key.write_bytes(b"damaged")

    assert unlock(files, sheet_of(made, record_id=record_id)).keys == key_of(made)


def test_the_sheet_opens_its_record_beside_a_key_file_of_another(files, made, other):
    for part, foreign in ((files.key, other.files.key), (files.spare_key, other.files.spare_key)):
        shutil.copy(foreign, part)

    unlocked = unlock(files, sheet_of(made))

    assert unlocked.keys == key_of(made)
    assert unlocked.altered


@pytest.mark.parametrize("record_id", [True, False])
def test_a_sheet_of_another_record_is_told_as_that(files, other, record_id):
    assert wrong(files, sheet_of(other, record_id=record_id)) == "sheet.other-record"


def test_a_sheet_that_names_another_record_is_told_as_that_without_a_key_file(files, other):
    files.key.unlink()
    files.spare_key.unlink()

    assert wrong(files, sheet_of(other)) == "sheet.other-record"


def test_a_sheet_that_names_no_record_proves_nothing_without_a_key_file(files, other):
    files.key.unlink()
    files.spare_key.unlink()

    assert not unlock(files, sheet_of(other, record_id=False)).proved


def test_a_slot_that_was_added_without_the_root_is_noticed(files, made):
    file = key_file.read(files.key)
    added = key_file.new_slot(made.record_id, bytes(19), "another passphrase here", "Eve", "x")
    key_file.write(files.key, replace(file, holders=(*file.holders, added)))

    assert unlock(files, Secret(passphrase=PASSPHRASE)).altered
    assert unlock(files, sheet_of(made)).altered


def test_an_altered_check_value_is_noticed(files, made):
    file = key_file.read(files.key)
    key_file.write(files.key, replace(file, check_value=bytes(8)))

    assert unlock(files, Secret(passphrase=PASSPHRASE)).altered


def test_a_second_holder_opens_with_a_passphrase_of_their_own(files, made):
    file = key_file.read(files.key)
    root = recovery.root_of(made.sheet.groups)
    slot = key_file.new_slot(made.record_id, root, "mesa lantern copper", "Otis", "stand-in")
    both = replace(file, holders=(*file.holders, slot))
    key_file.write(files.key, both.signed(keys.derive(root, made.record_id)))

    unlocked = unlock(files, Secret(passphrase="mesa lantern copper"))

    assert (unlocked.holder, unlocked.altered) == ("Otis", False)


def test_without_a_key_file_no_passphrase_can_be_tried(files):
    files.key.unlink()
    files.spare_key.unlink()

    with pytest.raises(Damaged) as caught:
        unlock(files, Secret(passphrase=PASSPHRASE))

    assert caught.value.problem == "key-file"


def test_no_secret_is_ever_printed(files):
    secret = Secret(passphrase=PASSPHRASE)

    assert PASSPHRASE not in repr(secret)
    assert "keys=" not in repr(unlock(files, secret))
