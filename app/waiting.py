"""What waits for somebody, one question a function, asked of everybody at once.

Only what the record can know today. Nothing here is read person by person: a court may hold
thousands. For the page of one person, the same is asked of `who` alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, func, literal, or_, select
from sqlalchemy.orm import aliased

from app import medicines, testing
from app.court_words import short_date
from app.testing import TestFacts
from app.wording import has, say
from models.choices import OrderStatus, Reading, Source, Status, TestResult, Verification
from models.court import Court
from models.drug_test import DrugTest, DrugTestResult, Prescription
from models.episode import Episode, StatusPeriod
from models.hearing import CourtOrder, Hearing
from models.note import Draft
from models.person import Person, PersonRace
from models.plan import TreatmentPlan
from models.standing import Standing

# The one person of whom something is asked, None for everybody.
Who = int | None
BATCH = 500
TAKING_PART = (Status.ACTIVE, Status.SUSPENDED, Status.REFERRED, Status.SCREENING)

REVIEW_AHEAD = timedelta(days=7)
FIRST_PLAN = timedelta(days=30)
LABORATORY = timedelta(days=3)
# Who was not asked by then will hardly remember; the result stays on the person's own page.
ANSWERS = timedelta(days=45)


@dataclass(frozen=True)
class Found:
    """One thing to do; `row_id` is the row that it is about, `variant` chooses its words.

    `draft` names the form that was begun, and its subject.
    """

    person_id: int | None
    day: date | None = None
    row_id: int | None = None
    words: str = ""
    variant: str = ""
    draft: tuple[str, str] | None = None


def orders(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """An order that is due by the next hearing and open; one about a medicine is nobody's to-do."""
    query = (
        select(CourtOrder.person_id, CourtOrder.due_on, CourtOrder.id, CourtOrder.words)
        .join(Hearing, Hearing.id == CourtOrder.hearing_id)
        .join(Standing, Standing.episode_id == Hearing.episode_id)
        .where(CourtOrder.status == OrderStatus.OPEN, Standing.status.in_(TAKING_PART))
        .where(CourtOrder.due_on <= func.coalesce(Standing.next_hearing_on, today))
    )
    for row in connection.execute(_only(query, CourtOrder, who)):
        if not medicines.named_in(row.words):
            yield Found(row.person_id, row.due_on, row.id, row.words)


