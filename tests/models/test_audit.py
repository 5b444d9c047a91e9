import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from models.audit import ALPHABET, FORMAT, START, TRIGGERS, code_of, mark_of
from tests.makers import make_participant

APPENDED = (
    "INSERT INTO audit SELECT seq + {step}, fmt, body, {prev}, mac, at, holder, action, "
    "entity, entity_id, person_id FROM audit ORDER BY seq DESC LIMIT 1"
)
CODES = st.binary(min_size=32, max_size=32)


def test_a_code_is_what_the_format_says():
    key, prev, body = bytes(range(32)), bytes(32), '{"do":"unlocked"}'

    expected = hmac.new(
        key, prev + b"\x01" + len(body).to_bytes(4, "big") + body.encode(), hashlib.sha256
    )

    assert code_of(key, prev, 1, body) == expected.digest()
    assert (1, bytes(32)) == (FORMAT, START)


@given(CODES, CODES, st.text(max_size=40), st.text(max_size=40))
def test_two_bodies_never_share_a_code(key, prev, one, other):
    codes = {code_of(key, prev, 1, body) for body in (one, other)}

    assert len(codes) == len({one, other})


@given(st.integers(1, 10**9), CODES)
def test_a_mark_is_the_number_and_eighty_bits_of_the_code(seq, mac):
    number, _, letters = mark_of(seq, mac).partition("-")

    value = 0
    for letter in letters:
        value = value * 32 + ALPHABET.index(letter)

    assert int(number) == seq
    assert len(letters) == 16
    assert value.to_bytes(10, "big") == mac[:10]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET holder = 'somebody else' WHERE seq = 1",
        "UPDATE audit SET body = body",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "DELETE FROM audit",
        "UPDATE audit_value SET sealed = x'00'",
        APPENDED.format(step=2, prev="mac"),
        APPENDED.format(step=1, prev="prev"),
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 1",
    ],
)
def test_the_database_itself_refuses_to_change_or_cut_the_trail(desk, statement):
    make_participant(desk)

    with pytest.raises(IntegrityError, match="the trail"), desk.work() as session:
        session.connection().execute(text(statement))


def test_values_may_be_destroyed_because_a_court_can_order_it(desk):
    who = make_participant(desk)

    with desk.work() as session:
        session.connection().execute(
            text("DELETE FROM audit_value WHERE person_id = :id"), {"id": who.person}
        )

    with desk.read() as session:
        left = session.connection().scalar(text("SELECT count(*) FROM audit_value"))
    assert left == 0


def test_every_guard_stands_in_a_new_record(desk):
    with desk.read() as session:
        found = session.connection().execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        )

        assert {row.name: row.sql for row in found} == TRIGGERS
