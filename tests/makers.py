"""Builders of made-up people and of what happens to them, each in a transaction of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import people
from app.desk import Desk
from app.people import Entry, Identity, Passage
from app.vault import keys, recovery
from app.vault.creation import Made
from models import engine as engines
from models.choices import (
    Answer,
    AttendanceOutcome,
    HearingType,
    NoteKind,
    ObjectiveStatus,
    OrderStatus,
    Outcome,
    SessionKind,
    Source,
    Specimen,
    Status,
    TestResult,
    Validity,
    Verification,
)
from models.drug_test import DrugTest, DrugTestResult, Prescription
from models.hearing import CourtOrder, CourtSession, Hearing
from models.note import Note
from models.person import Person
from models.plan import Goal, Objective, Problem, TreatmentPlan
from models.service import Attendance, ServiceSession

REFERRED = date(2026, 1, 5)
ADMITTED = date(2026, 2, 2)
HOLDER = "Ruth Amsel"
ZONE = "America/Denver"
CASES = count(1)


@dataclass(frozen=True)
class Ids:
    """A made-up participant: the person and the one episode."""

    person: int
    episode: int


@dataclass(frozen=True)
class Found:
    """What a test found for one substance."""

    substance: str
    result: TestResult = TestResult.PRESUMPTIVE
    analyte: str | None = None
    answer: Answer | None = None


def key_of(made: Made) -> keys.Keys:
    """Return the keys of a record from its sheet, without the cost of a passphrase."""
    return keys.derive(recovery.root_of(made.sheet.groups), made.record_id)


@contextmanager
def desk_on(path: Path, made: Made) -> Iterator[Desk]:
    """Give a desk on a copy of `made` in milliseconds."""
    derived = key_of(made)
    engine = engines.open_engine(path, derived.record)
    try:
        yield Desk(engine, holder=HOLDER, audit_key=derived.audit, zone=ZONE)
    finally:
        engine.dispose()


def make_participant(desk: Desk, last: str = "Begaye", first: str = "Nizhoni", **facts: Any) -> Ids:
    """Enroll somebody; `facts` are those of an identity or of a passage."""
    known = {name: facts.pop(name) for name in list(facts) if name in Identity.__annotations__}
    usual = {
        "case_number": f"TC-2026-{next(CASES):04d}",
        "status": Status.ACTIVE,
        "phase": 1,
        "referred_on": REFERRED,
        "admitted_on": ADMITTED,
    }
    with desk.work() as session:
        passage = Passage(**(usual | facts))
        ((person, episode),) = people.enroll(session, [(Identity(last, first, **known), passage)])
    return Ids(person.id, episode.id)


def make_episode(desk: Desk, who: Ids, **facts: Any) -> Ids:
    """Admit somebody again: a new episode of the same person."""
    usual = {"case_number": f"TC-2026-{next(CASES):04d}", "status": Status.ACTIVE}
    with desk.work() as session:
        person = session.get_one(Person, who.person)
        passages = [Passage(**(usual | facts))]
        (episode,) = people.add_episodes(session, [person], passages, Entry())
    return Ids(who.person, episode.id)


def make_test(desk: Desk, who: Ids, collected_on: date, *found: Found, **facts: Any) -> int:
    """Enter a drug test, a valid urine specimen unless `facts` say otherwise."""
    usual = {
        "outcome": Outcome.TESTED,
        "specimen": Specimen.URINE,
        "validity": Validity.ACCEPTABLE,
        "source": Source.FORM,
    }
    with desk.work() as session:
        values = {**usual, **facts}
        test = DrugTest(**_of(who), collected_on=collected_on, **values)
        session.add(test)
        session.flush()
        session.add_all(
            DrugTestResult(person_id=who.person, drug_test_id=test.id, **vars(each))
            for each in found
        )
    return test.id


def make_prescription(desk: Desk, who: Ids, medicine: str, **facts: Any) -> int:
    usual = {"started_on": ADMITTED, "verified_by": Verification.PRESCRIBER}
    return add(desk, Prescription(**_of(who), medicine=medicine, **(usual | facts)))


def make_session(desk: Desk, held_on: date, **facts: Any) -> int:
    usual = {"starts_at": time(9), "place": "Courtroom 2", "judge": "Hon. Vera Lucero"}
    return add(desk, CourtSession(held_on=held_on, **(usual | facts)))


def make_hearing(
    desk: Desk, who: Ids, held_on: date, *orders: str, session: int | None = None, **facts: Any
) -> int:
    """Put somebody on the docket of a day, with what the judge ordered there."""
    sitting = session if session is not None else make_session(desk, held_on)
    usual = {"type": HearingType.REVIEW}
    row = Hearing(**_of(who), court_session_id=sitting, **(usual | facts))
    hearing = add(desk, row)
    for words in orders:
        make_order(desk, who, hearing, words)
    return hearing


def make_order(desk: Desk, who: Ids, hearing: int, words: str, **facts: Any) -> int:
    usual = {"status": OrderStatus.OPEN}
    row = CourtOrder(person_id=who.person, hearing_id=hearing, words=words, **(usual | facts))
    return add(desk, row)


def make_attendance(
    desk: Desk, who: Ids, held_on: date, outcome: AttendanceOutcome | None, **facts: Any
) -> int:
    """Schedule somebody for a session; `kind` and `title` are those of the session."""
    kind = facts.pop("kind", SessionKind.GROUP)
    title = facts.pop("title", "Morning recovery group")
    sitting = add(desk, ServiceSession(kind=kind, title=title, held_on=held_on))
    usual = {"verified": True}
    row = Attendance(**_of(who), service_session_id=sitting, outcome=outcome, **(usual | facts))
    return add(desk, row)


def make_plan(desk: Desk, who: Ids, *objectives: Objective, **facts: Any) -> int:
    """Write a plan of one problem and one goal with `objectives`, which need no owner yet."""
    goal = facts.pop("goal", "Get my own place.")
    usual = {"started_on": ADMITTED}
    plan = add(desk, TreatmentPlan(**_of(who), **(usual | facts)))
    person = who.person
    problem = add(
        desk,
        Problem(person_id=person, treatment_plan_id=plan, number=1, description="Housing"),
    )
    goal_id = add(desk, Goal(person_id=person, problem_id=problem, words=goal))
    for objective in objectives:
        objective.person_id, objective.goal_id = person, goal_id
        add(desk, objective)
    return plan


def objective(words: str, **facts: Any) -> Objective:
    usual = {"number": "1.1", "status": ObjectiveStatus.IN_PROGRESS}
    return Objective(words=words, **(usual | facts))


def make_note(desk: Desk, who: Ids, kind: NoteKind, written_on: date, words: str) -> int:
    return add(desk, Note(**_of(who), kind=kind, written_on=written_on, words=words))


def _of(who: Ids) -> dict[str, int]:
    return {"person_id": who.person, "episode_id": who.episode}


def add(desk: Desk, row: Any) -> int:
    """Save any one row, and return its id."""
    with desk.work() as session:
        session.add(row)
    found: int = row.id
    return found


def rows(session: Session, table: str) -> list[Any]:
    """Return every row of a table as the file has them."""
    return list(session.connection().exec_driver_sql(f"SELECT * FROM {table}"))  # noqa: S608
