"""Filling a new, empty record with the sample court, in one transaction."""

from sqlalchemy import select

from app import digest, phases
from app.demo import (
    court_days,
    dockets,
    drug_tests,
    episodes,
    notes,
    office,
    persons,
    plans,
    services,
)
from app.demo.course import course
from app.demo.dockets import Docket
from app.demo.life import Life
from app.demo.services import Groups
from app.demo.sheaf import Sheaf
from app.demo.wanted import SampleMade, SampleWanted, refuse_unreasonable
from app.desk import Desk
from models.errors import BadInput
from models.person import Person

# Whole groups of people who share sessions, and few enough rows to hold at once.
BATCH = 20 * services.SECTION


def fill(desk: Desk, wanted: SampleWanted) -> SampleMade:
    """Fill the record at `desk`; equal wishes give equal rows in every record.

    Raises:
        BadInput: the record holds people already, or the wish is beyond the limits.
    """
    refuse_unreasonable(wanted)
    docket = Docket(court_days.next_after(wanted.as_of))
    tests = 0
    with desk.work() as session:
        if session.scalar(select(Person.id).limit(1)) is not None:
            raise BadInput("record.not-empty")
        office.fill(session)
        sheaf = Sheaf()
        providers = services.add_providers(sheaf)
        sheaf.write(session)
        phase_set = phases.current_set(session)
        for first in range(0, wanted.participants, BATCH):
            sheaf, groups = Sheaf(), Groups()
            for slot in range(first, min(first + BATCH, wanted.participants)):
                life = _arrive(sheaf, wanted, slot)
                episodes.add(life, phase_set)
                services.add(life, providers, groups)
                tests += drug_tests.add(life)
                dockets.add(life, docket)
                plans.add(life, providers)
                notes.add(life)
            docket.number()
            sheaf.write(session)
            session.expunge_all()
        made = digest.logical(session.connection())
    return SampleMade(wanted.participants, tests, docket.size, docket.next_day, made)


def _arrive(sheaf: Sheaf, wanted: SampleWanted, slot: int) -> Life:
    lived = course(wanted, slot)
    person = sheaf.add(persons.person(lived))
    if episodes.is_here_again(lived):
        episodes.add_earlier(sheaf, lived, person)
    episode = sheaf.add(episodes.episode(lived), person_id=person)
    life = Life(lived, sheaf, person, episode)
    persons.add(life)
    return life
