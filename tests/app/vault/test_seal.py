import hashlib
import hmac

import pytest

from app.vault import seal
from tests.makers import key_of

KEY = bytes(range(32))


def test_a_seal_is_what_the_format_says(record_path):
    data = record_path.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]

    sealed = data[:16] + len(pages).to_bytes(8, "big") + b"".join(page[-64:] for page in pages)

    assert seal.seal_of(record_path, KEY) == hmac.new(KEY, sealed, hashlib.sha256).hexdigest()


def test_a_closed_record_is_sealed_under_its_own_key(record_path, made):
    kept = (record_path.with_suffix(".state")).read_text(encoding="utf-8")

    assert seal.seal_of(record_path, key_of(made).seal) in kept


@pytest.mark.parametrize("page", [0, 1, 50, 100])
def test_one_bit_of_any_pages_code_changes_the_seal(record_path, page):
    before = seal.seal_of(record_path, KEY)
    data = bytearray(record_path.read_bytes())
    data[page * 4096 + 4095] ^= 1
    record_path.write_bytes(data)

    assert seal.seal_of(record_path, KEY) != before


def test_two_pages_in_each_others_place_change_the_seal(record_path):
    before = seal.seal_of(record_path, KEY)
    data = record_path.read_bytes()
    record_path.write_bytes(data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:])

    assert seal.seal_of(record_path, KEY) != before


def test_a_page_less_changes_the_seal(record_path):
    before = seal.seal_of(record_path, KEY)
    record_path.write_bytes(record_path.read_bytes()[:-4096])

    assert seal.seal_of(record_path, KEY) != before


def test_the_salt_is_the_id_of_the_record(record_path, made):
    assert seal.salt_of(record_path) == made.record_id
