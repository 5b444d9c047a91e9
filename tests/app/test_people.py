from datetime import date

import pytest
from sqlalchemy import select

from app import people
from app.people import Identity, Passage
from models.choices import Source, Status
from models.episode import Episode, StatusPeriod
from models.person import Person
from models.phase import PhasePeriod
from tests.makers import make_episode, make_participant

REFERRED, ADMITTED, TODAY = date(2026, 1, 5), date(2026, 2, 2), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("status", "periods"),
    [
        (Status.REFERRED, [("referred", ADMITTED)]),
        (Status.ACTIVE, [("referred", REFERRED), ("active", ADMITTED)]),
        (
            Status.ABSCONDED,
            [("referred", REFERRED), ("active", ADMITTED), ("absconded", ADMITTED)],
        ),
        (None, []),
    ],
)
def test_what_a_list_tells_of_a_status_becomes_periods(desk, status, periods):
    make_participant(desk, status=status)

    with desk.read() as session:
        found = session.scalars(select(StatusPeriod).order_by(StatusPeriod.id)).all()

    assert [(row.status.value, row.started_on) for row in found] == periods


def test_a_day_that_is_still_to_come_is_no_day_on_which_something_began(desk):
    coming = Passage("TC-1", Status.ACTIVE, admitted_on=date(2026, 12, 24))
    with desk.work() as session:
        arrivals = [(Identity("Begaye", "Nizhoni"), coming)]
        people.enroll(session, arrivals, source=Source.IMPORT, received_on=TODAY)

    with desk.read() as session:
        row = session.scalars(select(StatusPeriod)).one()

    assert (row.started_on, row.dated) == (TODAY, False)


@pytest.mark.parametrize(
    ("facts", "since"),
    [
        ({}, ADMITTED),
        ({"status": Status.REFERRED, "admitted_on": None}, REFERRED),
        ({"status": None}, ADMITTED),
        ({"referred_on": None, "admitted_on": None}, None),
    ],
)
def test_a_phase_with_no_day_of_its_own_begins_with_the_status(desk, facts, since):
    make_participant(desk, phase=2, **facts)

    with desk.read() as session:
        row = session.scalars(select(PhasePeriod)).one()

    assert (row.number, row.started_on, row.dated) == (2, since, False)


def test_searching_follows_a_name_that_was_corrected(desk):
    who = make_participant(desk, "Muñoz", "José")
    with desk.work() as session:
        person = session.get_one(Person, who.person)
        person.last_name = "O\u2019Dell"
        people.fold(person)

    with desk.read() as session:
        assert session.scalars(select(Person.folded_name)).all() == ["odell jose"]


def test_a_case_number_leads_to_its_newest_episode(desk):
    who = make_participant(desk, case_number="TC-1")
    again = make_episode(desk, who, case_number="tc-1")

    with desk.read() as session:
        found = people.episodes_by_case(session)
        sources = session.scalars(select(Episode.source)).all()

    assert found == {"tc-1": (who.person, again.episode)}
    assert sources == [Source.FORM, Source.FORM]
