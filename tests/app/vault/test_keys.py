import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault import keys
from app.vault.keys import Cost

ROOT = bytes.fromhex("00" * 3 + "0123456789abcdeffedcba9876543210")
RECORD_ID = bytes(range(16))
PURPOSES = ("record", "audit", "backup", "seal", "holders", "check")


def by_hand(root: bytes, salt: bytes, info: str) -> bytes:
    """RFC 5869 with SHA-256 for one block, from the standard library alone."""
    drawn = hmac.new(salt, root, hashlib.sha256).digest()
    return hmac.new(drawn, info.encode() + b"\x01", hashlib.sha256).digest()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_key_is_hkdf_as_the_contract_spells_it_out(purpose):
    derived = keys.derive(ROOT, RECORD_ID)

    assert getattr(derived, purpose) == by_hand(ROOT, RECORD_ID, f"milepost/1 {purpose}")


def test_the_keys_of_a_fixed_root_never_change():
    derived = keys.derive(ROOT, RECORD_ID)

    assert derived.record.hex() == by_hand(ROOT, RECORD_ID, "milepost/1 record").hex()
    assert derived.check_value == derived.check[:8]


@given(st.binary(min_size=19, max_size=19), st.binary(min_size=16, max_size=16))
def test_no_two_purposes_share_a_key(root, record_id):
    derived = keys.derive(root, record_id)

    assert len({getattr(derived, purpose) for purpose in PURPOSES}) == len(PURPOSES)


def test_keys_are_never_printed():
    derived = keys.derive(ROOT, RECORD_ID)

    assert derived.record.hex() not in repr(derived)
    assert "record=" not in repr(derived)


@pytest.mark.parametrize(
    ("cost", "fine"),
    [
        (Cost(), True),
        (Cost(1048576, 16, 16), True),
        (Cost(m=65535), False),
        (Cost(m=1048577), False),
        (Cost(t=2), False),
        (Cost(t=17), False),
        (Cost(p=0), False),
        (Cost(p=17), False),
    ],
)
def test_a_cost_is_neither_below_our_floor_nor_a_way_to_eat_the_memory(cost, fine):
    assert cost.within_bounds() is fine


def test_a_passphrase_is_stretched_with_its_salt_and_cost():
    one = keys.stretch("five words", bytes(16), Cost())

    assert len(one) == 32
    assert one == keys.stretch("five words", bytes(16), Cost())
    assert one != keys.stretch("five words", bytes(15) + b"\x01", Cost())
    assert one != keys.stretch("five words", bytes(16), Cost(t=4))
