"""The bytes of a backup: every cut, flip and addition is told for what it is."""

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.backup import container
from app.backup.container import FIXED, FOOT_BYTES, Head, Manifest
from app.vault import key_file
from app.vault.keys import Cost
from models.errors import Damaged, NotARecord, TooNew

KEY = bytes(range(32))
RECORD_ID = bytes(range(16))
SNAPSHOT = hashlib.shake_256(b"a snapshot").digest(4096 * 2)
SLOT = key_file.Slot("00" * 8, "Ruth", "clerk", Cost(), bytes(16), bytes(12), bytes(35))
MADE = datetime(2026, 11, 23, 23, 10, tzinfo=UTC)
HEAD = Head(RECORD_ID, "ab" * 16, 7, MADE, bytes(8), (SLOT,))
MANIFEST = Manifest(
    court="Juniper County Treatment Court",
    made_by="Ruth Amsel",
    program="0.1.0",
    revision="0004",
    audit_mark="3-0000000000000000",
    rows={"person": 2},
    digest="0" * 64,
    names={SLOT.id: ("Ruth Amsel", "case manager")},
)


def whole(tmp_path, snapshot=SNAPSHOT, head=HEAD):
    source = tmp_path / "court.snapshot"
    source.write_bytes(snapshot)
    opening = container.opening_of(head, MANIFEST, len(snapshot), KEY)
    path = tmp_path / "court-2026-11-23-1610-000007.milebak"
    path.write_bytes(b"".join(container.stream(opening, source, KEY)))
    return path


@pytest.fixture
def path(tmp_path):
    return whole(tmp_path)


def resealed(path, data):
    """Write a backup whose hash fits again, as somebody without the keys can."""
    body = data[:-FOOT_BYTES]
    path.write_bytes(body + hashlib.sha256(body).digest() + data[-32:])


def refusal(path, key=KEY):
    """Return the kind of problem that a backup is refused for, None where it is accepted."""
    try:
        layout = container.layout_of(path)
        fits, ours = container.codes_of(path, key)
        if not fits:
            return "hash"
        container.manifest_of(path, layout, key)
    except NotARecord as trouble:
        return trouble.problem
    except TooNew:
        return "newer"
    return None if ours else "mac"


def test_what_was_written_is_read_back(path, tmp_path):
    layout = container.layout_of(path)
    container.copy_snapshot(path, layout, tmp_path / "out.milepost")

    assert container.manifest_of(path, layout, KEY) == MANIFEST
    assert container.codes_of(path, KEY) == (True, True)
    assert layout.head.slots[0].nameless() == SLOT.nameless()
    assert layout.size == path.stat().st_size
    assert (tmp_path / "out.milepost").read_bytes() == SNAPSHOT


def test_outside_the_encryption_stands_nobodys_name(path):
    data = path.read_bytes()

    told = json.loads(container.layout_of(path).start[FIXED.size :])

    assert set(told) == {
        "v", "record_id", "branch_id", "seq", "created", "r_bits", "kcv", "holders",
    }  # fmt: skip
    assert b"Ruth" not in data
    assert b"Juniper" not in data


def test_hash_and_code_are_over_everything_before_them(path):
    data = path.read_bytes()
    body = data[:-FOOT_BYTES]

    assert data[-64:-32] == hashlib.sha256(body).digest()
    assert data[-32:] == hmac.digest(KEY, body, hashlib.sha256)


def test_names_come_back_from_the_manifest_in_the_key_file(path):
    layout = container.layout_of(path)

    (slot,) = container.named(layout.head, MANIFEST).holders

    assert (slot.name, slot.role) == ("Ruth Amsel", "case manager")


