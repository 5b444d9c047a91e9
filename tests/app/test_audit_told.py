# ruff: noqa: S608 - the statements are made of our own numbers

import pytest

from app import audit
from models import trail
from models.trail import Event
from tests.app.test_audit import fill, kinds, sealed, tamper, told_of
from tests.conftest import MOMENT
from tests.makers import key_of


@pytest.fixture
def key(made):
    return key_of(made).audit


@pytest.fixture
def caseload(desk):
    return fill(desk)


def test_events_are_told_with_their_values_reason_and_holder(desk, caseload):
    with desk.work(reason="typing mistake") as session:
        trail.record(session, Event("listed", changes={"rows": [None, 2]}))

    with desk.read() as session:
        told = list(audit.events(session.connection()))

    assert told[-1].changes == "rows: None -> 2"
    assert told[-1].reason == "typing mistake"
    assert [event.seq for event in told] == list(range(1, len(told) + 1))
    assert any("last_name: None -> Quintana" in (event.changes or "") for event in told)


def test_an_edited_event_can_still_be_shown(desk, caseload):
    seq = sealed(desk)
    tamper(
        desk,
        f"UPDATE audit SET body = 'not json' WHERE seq = {seq - 1}",
        f"UPDATE audit_value SET sealed = zeroblob(40) WHERE seq = {seq}",
    )

    with desk.read() as session:
        told = {event.seq: event for event in audit.events(session.connection())}

    assert (told[seq - 1].reason, told[seq - 1].changes, told[seq].changes) == (None, None, None)


BODIES = ["[]", "null", "7", '"a"', '{"changes": [1]}', '{"changes": {"a": 1}}', "[" * 100000]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_is_no_event_is_told_empty_and_found(desk, key, caseload, body):
    tamper(desk, f"UPDATE audit SET body = '{body}' WHERE seq = 2")

    with desk.read() as session:
        told = {event.seq: event for event in audit.events(session.connection())}

    assert (told[2].reason, told[2].changes) == (None, None)
    assert ("audit-edit", 2) in kinds(desk, key)


@pytest.mark.parametrize("at", ["''", "'yesterday'", "x'00'", "7"])
def test_a_moment_that_cannot_be_read_is_told_empty(desk, key, caseload, at):
    tamper(desk, f"UPDATE audit SET at = {at} WHERE seq = 2")

    with desk.read() as session:
        told = {event.seq: event for event in audit.events(session.connection())}

    assert told[2].at is None
    assert told[max(told)].at == MOMENT
    assert ("audit-edit", 2) in kinds(desk, key)


def test_a_key_that_is_no_key_is_found_and_the_events_are_told_without_values(desk, key, caseload):
    who, _other = caseload
    tamper(desk, f"UPDATE value_key SET key = 'words' WHERE person_id = {who.person}")

    assert {kind for kind, _seq in kinds(desk, key)} == {"audit-edit"}
    assert "Quintana" not in told_of(desk)
