"""Tests the walk along the chain: step by step it finds what a look at everything finds."""

from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import text

from app import trail_walk
from app.trail_walk import Place, Problem, Walk
from models import trail
from models.audit import TRIGGERS
from models.choices import NoteKind
from models.trail import Event
from tests.makers import key_of, make_note, make_participant


@pytest.fixture
def key(made):
    return key_of(made).audit


@pytest.fixture
def ada(desk):
    who = make_participant(desk)
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called.")
    return who


def walked(desk, walk, most=trail_walk.STEP):
    steps = 1
    with desk.read() as session:
        while walk.step(session.connection(), most):
            steps += 1
    return steps


def tamper(desk, *statements):
    with desk.work() as session:
        connection = session.connection()
        for name in TRIGGERS:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize("most", [1, 2, 3, 1000])
def test_steps_of_any_length_come_to_the_same_end(desk, key, ada, most):
    whole = Walk(key)
    walked(desk, whole)
    walk = Walk(key)

    steps = walked(desk, walk, most)

    assert walk.verified == whole.verified
    assert walk.verified.problems == ()
    assert steps == walk.at.seq // most + 1


@pytest.mark.parametrize("most", [1, 2, 1000])
def test_a_change_is_found_in_whatever_step_it_comes(desk, key, ada, most):
    tamper(desk, "UPDATE audit SET holder = 'Somebody' WHERE seq = 4", "DELETE FROM audit_value")
    walk = Walk(key)

    walked(desk, walk, most)

    assert Problem("audit-edit", 4) in walk.problems


class _Undone(Exception):  # noqa: N818 - the way out of a transaction
    """Leaves the transaction: what stands in it could not be committed."""


@pytest.mark.parametrize("most", [1, 2, 1000])
def test_values_of_no_event_are_found_wherever_they_stand(desk, key, ada, most):
    walk = Walk(key)

    with suppress(_Undone), desk.work() as session:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for seq in (-7, 9999):
            connection.exec_driver_sql(
                "INSERT INTO audit_value SELECT ?, person_id, sealed FROM audit_value LIMIT 1",
                (seq,),
            )
        while walk.step(connection, most):
            pass
        raise _Undone

    assert walk.problems == [Problem("audit-edit", -7), Problem("audit-edit", 9999)]


def test_a_walk_begins_behind_the_event_that_it_is_given(desk, key, ada):
    first = Walk(key)
    walked(desk, first)
    make_note(desk, ada, NoteKind.CASE, date(2026, 11, 3), "Called again.")

    walk = Walk(key, Place(first.at.seq, first.at.mac))
    walked(desk, walk)

    assert walk.problems == []
    assert not walk.is_whole
    assert walk.at.seq > first.at.seq


def test_a_walk_that_begins_with_another_code_finds_its_first_event(desk, key, ada):
    walk = Walk(key, Place(3, bytes(32)))

    walked(desk, walk)

    assert walk.problems == [Problem("audit-edit", 4)]


def test_values_that_were_destroyed_are_no_finding_in_any_step(desk, key, ada):
    with desk.work() as session:
        for table in ("audit_value", "value_key"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - ours
        trail.record(session, Event("destroyed", "person", ada.person, ada.person))
    walk = Walk(key)

    walked(desk, walk, most=2)

    assert walk.problems == []


def test_no_key_stands_in_what_is_told_of_a_walk(key):
    assert key.hex() not in repr(Walk(key))
    assert str(key) not in repr(Walk(key))


def test_a_moment_that_is_written_otherwise_is_an_edit(desk, key, ada):
    tamper(desk, "UPDATE audit SET at = replace(at, ' ', '0') WHERE seq = 4")
    walk = Walk(key)

    walked(desk, walk)

    assert walk.problems == [Problem("audit-edit", 4)]
