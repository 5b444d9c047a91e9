import json
from datetime import UTC, date, datetime, time

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from app.desk import Desk
from models import trail
from models.audit import Audit, AuditValue, ValueKey
from models.choices import NoteKind, Purpose, Recipient, Sex
from models.court import Court
from models.disclosure import Disclosure
from models.note import Draft, Note
from models.person import Person
from models.service import Provider
from models.trail import Event
from tests.conftest import HOLDER, MOMENT
from tests.makers import add, make_note, make_participant

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def trailed(desk: Desk, entity: str) -> list[Audit]:
    with desk.read() as session:
        query = select(Audit).where(Audit.entity == entity).order_by(Audit.seq)
        return list(session.scalars(query))


def values(desk: Desk, event: Audit) -> dict[str, list[object]]:
    with desk.read() as session:
        sealed = session.scalar(select(AuditValue.sealed).where(AuditValue.seq == event.seq))
        key = session.scalar(select(ValueKey.key).where(ValueKey.person_id == event.person_id))
    return trail.unseal(key, sealed)


def test_a_new_row_is_one_event_with_its_id_owner_holder_and_moment(desk):
    who = make_participant(desk)

    (event,) = trailed(desk, "person")

    assert (event.action, event.entity_id, event.person_id) == ("insert", who.person, who.person)
    assert (event.holder, event.at) == (HOLDER, MOMENT)


def test_what_hangs_on_a_row_of_the_same_action_knows_its_keys(desk):
    who = make_participant(desk)

    (event,) = trailed(desk, "episode")

    assert (event.entity_id, event.person_id) == (who.episode, who.person)


def test_a_correction_keeps_the_value_before_and_after(desk):
    who = make_participant(desk, sex=Sex.UNKNOWN)
    with desk.work(reason="birth certificate") as session:
        person = session.get_one(Person, who.person)
        person.sex, person.birth_date = Sex.FEMALE, date(1990, 3, 7)

    event = trailed(desk, "person")[-1]

    assert event.action == "update"
    assert values(desk, event) == {
        "sex": ["unknown", "female"],
        "birth_date": [None, "1990-03-07"],
        "why": [None, "birth certificate"],
    }


def test_a_deleted_row_leaves_what_it_said(desk):
    who = make_participant(desk)
    note = make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Found a sponsor.")
    with desk.work() as session:
        session.delete(session.get_one(Note, note))

    event = trailed(desk, "note")[-1]

    assert event.action == "delete"
    assert values(desk, event)["words"] == ["Found a sponsor.", None]


def test_a_change_to_the_same_value_is_no_event(desk):
    who = make_participant(desk)
    with desk.work() as session:
        session.get_one(Person, who.person).last_name = "Begaye"

    assert [event.action for event in trailed(desk, "person")] == ["insert"]


def test_no_value_of_a_participant_stands_readable_in_the_chain(desk):
    make_participant(desk, "Quintana", birth_date=date(1991, 2, 3), case_number="TC-77777")

    with desk.read() as session:
        bodies = " ".join(session.scalars(select(Audit.body)))

    assert "Quintana" not in bodies
    assert "1991-02-03" not in bodies
    assert "TC-77777" not in bodies


def test_equal_values_of_two_people_have_different_digests(desk):
    for _ in range(2):
        make_participant(desk, "Tsosie")

    one, other = (json.loads(event.body)["digests"] for event in trailed(desk, "person"))

    assert one["last_name"][1] != other["last_name"][1]
    assert one["last_name"][0] is None


def test_one_key_serves_one_person_for_ever(desk):
    who = make_participant(desk)
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "One.")
    make_participant(desk)

    with desk.read() as session:
        keys = session.scalars(select(ValueKey.key)).all()

    assert len(keys) == len(set(keys)) == 2


def test_values_of_the_court_stand_in_the_body(desk):
    add(desk, Provider(name="Mesa Counseling", phone="505-555-0123"))

    (event,) = trailed(desk, "provider")

    assert json.loads(event.body)["changes"]["name"] == [None, "Mesa Counseling"]
    assert event.person_id is None


def test_of_a_bulky_column_only_a_digest_is_kept(desk):
    who = make_participant(desk)
    add(desk, disclosure(person_id=who.person))

    (event,) = trailed(desk, "disclosure")

    assert "facts" not in values(desk, event)
    assert "facts" in json.loads(event.body)["digests"]


