"""The treatment plan entered by form: since when, next review, strengths, level of care."""

from datetime import date

from sqlalchemy.orm import Session

from app import answers, episodes, plan_rows, typed
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.plan import TreatmentPlan

PLAN = (TreatmentPlan.started_on, TreatmentPlan.next_review_on, TreatmentPlan.strengths,
        TreatmentPlan.level_of_care, TreatmentPlan.level_words, TreatmentPlan.asam_edition,
        TreatmentPlan.level_since)  # fmt: skip


def opened(session: Session, subject: Subject, today: date) -> Loaded:
    """Return the newest version, or a plan that begins today."""
    about = episodes.name_of(session, subject.person_id)
    plan = plan_rows.current(session, subject.person_id)
    if plan is None:
        empty = {key_of(TreatmentPlan.started_on): typed.shown(today)}
        return Loaded(Answers(empty), about=about)
    rows = {TreatmentPlan.__tablename__: plan.id}
    return Loaded(Answers(answers.shown(plan, *PLAN)), about=about, rows=rows)


def keep(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Begin a plan, or bring its newest version to what was answered.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    started_on = reading.value(TreatmentPlan.started_on)
    next_on = reading.value(TreatmentPlan.next_review_on)
    if next_on is not None and started_on is not None and next_on < started_on:
        reading.refuse(key_of(TreatmentPlan.next_review_on), say("plan.review-before"))
    plan = plan_rows.current(session, subject.person_id)
    if plan is None:
        values = reading.values(*PLAN)
        reading.finish()
        plan_rows.begin(session, subject.person_id, values)
    else:
        answers.ask_why(reading, corrects=answers.change(reading, plan, *PLAN))
        reading.finish()
    return say("plan.saved", name=episodes.name_of(session, subject.person_id))
