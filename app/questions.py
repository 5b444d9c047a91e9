"""What is asked of the record about what waits, each question put together once for all.

The days are named when it is asked; `waiting` says what an answer means.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, and_, bindparam, func, literal, or_, select
from sqlalchemy.orm import aliased

from app import whereabouts
from models.choices import OrderStatus, Source, Status, TestResult, Verification
from models.drug_test import DrugTest, DrugTestResult, Prescription
from models.episode import Episode, StatusPeriod
from models.hearing import CourtOrder, Hearing
from models.note import Draft
from models.person import Person, PersonRace
from models.plan import TreatmentPlan
from models.standing import Standing

TAKING_PART = (Status.ACTIVE, Status.SUSPENDED, Status.REFERRED, Status.SCREENING)


class Question:
    """A query about everybody, and the same about one person; both put together only once.

    Putting a query together takes longer than its answer.
    """

    def __init__(self, query: Any, table: Any) -> None:
        self._of_all = query
        self._of_one = query.where(table.person_id == bindparam("who"))

    def ask(self, connection: Connection, who: int | None, **days: date) -> Sequence[Any]:
        if who is None:
            return connection.execute(self._of_all, days).all()
        return connection.execute(self._of_one, days | {"who": who}).all()


def _day(name: str) -> Any:
    """Return the place of a day that is named when the question is asked."""
    return bindparam(name, type_=Date())


def _of_current(query: Any, table: Any) -> Any:
    """Narrow a query to the episodes in which people take part now."""
    same = Standing.episode_id == table.episode_id
    return query.join(Standing, same).where(Standing.status.in_(TAKING_PART))


TODAY = _day("today")

ORDERS = Question(
    select(CourtOrder.person_id, CourtOrder.due_on, CourtOrder.id, CourtOrder.words)
    .join(Hearing, Hearing.id == CourtOrder.hearing_id)
    .join(Standing, Standing.episode_id == Hearing.episode_id)
    .where(CourtOrder.status == OrderStatus.OPEN, Standing.status.in_(TAKING_PART))
    .where(CourtOrder.due_on <= func.coalesce(Standing.next_hearing_on, TODAY)),
    CourtOrder,
)

SENT_ON = func.coalesce(DrugTest.sent_on, DrugTest.collected_on)

SENT = Question(
    _of_current(
        select(DrugTest.person_id, SENT_ON.label("sent_on"), DrugTest.id, DrugTest.collected_on),
        DrugTest,
    ).where(DrugTest.awaiting_laboratory, _day("sent_before") > SENT_ON),
    DrugTest,
)


def _unanswered(*columns: Any) -> Any:
    query = select(DrugTest.id, DrugTestResult.substance, *columns).join(
        DrugTestResult, DrugTestResult.drug_test_id == DrugTest.id
    )
    return _of_current(query, DrugTest).where(
        DrugTestResult.result == TestResult.PRESUMPTIVE, DrugTestResult.answer.is_(None)
    )


# Unanswered results of late, each with every prescription in force that day.
PRESUMPTIVE = Question(
    _unanswered(DrugTest.person_id, DrugTest.collected_on, Prescription.medicine)
    .outerjoin(
        Prescription,
        and_(
            Prescription.person_id == DrugTest.person_id,
            Prescription.started_on <= DrugTest.collected_on,
            or_(Prescription.ended_on.is_(None), Prescription.ended_on >= DrugTest.collected_on),
        ),
    )
    .where(DrugTest.source != Source.IMPORT)
    # Said also of the person, because there the database finds the days fast.
    .where(DrugTest.person_id == Standing.person_id)
    .where(DrugTest.collected_on.between(_day("first"), TODAY))
    .order_by(Prescription.medicine),
    DrugTest,
)

IMPORTED = Question(_unanswered().where(DrugTest.source == Source.IMPORT), DrugTest)


def _reviews() -> Any:
    plan, later = TreatmentPlan, aliased(TreatmentPlan)
    newer = select(later.id).where(
        later.episode_id == plan.episode_id,
        later.started_on <= TODAY,
        or_(
            later.started_on > plan.started_on,
            and_(later.started_on == plan.started_on, later.version > plan.version),
        ),
    )
    query = _of_current(select(plan.id, plan.person_id, plan.next_review_on), plan)
    return query.where(
        plan.started_on <= TODAY,
        plan.next_review_on <= _day("soon"),
        Standing.status == Status.ACTIVE,
        ~newer.exists(),
    )


REVIEWS = Question(_reviews(), TreatmentPlan)

WITHOUT_PLAN = Question(
    select(Standing.person_id, Episode.admitted_on)
    .join(Episode, Episode.id == Standing.episode_id)
    .where(Standing.status == Status.ACTIVE, Episode.admitted_on <= _day("admitted_by"))
    .where(
        ~select(TreatmentPlan.id).where(TreatmentPlan.episode_id == Standing.episode_id).exists()
    ),
    Standing,
)

SINCE = func.coalesce(Prescription.received_on, Prescription.started_on).label("since")

UNVERIFIED = Question(
    _of_current(select(Prescription.person_id, SINCE, Prescription.id), Prescription).where(
        Prescription.verified_by == Verification.SELF_REPORT,
        or_(Prescription.ended_on.is_(None), Prescription.ended_on >= TODAY),
    ),
    Prescription,
)

WITHOUT_HEARING = Question(
    select(Standing.person_id).where(
        Standing.status == Status.ACTIVE,
        or_(Standing.next_hearing_on.is_(None), Standing.next_hearing_on < TODAY),
    ),
    Standing,
)


def _undated_statuses() -> Any:
    later, always = aliased(StatusPeriod), literal(date.min)
    began = func.coalesce(StatusPeriod.started_on, always)
    begins = func.coalesce(later.started_on, always)
    newer = select(later.id).where(
        later.episode_id == StatusPeriod.episode_id,
        begins <= TODAY,
        or_(begins > began, and_(begins == began, later.id > StatusPeriod.id)),
    )
    query = _of_current(select(StatusPeriod.person_id), StatusPeriod)
    return query.where(StatusPeriod.dated.is_(False), began <= TODAY, ~newer.exists())


UNDATED_STATUSES = Question(_undated_statuses(), StatusPeriod)

UNDATED_PHASES = Question(
    select(Standing.person_id).where(
        Standing.status.in_(TAKING_PART),
        Standing.phase.is_not(None),
        Standing.phase_since.is_(None),
    ),
    Standing,
)

NAMED = select(PersonRace.id).where(PersonRace.person_id == Person.id).exists()

NOT_ASKED = Question(
    select(Person.id, Person.ethnicity, NAMED.label("race"))
    .join(Standing, Standing.person_id == Person.id)
    .where(Standing.status.in_(TAKING_PART), or_(Person.ethnicity.is_(None), ~NAMED)),
    Standing,
)

DRAFTS = Question(select(Draft.__table__).where(Draft.form != whereabouts.FORM), Draft)
