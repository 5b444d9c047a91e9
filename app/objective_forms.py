"""An objective of the treatment plan by form: how far it is, both ratings, and what helps."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, groups, plan_rows, team, typed
from app.answers import Answers, GroupRow, Loaded, Option, Reading, Subject, key_of
from app.wording import say
from models.plan import Intervention, Objective
from models.service import Provider

STEP = (Objective.words, Objective.target_on, Objective.status, Objective.status_on,
        Objective.progress, Objective.staff_rating, Objective.participant_rating)  # fmt: skip
HELP = (Intervention.words, Intervention.provider_id, Intervention.frequency,
        Intervention.responsible)  # fmt: skip
GROUP = "intervention"
RATINGS = range(4)


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    """Return what the form opens with, and the providers and ratings to choose from."""
    step = episodes.row_of(session, Objective, subject)
    helping = plan_rows.interventions_of(session, step.id)
    return Loaded(
        Answers(answers.shown(step, *STEP), {GROUP: groups.shown(helping, *HELP)}),
        lookups={"providers": _providers(session, helping), "ratings": _ratings()},
        about=episodes.name_of(session, subject.person_id),
        rows={Objective.__tablename__: step.id},
    )


def keep(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring an objective and what helps it to what was answered.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
        BadInput: the objective belongs to an earlier version of the plan.
        NoSuchThing: it is gone, or is somebody else's.
    """
    reading = Reading(told, today)
    step = episodes.row_of(session, Objective, subject)
    plan_rows.refuse_earlier(session, plan_rows.problem_of(session, step))
    _check(reading)
    before = step.status, step.status_on
    corrects = False
    if not reading.mistakes:
        corrects = answers.change(reading, step, *STEP)
        if step.status is not before[0] and step.status_on in {None, before[1]}:
            step.status_on = today

    def make(values: dict[str, Any], _line: GroupRow) -> Intervention:
        return Intervention(person_id=step.person_id, objective_id=step.id, **values)

    helping = plan_rows.interventions_of(session, step.id)
    corrects = groups.write(session, reading, GROUP, helping, make, *HELP) or corrects
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    name = episodes.name_of(session, subject.person_id)
    return say("plan.objective.saved", name=name, number=step.number)


def _check(reading: Reading) -> None:
    """Note what cannot be, before anything is changed."""
    reading.values(*STEP)
    reading.value(Objective.status, required=True)
    since = reading.value(Objective.status_on)
    if since is not None and since > reading.today:
        reading.refuse(key_of(Objective.status_on), say("typed.future", day=typed.shown(since)))
    for column in (Objective.staff_rating, Objective.participant_rating):
        rating = reading.value(column)
        if rating is not None and rating not in RATINGS:
            reading.refuse(key_of(column), say("plan.rating.range", most=RATINGS[-1]))


def _ratings() -> Sequence[Option]:
    return [Option(str(each), say(f"plan.rating.{each}")) for each in RATINGS]


def _providers(session: Session, helping: Sequence[Intervention]) -> Sequence[Option]:
    """Return the providers to choose from, with those that were chosen and have ended since."""
    offered = team.lookups(session)["providers"]
    known = {option.value for option in offered}
    used = {row.provider_id for row in helping if row.provider_id is not None}
    ended = session.execute(select(Provider.id, Provider.name).where(Provider.id.in_(used)))
    return [*offered, *(Option(str(row.id), row.name) for row in ended if str(row.id) not in known)]
