# ruff: noqa: S608 - the statements are made of our own numbers
from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import text

from app import audit
from models import trail
from models.audit import TRIGGERS, code_of
from models.choices import NoteKind
from models.trail import Event
from tests.makers import key_of, make_note, make_participant

COLUMNS = ("fmt", "body", "prev", "mac", "at", "holder", "action", "entity", "entity_id")
FORGED = ("'x'", "x'00'", "0", "300", "-1", "99999999999", "'2026-01-01 00:00:00.000000'", "'{}'")


@pytest.fixture
def key(made):
    return key_of(made).audit


@pytest.fixture
def caseload(desk):
    return fill(desk)


def fill(desk):
    """Give the trail something of two people."""
    who = make_participant(desk, "Quintana")
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called.")
    other = make_participant(desk, "Tsosie")
    return who, other


def tamper(desk, *statements):
    """Do what somebody with the key could do who is not stopped by triggers."""
    with desk.work() as session:
        connection = session.connection()
        for name in TRIGGERS:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for statement in statements:
            connection.exec_driver_sql(statement)


def verified(desk, key):
    with desk.read() as session:
        return audit.verify(session.connection(), key)


def kinds(desk, key):
    return {(problem.kind, problem.seq) for problem in verified(desk, key).problems}


def test_a_trail_that_nobody_touched_is_whole(desk, key, caseload):
    found = verified(desk, key)

    assert found.problems == ()
    assert found.events == int(found.mark.partition("-")[0]) > 5


@pytest.mark.parametrize("column", [*COLUMNS, "person_id"])
def test_every_change_of_every_column_of_an_event_is_found(desk, key, caseload, column):
    seq = sealed(desk)

    missed = [
        value
        for value in FORGED
        if not found_after(desk, key, f"UPDATE audit SET {column} = {value} WHERE seq = {seq}")
    ]

    assert missed == []


def test_every_letter_of_a_body_counts(desk, key, caseload):
    seq = sealed(desk)
    forged = (
        "UPDATE audit SET body = substr(body, 1, {0}) || "
        "char(unicode(substr(body, {0} + 1, 1)) + 1) || substr(body, {0} + 2) WHERE seq = {1}"
    )

    missed = [at for at in range(200) if not found_after(desk, key, forged.format(at, seq))]

    assert missed == []


def sealed(desk):
    """Return the first event that has values of a person."""
    with desk.read() as session:
        return session.connection().exec_driver_sql("SELECT min(seq) FROM audit_value").scalar()


def found_after(desk, key, statement):
    """Whether the event that `statement` forges is found, or is what it was before."""
    found = []
    with suppress(_Undone), desk.work() as session:
        connection = session.connection()
        for name in TRIGGERS:
            connection.execute(text(f"DROP TRIGGER {name}"))
        before = connection.exec_driver_sql("SELECT * FROM audit").all()
        connection.exec_driver_sql(statement)
        same = connection.exec_driver_sql("SELECT * FROM audit").all() == before
        found = [same, *audit.verify(connection, key).problems]
        raise _Undone
    return any(found)


class _Undone(Exception):  # noqa: N818 - the way out of a transaction
    """Leaves the transaction, so that the next forgery starts from the true trail."""


def test_an_event_taken_out_is_a_gap(desk, key, caseload):
    tamper(desk, "DELETE FROM audit_value WHERE seq = 5", "DELETE FROM audit WHERE seq = 5")

    assert ("audit-gap", 5) in kinds(desk, key)


def test_events_in_another_order_are_found(desk, key, caseload):
    tamper(
        desk,
        "UPDATE audit SET seq = -1 WHERE seq = 1",
        "UPDATE audit SET seq = 1 WHERE seq = 2",
        "UPDATE audit SET seq = 2 WHERE seq = -1",
    )

    assert {seq for _kind, seq in kinds(desk, key)} >= {1, 2}


def test_an_event_put_in_without_the_key_is_found(desk, key, caseload):
    last = verified(desk, key).events
    tamper(
        desk,
        "INSERT INTO audit SELECT seq + 1, fmt, body, mac, mac, at, holder, action, entity, "
        "entity_id, person_id FROM audit ORDER BY seq DESC LIMIT 1",
    )

    assert kinds(desk, key) == {("audit-edit", last + 1)}


def test_a_cut_tail_is_found_only_against_a_mark_that_was_kept(desk, key, caseload):
    whole = verified(desk, key)
    tamper(
        desk,
        f"DELETE FROM audit_value WHERE seq = {whole.events}",
        f"DELETE FROM audit WHERE seq = {whole.events}",
    )

    with desk.read() as session:
        assert not audit.holds(session.connection(), whole.mark)
    assert verified(desk, key).problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_value SET sealed = sealed || x'00'",
        "UPDATE audit_value SET sealed = 'words'",
        "UPDATE audit_value SET person_id = person_id + 1",
        "DELETE FROM audit_value",
        "UPDATE audit_value SET sealed = (SELECT sealed FROM audit_value v ORDER BY v.seq DESC)",
    ],
)
def test_values_changed_or_taken_away_beside_an_event_are_found(desk, key, caseload, statement):
    seq = sealed(desk)

    tamper(desk, f"{statement} WHERE seq = {seq}")

    assert kinds(desk, key) == {("audit-edit", seq)}


