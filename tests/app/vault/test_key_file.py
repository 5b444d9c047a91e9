import hashlib
import json
import resource
import stat
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault import key_file, keys
from app.vault.key_file import KeyFile
from app.vault.keys import Cost
from models.errors import Damaged, WrongSecret
from tests.conftest import HOLDER, PASSPHRASE

RECORD_ID = bytes(range(16))
ROOT = (12345).to_bytes(19, "big")
DERIVED = keys.derive(ROOT, RECORD_ID)


@pytest.fixture(scope="module")
def file():
    slot = key_file.new_slot(RECORD_ID, ROOT, PASSPHRASE, HOLDER, "case manager", Cost())
    return KeyFile(RECORD_ID, DERIVED.check_value, (slot,)).signed(DERIVED)


@pytest.fixture
def path(tmp_path, file):
    key_file.write(tmp_path / "court.key", file)
    return tmp_path / "court.key"


def forged(path, **changes):
    """Write the key file anew with other members and a hash that fits."""
    plain = json.loads(path.read_bytes().split(b"\n")[0])
    for name, value in changes.items():
        (plain["holders"][0] if name in plain["holders"][0] else plain)[name] = value
    seal(path, json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def seal(path, text):
    data = text.encode("utf-8", "surrogatepass")
    path.write_bytes(data + b"\n" + hashlib.sha256(data).hexdigest().encode() + b"\n")


def test_what_was_written_is_read_and_only_the_owner_may(path, file):
    assert key_file.read(path) == file
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_the_file_is_canonical_json_and_its_hash(path, file):
    text, digest, end = path.read_bytes().split(b"\n")

    plain = json.loads(text)
    assert digest.decode() == hashlib.sha256(text).hexdigest()
    assert end == b""
    assert set(plain) == {"v", "record_id", "r_bits", "kcv", "holders", "mac"}
    assert set(plain["holders"][0]) == {"id", "name", "role", "kdf", "nonce", "wrapped"}
    assert set(plain["holders"][0]["kdf"]) == {"m", "t", "p", "salt"}


def test_a_passphrase_unwraps_the_root_and_tells_whose_it_is(file):
    root, slot = key_file.unwrap(file, PASSPHRASE, None)

    assert (root, slot.name) == (ROOT, HOLDER)


def test_a_wrong_passphrase_and_an_unknown_holder_are_told_apart(file):
    with pytest.raises(WrongSecret) as wrong:
        key_file.unwrap(file, "four words that everybody knows", None)
    with pytest.raises(WrongSecret) as unknown:
        key_file.unwrap(file, PASSPHRASE, "Otis Pettigrew")

    assert wrong.value.key == "passphrase.wrong"
    assert unknown.value.key == "passphrase.no-such-holder"


def test_a_slot_is_sealed_with_what_stands_around_it_but_its_names(file):
    slot = file.holders[0]
    around = {
        "v": 1,
        "record_id": RECORD_ID.hex(),
        "r_bits": 150,
        "holder": {key: slot.plain()[key] for key in ("id", "kdf", "nonce")},
    }
    text = json.dumps(around, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    stretched = keys.stretch(PASSPHRASE, slot.salt, slot.cost)

    assert AESGCM(stretched).decrypt(slot.nonce, slot.wrapped, text) == ROOT


def test_a_slot_with_another_id_does_not_open(file):
    altered = replace(file, holders=(replace(file.holders[0], id="0" * 16),))

    with pytest.raises(WrongSecret):
        key_file.unwrap(altered, PASSPHRASE, None)


@pytest.mark.parametrize("change", [{"name": "Otis"}, {"role": "judge"}], ids=["name", "role"])
def test_a_slot_with_another_name_opens_and_the_code_of_the_file_tells(file, change):
    altered = replace(file, holders=(replace(file.holders[0], **change),))

    root, _slot = key_file.unwrap(altered, PASSPHRASE, None)

    assert file.is_signed(keys.derive(root, RECORD_ID))
    assert not altered.is_signed(keys.derive(root, RECORD_ID))


def test_a_slot_of_a_backup_names_nobody_and_opens(file):
    slot = file.holders[0]

    assert set(slot.nameless()) == {"id", "kdf", "nonce", "wrapped"}
    bare = replace(file, holders=(replace(slot, name="", role=""),))
    assert key_file.unwrap(bare, PASSPHRASE, None)[0] == ROOT


def test_a_slot_put_into_the_file_of_another_record_does_not_open(file):
    with pytest.raises(WrongSecret):
        key_file.unwrap(replace(file, record_id=bytes(16)), PASSPHRASE, None)


def test_a_flip_of_any_byte_is_refused(path):
    whole = path.read_bytes()
    accepted = []
    for at in range(len(whole)):
        for bit in (1, 0x20, 0x80):
            data = bytearray(whole)
            data[at] ^= bit
            path.write_bytes(data)
            try:
                key_file.read(path)
                accepted.append((at, bit))
            except Damaged as trouble:
                assert (trouble.key, trouble.problem) == ("key-file.damaged", "key-file")  # noqa: PT017

    assert accepted == []


def test_every_cut_is_refused(path):
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            key_file.read(path)


FORGERIES = {
    "another version": {"v": 2},
    "a true version": {"v": True},
    "other bits": {"r_bits": 160},
    "no holders": {"holders": []},
    "a short record id": {"record_id": "00"},
    "no hex": {"kcv": "zz"},
    "a short salt": {"kdf": {"m": 65536, "t": 3, "p": 4, "salt": "00"}},
    "too little memory": {"kdf": {"m": 8, "t": 3, "p": 4, "salt": "00" * 16}},
    "all the memory": {"kdf": {"m": 2**31, "t": 3, "p": 4, "salt": "00" * 16}},
    "endless memory": {"kdf": {"m": float("inf"), "t": 3, "p": 4, "salt": "00" * 16}},
    "endless passes": {"kdf": {"m": 65536, "t": 10**9, "p": 4, "salt": "00" * 16}},
    "a cost with a fraction": {"kdf": {"m": 65536.5, "t": 3, "p": 4, "salt": "00" * 16}},
    "no cost": {"kdf": None},
    "a short nonce": {"nonce": "00"},
    "nothing wrapped": {"wrapped": ""},
    "a name that is no text": {"name": "\ud800"},
    "a number for a name": {"name": 7},
    "a member that is not ours": {"comment": "hello"},
}


@pytest.mark.parametrize("changes", FORGERIES.values(), ids=FORGERIES)
def test_a_forged_file_with_a_fitting_hash_is_refused(path, changes):
    forged(path, **changes)

    with pytest.raises(Damaged):
        key_file.read(path)


@pytest.mark.parametrize("cost", [{"m": 2**31}, {"t": 10**9}, {"p": 10**6}], ids=str)
def test_a_forged_cost_is_refused_before_it_eats_time_or_memory(path, cost):
    kdf = {"m": 65536, "t": 3, "p": 4, "salt": "00" * 16} | cost
    forged(path, kdf=kdf)
    before = resource.getrusage(resource.RUSAGE_SELF)

    with pytest.raises(Damaged):
        key_file.read_each(path, path)

    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_maxrss - before.ru_maxrss < 100_000  # kilobytes
    assert after.ru_utime - before.ru_utime < 1


@pytest.mark.parametrize("text", ["", "[]", "null", "1", '"x"', "{}", "[" * 100_000, "{" * 9])
def test_json_that_is_no_key_file_is_refused(path, text):
    seal(path, text)

    with pytest.raises(Damaged):
        key_file.read(path)


def test_the_same_members_in_another_order_are_refused(path):
    plain = json.loads(path.read_bytes().split(b"\n")[0])
    seal(path, json.dumps(plain, sort_keys=True))

    with pytest.raises(Damaged):
        key_file.read(path)


def test_a_file_of_a_gigabyte_is_not_read_whole(path):
    with path.open("r+b") as grown:
        grown.truncate(2**30)

    with pytest.raises(Damaged):
        key_file.read(path)


def test_the_spare_copy_is_read_where_the_first_cannot_be(path, file):
    spare = path.with_suffix(".key.bak")
    key_file.write(spare, file)
    path.write_bytes(b"")

    assert key_file.read_either(path, spare) == file


def test_the_first_file_is_named_where_neither_can_be_read(path):
    path.write_bytes(b"")

    with pytest.raises(Damaged) as caught:
        key_file.read_either(path, path.with_suffix(".key.bak"))

    assert (caught.value.key, caught.value.facts["file"]) == ("key-file.damaged", "court.key")


def test_two_copies_that_differ_are_both_read_and_equal_ones_once(path, file):
    spare = path.with_suffix(".key.bak")
    key_file.write(spare, file)
    assert key_file.read_each(path, spare) == (file,)

    other = replace(file, mac=bytes(32))
    key_file.write(spare, other)

    assert key_file.read_each(path, spare) == (file, other)


def test_a_file_is_written_only_where_something_else_stands(path, file):
    before = path.stat().st_ino

    key_file.write_if_other(path, file)
    assert path.stat().st_ino == before
    path.write_bytes(b"cut off")
    key_file.write_if_other(path, file)

    assert key_file.read(path) == file


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(Damaged) as caught:
        key_file.read(tmp_path / "court.key")

    assert caught.value.key == "key-file.missing"


def test_a_slot_added_altered_or_taken_out_without_the_root_is_noticed(file):
    slot = file.holders[0]
    added = key_file.new_slot(RECORD_ID, bytes(19), "another passphrase here", "Eve", "stand-in")

    assert file.is_signed(DERIVED)
    for holders in ((slot, added), (added,), (replace(slot, cost=Cost(t=4)),), (slot, slot)):
        assert not replace(file, holders=holders).is_signed(DERIVED)
    assert not replace(file, check_value=bytes(8)).is_signed(DERIVED)
    assert not replace(file, mac=b"").is_signed(DERIVED)


def test_writing_replaces_the_file_whole(path, file):
    other = replace(file, mac=bytes(32))

    key_file.write(path, other)

    assert key_file.read(path) == other
    assert list(path.parent.iterdir()) == [path]


def test_a_holder_is_found_whatever_keyboard_typed_the_name(file):
    composed = replace(file, holders=(replace(file.holders[0], name="Jos\u00e9 Ruiz"),))

    _root, slot = key_file.unwrap(composed, PASSPHRASE, "Jose\u0301  Ruiz")

    assert slot.name == "Jos\u00e9 Ruiz"


@pytest.mark.parametrize(("count", "fine"), [(20, True), (21, False)])
def test_a_file_of_more_holders_than_any_court_has_is_refused(path, file, count, fine):
    many = replace(file, holders=file.holders * count)
    key_file.write(path, many)

    if fine:
        assert key_file.read(path) == many
    else:
        with pytest.raises(Damaged):
            key_file.read(path)