def laboratory(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    sent = func.coalesce(DrugTest.sent_on, DrugTest.collected_on)
    query = _of_current(
        select(DrugTest.person_id, sent.label("sent_on"), DrugTest.id, DrugTest.collected_on),
        DrugTest,
        who,
    ).where(DrugTest.awaiting_laboratory, sent < today - LABORATORY)
    for row in connection.execute(query):
        yield Found(row.person_id, row.sent_on, row.id, short_date(row.collected_on))


def answers(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """A presumptive result that nobody has put to the person yet, prescriptions considered.

    Results of one substance under the same prescriptions are read alike, so one of them is read.
    """
    tests: dict[int, Any] = {}
    covering: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in connection.execute(_presumptive(today, who)):
        tests[row.id] = row
        covering[row.id, row.substance].append(row.medicine or "")
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for (test_id, substance), found in covering.items():
        alike[substance, *found].append(test_id)
    read = {test.id: test for test in _read(connection, (ids[0] for ids in alike.values()), today)}
    pending = [ids for (substance, *_), ids in alike.items() if _pends(read[ids[0]], substance)]
    for test_id in {test_id for ids in pending for test_id in ids}:
        row = tests[test_id]
        yield Found(row.person_id, row.collected_on, test_id, short_date(row.collected_on))


def _pends(test: TestFacts, substance: str) -> bool:
    """Whether a result waits for what the person says to it."""
    of_it = (result.reading for result in test.results if result.substance == substance)
    return Reading.PENDING in of_it


def medication_checks(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """An imported positive that a prescription may have produced; it waits, and is no use."""
    rows = connection.execute(_unanswered(who).where(DrugTest.source == Source.IMPORT))
    waiting = [row.id for row in rows if medicines.is_single_drug_assay(row.substance)]
    for test in _read(connection, waiting, today):
        if any(
            result.reading is None and medicines.is_single_drug_assay(result.substance)
            for result in test.results
        ):
            yield Found(test.person_id, test.collected_on, test.id, short_date(test.collected_on))


def plan_reviews(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    plan = TreatmentPlan
    place = func.row_number().over(
        partition_by=plan.episode_id, order_by=(plan.started_on.desc(), plan.version.desc())
    )
    newest = (
        _of_current(
            select(plan.id, plan.person_id, plan.next_review_on, place.label("place")), plan, who
        )
        .where(plan.started_on <= today, Standing.status == Status.ACTIVE)
        .subquery()
    )
    soon = newest.c.next_review_on <= today + REVIEW_AHEAD
    for row in connection.execute(select(newest).where(newest.c.place == 1, soon)):
        yield Found(row.person_id, row.next_review_on, row.id)


def without_plan(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    written = select(TreatmentPlan.id).where(TreatmentPlan.episode_id == Standing.episode_id)
    query = (
        select(Standing.person_id, Episode.admitted_on)
        .join(Episode, Episode.id == Standing.episode_id)
        .where(Standing.status == Status.ACTIVE, Episode.admitted_on <= today - FIRST_PLAN)
        .where(~written.exists())
    )
    for row in connection.execute(_only(query, Standing, who)):
        yield Found(row.person_id, row.admitted_on + FIRST_PLAN, words=short_date(row.admitted_on))


def unverified(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    table = Prescription
    since = func.coalesce(table.received_on, table.started_on).label("since")
    query = _of_current(select(table.person_id, since, table.id), table, who).where(
        table.verified_by == Verification.SELF_REPORT,
        or_(table.ended_on.is_(None), table.ended_on >= today),
    )
    for row in connection.execute(query):
        yield Found(row.person_id, row.since, row.id)


def without_hearing(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    following = Standing.next_hearing_on
    query = select(Standing.person_id).where(
        Standing.status == Status.ACTIVE, or_(following.is_(None), following < today)
    )
    for person_id in connection.scalars(_only(query, Standing, who)):
        yield Found(person_id)


def undated(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """A phase or a status of which the record holds only the latest day that it can have begun."""
    phases = select(Standing.person_id).where(
        Standing.status.in_(TAKING_PART),
        Standing.phase.is_not(None),
        Standing.phase_since.is_(None),
    )
    of_phase = set(connection.scalars(_only(phases, Standing, who)))
    of_status = set(connection.scalars(_undated_statuses(today, who)))
    for person_id in of_phase | of_status:
        both = person_id in of_phase and person_id in of_status
        variant = "both" if both else "phase" if person_id in of_phase else "status"
        yield Found(person_id, variant=variant)


def _undated_statuses(today: date, who: Who) -> Any:
    later, always = aliased(StatusPeriod), literal(date.min)
    began = func.coalesce(StatusPeriod.started_on, always)
    begins = func.coalesce(later.started_on, always)
    newer = select(later.id).where(
        later.episode_id == StatusPeriod.episode_id,
        begins <= today,
        or_(begins > began, and_(begins == began, later.id > StatusPeriod.id)),
    )
    query = _of_current(select(StatusPeriod.person_id), StatusPeriod, who)
    return query.where(StatusPeriod.dated.is_(False), began <= today, ~newer.exists())


def not_asked(connection: Connection, _today: date, who: Who = None) -> Iterator[Found]:
    """Race and ethnicity are asked apart; declined is an answer, and final."""
    named = select(PersonRace.id).where(PersonRace.person_id == Person.id).exists()
    query = (
        select(Person.id, Person.ethnicity, named.label("race"))
        .join(Standing, Standing.person_id == Person.id)
        .where(Standing.status.in_(TAKING_PART), or_(Person.ethnicity.is_(None), ~named))
    )
    for row in connection.execute(_only(query, Standing, who)):
        variant = "ethnicity" if row.race else "race" if row.ethnicity else "both"
        yield Found(row.id, variant=variant)


def drafts(connection: Connection, _today: date, who: Who = None) -> Iterator[Found]:
    rows = connection.execute(_only(select(Draft.__table__), Draft, who)).all()
    if not rows:
        return
    zone = ZoneInfo(connection.execute(select(Court.time_zone)).scalar_one())
    for row in rows:
        key = f"form.{row.form}"
        words = say(key) if has(key) else say("due.form")
        day = row.saved_at.astimezone(zone).date()
        yield Found(row.person_id, day, row.id, words, draft=(row.form, row.subject))


def _of_current(query: Any, table: Any, who: Who) -> Any:
    """Narrow a query to the episodes in which people take part now."""
    same = Standing.episode_id == table.episode_id
    current = query.join(Standing, same).where(Standing.status.in_(TAKING_PART))
    return _only(current, table, who)


def _only(query: Any, table: Any, who: Who) -> Any:
    """Narrow a query to one person, where one is asked of."""
    return query if who is None else query.where(table.person_id == who)


def _unanswered(who: Who, *columns: Any) -> Any:
    query = select(DrugTest.id, DrugTestResult.substance, *columns).join(
        DrugTestResult, DrugTestResult.drug_test_id == DrugTest.id
    )
    return _of_current(query, DrugTest, who).where(
        DrugTestResult.result == TestResult.PRESUMPTIVE, DrugTestResult.answer.is_(None)
    )


def _presumptive(today: date, who: Who) -> Any:
    """Ask for unanswered results of late, each with every prescription in force that day."""
    table = Prescription
    in_force = and_(
        table.person_id == DrugTest.person_id,
        table.started_on <= DrugTest.collected_on,
        or_(table.ended_on.is_(None), table.ended_on >= DrugTest.collected_on),
    )
    query = _unanswered(who, DrugTest.person_id, DrugTest.collected_on, table.medicine)
    return (
        query.outerjoin(table, in_force)
        .where(DrugTest.source != Source.IMPORT)
        # Said also of the person, because there the database finds the days fast.
        .where(DrugTest.person_id == Standing.person_id)
        .where(DrugTest.collected_on.between(today - ANSWERS, today))
        .order_by(table.medicine)
    )


def _read(connection: Connection, ids: Iterable[int], today: date) -> Iterator[TestFacts]:
    """Give the tests of `ids` as read; whether an answer is missing hangs on no earlier test."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), BATCH):
        yield from testing.tests(connection, until=today, id=wanted[at : at + BATCH])
