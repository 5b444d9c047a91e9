from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.base import field_of
from models.choices import ContactKind, NoteKind, Race
from models.note import Note
from models.person import ContactMethod, PersonRace
from tests.makers import add, make_note, make_participant


def test_an_id_is_never_used_twice_not_even_after_the_newest_row_is_gone(desk):
    who = make_participant(desk)
    first = make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called.")
    with desk.work() as session:
        session.delete(session.get_one(Note, first))

    second = make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called again.")

    assert second > first


def test_a_person_names_as_many_races_as_they_like(desk):
    who = make_participant(desk)
    for race in (Race.AMERICAN_INDIAN, Race.WHITE):
        add(desk, PersonRace(person_id=who.person, race=race))

    with desk.read() as session:
        found = session.scalars(select(PersonRace.race)).all()

    assert found == [Race.AMERICAN_INDIAN, Race.WHITE]


def test_a_message_may_be_left_only_where_somebody_said_so(desk):
    who = make_participant(desk)
    add(desk, ContactMethod(person_id=who.person, kind=ContactKind.PHONE, value="505-555-0142"))

    with desk.read() as session:
        contact = session.scalars(select(ContactMethod)).one()

    assert (contact.may_leave_message, contact.confidential) == (False, False)


def test_nothing_can_belong_to_nobody(desk):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(desk, PersonRace(person_id=404, race=Race.WHITE))


def test_what_searching_needs_is_as_sensitive_as_the_name():
    assert field_of(PersonRace, "race").sensitive
    assert field_of(ContactMethod, "value").sensitive