def test_of_a_bulky_column_about_nobody_in_particular_nothing_stands_in_the_chain(desk):
    add(desk, disclosure(person_id=None))

    (event,) = trailed(desk, "disclosure")

    assert "made-up words" not in event.body
    assert "page_sha256" in json.loads(event.body)["changes"]


def disclosure(person_id):
    return Disclosure(
        person_id=person_id,
        made_at=MOMENT,
        made_by=HOLDER,
        recipient=Recipient.JUDGE,
        purpose=Purpose.HEARING,
        document="progress-report",
        facts="made-up words",
        facts_sha256=bytes(32),
        page_sha256=bytes(32),
        pages=1,
        audit_mark="1-0000000000000000",
    )


def test_a_draft_is_no_part_of_the_trail(desk):
    add(desk, Draft(form="note", subject="1", words="typing", saved_at=MOMENT))

    assert trailed(desk, "draft") == []


def test_rows_of_one_action_are_chained_in_one_order(desk):
    with desk.work() as session:
        session.add_all(Provider(name=name) for name in ("C", "A", "B"))

    events = trailed(desk, "provider")

    assert [event.entity_id for event in events] == [1, 2, 3]
    assert [event.prev for event in events[1:]] == [event.mac for event in events[:-1]]


@pytest.mark.parametrize(
    "statement",
    [
        update(Person).values(last_name="X"),
        delete(Person),
        insert(Person).values(last_name="X", first_name="Y", folded_name="", sound=""),
        update(Court).values(name="X"),
    ],
)
def test_a_change_that_the_trail_could_not_see_is_refused(desk, statement):
    with pytest.raises(TypeError, match="row by row"), desk.work() as session:
        session.execute(statement)


def test_several_rows_of_a_derived_table_may_be_changed_at_once(desk):
    with desk.work() as session:
        session.execute(delete(Draft))


def test_without_the_chain_there_is_no_change(desk):
    with desk.work() as session:
        session.connection().execute(text("DROP TRIGGER audit_no_delete"))
        session.connection().execute(text("DROP TABLE audit_value"))

    with pytest.raises(Exception, match="no such table"):
        make_participant(desk)

    with desk.read() as session:
        assert session.scalars(select(Person)).all() == []


def test_events_of_the_program_are_chained_like_changes(desk):
    with desk.work() as session:
        before = trail.head(session)
        trail.record(session, Event("listed", changes={"rows": [None, 3]}), Event("listed"))
        after = trail.head(session)

    with desk.read() as session:
        first = session.get_one(Audit, before[0] + 1)
    assert after[0] == before[0] + 2
    assert first.prev == before[1]
    assert first.action == "listed"


@given(st.binary(min_size=32, max_size=32), PLAIN)
def test_sealed_values_come_back_and_only_with_their_key(key, value):
    changes = {"words": [None, json.loads(trail.canonical(value))]}

    sealed = trail._seal(key, changes)

    assert trail.unseal(key, sealed) == changes
    with pytest.raises(ValueError, match="another key"):
        trail.unseal(bytes(31) + b"\x01" if key != bytes(31) + b"\x01" else bytes(32), sealed)


def test_something_else_under_a_persons_key_is_no_values():
    nonce, key = bytes(12), bytes(32)
    forged = nonce + AESGCM(key).encrypt(nonce, b"[]", None)

    with pytest.raises(ValueError, match="not sealed by us"):
        trail.unseal(key, forged)


@given(PLAIN, PLAIN)
def test_a_digest_is_the_same_for_equal_values_only(one, other):
    key = bytes(range(32))

    same = trail.digest(key, one) == trail.digest(key, other)

    assert same == (trail.canonical(one) == trail.canonical(other))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Sex.OTHER, "other"),
        (date(2026, 1, 2), "2026-01-02"),
        (time(9, 30), "09:30:00"),
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00+00:00"),
        (b"\x01\xff", "01ff"),
        (True, True),
        (None, None),
        (3, 3),
    ],
)
def test_any_column_can_be_told_in_json(value, told):
    assert trail.plain(value) == told


def test_two_ways_to_write_one_letter_are_one_text():
    assert trail.canonical("mun\u0303oz") == trail.canonical("mu\u00f1oz")