def test_a_backup_cut_off_at_any_length_is_refused(path):
    data = path.read_bytes()
    step = max(1, len(data) // 400)
    accepted = []
    for length in [*range(400), *range(400, len(data), step), len(data) - 1]:
        path.write_bytes(data[:length])
        if refusal(path) not in {"truncated", "empty", "not-a-record"}:
            accepted.append(length)

    assert accepted == []


def test_a_flip_of_any_byte_is_refused(path):
    data = path.read_bytes()
    places = [*range(600), *range(600, len(data), 37), *range(len(data) - 64, len(data))]
    accepted = []
    for place in places:
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        if refusal(path) is None:
            accepted.append(place)

    assert accepted == []


def test_a_flip_whose_hash_was_put_right_is_tampering(path):
    data = path.read_bytes()
    start = len(container.layout_of(path).start)
    told = set()
    for place in range(start, len(data) - FOOT_BYTES, 41):
        resealed(path, data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1 :])
        told.add(refusal(path))

    assert told == {"mac"}


def test_what_follows_a_backup_is_damage(path):
    path.write_bytes(path.read_bytes() + b"\0")

    assert refusal(path) == "hash"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"MILE", "not-a-record"),
        (b"%PDF-1.7" + bytes(5000), "not-a-record"),
        (b"MILEBAK\n", "truncated"),
    ],
)
def test_what_is_no_backup_is_told_as_such(tmp_path, data, problem):
    path = tmp_path / "x.milebak"
    path.write_bytes(data)

    assert refusal(path) == problem


def test_a_backup_of_a_newer_version_is_told_as_such(path):
    data = bytearray(path.read_bytes())
    data[11] = 2
    path.write_bytes(bytes(data))

    assert refusal(path) == "newer"


def forged(path, **changes):
    """Write the head anew with other members, every length and hash put right."""
    data = path.read_bytes()
    layout = container.layout_of(path)
    plain = json.loads(layout.start[FIXED.size :]) | changes
    told = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    digest = hashlib.sha256(told).digest()
    fixed = FIXED.pack(
        container.MAGIC, 1, len(told), layout.manifest, layout.snapshot, digest
    )  # fmt: skip
    resealed(path, fixed + told + data[len(layout.start) :])


SLOTS = [SLOT.nameless() | {"kdf": {"m": 2**31, "t": 3, "p": 4, "salt": "00" * 16}}]


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 0},
        {"seq": "7"},
        {"seq": 2**40},
        {"branch_id": "a name"},
        {"created": "yesterday"},
        {"created": "0001-01-01T00:00:00+14:00"},
        {"created": "2026-11-23T23:10:00"},
        {"record_id": "00"},
        {"record_id": None},
        {"holders": SLOTS},
        {"holders": 7},
        {"more": 1},
    ],
    ids=str,
)
def test_a_head_that_none_of_ours_has_is_refused_before_it_is_used(path, changes):
    forged(path, **changes)

    with pytest.raises(Damaged) as refused:
        container.layout_of(path)

    assert refused.value.problem == "hash"


def test_a_head_of_another_backup_does_not_go_with_this_manifest(path):
    forged(path, seq=8)

    assert container.layout_of(path).head.seq == 8
    assert refusal(path) == "mac"


def test_lengths_that_no_backup_has_are_refused(path):
    data = bytearray(path.read_bytes())
    data[12:16] = (2_000_000).to_bytes(4, "big")
    path.write_bytes(bytes(data))

    assert refusal(path) == "hash"


def test_a_snapshot_of_half_a_page_is_refused(tmp_path):
    assert refusal(whole(tmp_path, SNAPSHOT[:5000])) == "hash"


def test_a_backup_that_shrinks_while_it_is_copied_is_refused(path, tmp_path):
    layout = container.layout_of(path)
    path.write_bytes(path.read_bytes()[:3000])

    with pytest.raises(NotARecord):
        container.copy_snapshot(path, layout, tmp_path / "out.milepost")
    assert container.codes_of(path, KEY) == (False, False)


@pytest.mark.parametrize(("count", "fine"), [(20, True), (21, False)])
def test_a_backup_of_more_holders_than_any_court_has_is_refused(tmp_path, count, fine):
    many = replace(HEAD, slots=HEAD.slots * count)
    path = whole(tmp_path, head=many)

    if fine:
        assert len(container.layout_of(path).head.slots) == count
    else:
        with pytest.raises(Damaged):
            container.layout_of(path)