def test_values_that_belong_to_no_event_are_found(desk, key, caseload):
    court_event = 1
    tamper(
        desk,
        f"INSERT INTO audit_value SELECT {court_event}, person_id, sealed FROM audit_value LIMIT 1",
    )

    assert ("audit-edit", court_event) in kinds(desk, key)


def test_a_key_put_in_place_of_a_persons_key_is_found(desk, key, caseload):
    who, _other = caseload
    tamper(desk, f"UPDATE value_key SET key = zeroblob(32) WHERE person_id = {who.person}")

    assert {kind for kind, _seq in kinds(desk, key)} == {"audit-edit"}


def destroy(desk, person, *tables, told=True):
    """Take a person's values away, as an order of the court or as somebody with the key."""
    with desk.work() as session:
        for table in tables:
            session.connection().exec_driver_sql(f"DELETE FROM {table} WHERE person_id = {person}")
        if told:
            trail.record(session, Event("destroyed", "person", person, person))


GONE = [("audit_value", "value_key"), ("audit_value",), ("value_key",)]


@pytest.mark.parametrize("tables", GONE)
def test_values_that_are_gone_with_no_event_that_says_so_are_found(desk, key, caseload, tables):
    who, other = caseload
    destroy(desk, other.person, told=True)
    with desk.read() as session:
        values = text("SELECT seq FROM audit_value WHERE person_id = :id")
        theirs = set(session.connection().scalars(values, {"id": who.person}))

    destroy(desk, who.person, *tables, told=False)

    assert kinds(desk, key) == {("audit-edit", seq) for seq in theirs}


def test_values_newer_than_the_event_that_destroyed_the_others_may_not_be_gone(desk, key, caseload):
    who, _other = caseload
    destroy(desk, who.person, "audit_value", "value_key")
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 3), "Came back.")
    newest = verified(desk, key).events

    destroy(desk, who.person, "audit_value", told=False)

    assert kinds(desk, key) == {("audit-edit", newest)}


def test_an_event_of_destruction_that_is_not_chained_excuses_nothing(desk, key, caseload):
    who, _other = caseload
    destroy(desk, who.person, "audit_value", "value_key", told=False)
    before = kinds(desk, key)
    tamper(
        desk,
        "INSERT INTO audit SELECT seq + 1, fmt, body, mac, zeroblob(32), at, holder, 'destroyed', "
        f"'person', {who.person}, {who.person} FROM audit ORDER BY seq DESC LIMIT 1",
    )

    assert kinds(desk, key) > before


def test_destroying_a_persons_key_and_values_leaves_the_chain_whole(desk, key, caseload):
    who, other = caseload

    destroy(desk, who.person, "audit_value", "value_key")

    assert verified(desk, key).problems == ()
    told = told_of(desk)
    assert "Quintana" not in told
    assert "Tsosie" in told
    assert who != other


def test_with_another_key_no_event_is_whole(desk, caseload):
    found = verified(desk, bytes(32))

    assert len(found.problems) == found.events


@pytest.mark.parametrize("mark", ["", "5", "-AAAA", "x-0000000000000000", "9" * 20 + "-0", "0-0"])
def test_what_is_no_mark_is_not_held(desk, mark):
    with desk.read() as session:
        assert not audit.holds(session.connection(), mark)


def test_a_mark_is_found_however_it_is_typed(desk, key, caseload):
    mark = verified(desk, key).mark

    with desk.read() as session:
        assert audit.holds(session.connection(), mark)
        assert audit.holds(session.connection(), mark.lower())
        assert not audit.holds(session.connection(), mark[:-1] + "U")


def test_a_body_that_is_no_event_is_found_also_under_the_right_code(desk, key, caseload):
    last = verified(desk, key)
    with desk.work() as session:
        seq, prev = trail.head(session)
    mac = code_of(key, prev, 1, "[]").hex()
    tamper(
        desk,
        f"INSERT INTO audit SELECT seq + 1, fmt, '[]', mac, x'{mac}', at, holder, action, entity, "
        f"entity_id, person_id FROM audit WHERE seq = {seq}",
    )

    assert kinds(desk, key) == {("audit-edit", last.events + 1)}


@pytest.mark.parametrize("value", ["'words'", "x''", "''"])
def test_a_mark_of_an_event_whose_code_is_no_code_is_not_held(desk, key, caseload, value):
    mark = verified(desk, key).mark
    tamper(desk, f"UPDATE audit SET mac = {value}")

    with desk.read() as session:
        assert not audit.holds(session.connection(), mark)


def told_of(desk):
    with desk.read() as session:
        return " ".join(event.changes or "" for event in audit.events(session.connection()))
