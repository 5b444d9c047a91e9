"""Where the reason of a change stands: with the values that it is about."""

import json

from sqlalchemy import select

from models import trail
from models.audit import Audit
from models.person import Person
from models.service import Provider
from models.trail import Event
from tests.makers import add, make_participant
from tests.models.test_trail import trailed, values


def test_the_reason_of_a_persons_correction_goes_with_the_persons_values(desk):
    who = make_participant(desk)
    with desk.work(reason="Quintana is the mother's name") as session:
        session.get_one(Person, who.person).last_name = "Begay-Yazzie"
        session.add(Provider(name="Mesa Counseling"))

    with desk.read() as session:
        bodies = list(session.scalars(select(Audit.body).order_by(Audit.seq)))

    assert not any("Quintana" in body for body in bodies)
    assert json.loads(trailed(desk, "person")[-1].body)["digests"]["why"][0] is None


def test_the_reason_of_what_belongs_to_nobody_stands_in_the_body(desk):
    add(desk, Provider(name="Mesa Counseling", phone="505-555-0123"))
    with desk.work(reason="has moved") as session:
        session.scalars(select(Provider)).one().phone = "505-555-0124"

    event = trailed(desk, "provider")[-1]

    assert json.loads(event.body)["why"] == "has moved"


def test_an_event_of_a_person_without_values_still_seals_its_reason(desk):
    who = make_participant(desk)
    with desk.work(reason="asked by counsel") as session:
        trail.record(session, Event("viewed", person_id=who.person))

    with desk.read() as session:
        event = session.scalars(select(Audit).order_by(Audit.seq.desc())).first()

    assert json.loads(event.body)["why"] is None
    assert trail.parted(values(desk, event)) == ("asked by counsel", {})
