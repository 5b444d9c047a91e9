"""Treatment plans of the invented people: a version at entry and one for every phase."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from app.demo import material
from app.demo.life import Life
from models.choices import ObjectiveStatus, ProblemStatus, Source
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from models.service import Provider

FIRST_AFTER = timedelta(days=5)
REVIEW_AFTER = timedelta(days=45)
EARLIER = ((ObjectiveStatus.MET, ObjectiveStatus.PARTLY_MET, ObjectiveStatus.REVISED), (70, 15, 15))
NOW = (
    (ObjectiveStatus.MET, ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.NOT_STARTED),
    (28, 58, 14),
)
TOO_SOON = timedelta(days=14)  # nobody has met a step of a plan that young
OVERDUE_SHARE = 0.06
# Of the newest steps that were met, most were met since the last hearing.
MET_WITHIN = 16
FRIDAY = 4


def add(life: Life, providers: dict[str, Provider]) -> None:
    """Keep every version that was in force in the time that is told."""
    course = life.course
    if course.admitted is None:
        return
    starts = [course.admitted + FIRST_AFTER, *(since for number, since in course.phases[1:])]
    starts = [day for day in starts if day <= course.until]
    for version, (day, following) in enumerate(pairwise([*starts, None]), 1):
        if day is not None and (following is None or following > course.wanted.first):
            _add_version(life, version, day, providers, is_newest=following is None)


def _add_version(
    life: Life, version: int, day: date, providers: dict[str, Provider], *, is_newest: bool
) -> None:
    rng = life.rng
    level, words = material.read("treatment")["level_of_care"][life.course.phase_on(day)[0] - 1]
    plan = life.keep_in_episode(
        TreatmentPlan(
            version=version,
            started_on=day,
            next_review_on=life.as_of + timedelta(days=rng.randint(2, 40))
            if is_newest
            else day + REVIEW_AFTER,
            strengths=rng.choice(material.read("phrases")["strengths"]),
            level_of_care=level,
            level_words=words,
            asam_edition="4th",
            level_since=day,
            source=Source.FORM,
            received_on=day,
        )
    )
    first, *others = material.read("plans")
    chosen = [first, *rng.sample(others, rng.choice((1, 1, 1, 2)))]
    for number, row in enumerate(chosen, 1):
        goal = _goal(life, plan, number, row, is_newest=is_newest)
        for step, (said, progress) in enumerate(rng.sample(row["objectives"], 2), 1):
            made = _objective(life, said, progress, day, is_newest=is_newest)
            made.number = f"{number}.{step}"
            life.keep(made, goal_id=goal)
            _add_intervention(life, made, row["intervention"], providers)


def _goal(
    life: Life, plan: TreatmentPlan, number: int, row: dict[str, Any], *, is_newest: bool
) -> Goal:
    """Keep a problem and return the goal under it."""
    problem = life.keep(
        Problem(
            number=number,
            dimension=row["dimension"],
            description=row["description"],
            evidence=row["evidence"],
            status=ProblemStatus.ACTIVE if is_newest else ProblemStatus.MAINTENANCE,
        ),
        treatment_plan_id=plan,
    )
    target = plan.started_on + timedelta(days=180)
    goal = Goal(words=life.rng.choice(row["goals"]), target_on=target)
    return life.keep(goal, problem_id=problem)


def _objective(
    life: Life, words: str, progress: list[str], day: date, *, is_newest: bool
) -> Objective:
    rng = life.rng
    status = rng.choices(*(NOW if is_newest else EARLIER))[0]
    if is_newest and (life.course.until - day) < TOO_SOON and status is ObjectiveStatus.MET:
        status = ObjectiveStatus.IN_PROGRESS
    open_now = is_newest and status is not ObjectiveStatus.MET
    since = day + timedelta(days=20)
    if is_newest:
        since = max(day, life.course.until - timedelta(days=rng.randrange(MET_WITHIN)))
    target = since + timedelta(days=rng.randint(2, 20))
    if open_now:
        late = rng.random() < OVERDUE_SHARE
        target = life.as_of + timedelta(days=-rng.randint(1, 6) if late else rng.randint(4, 44))
    target = max(target, day)
    told = status is ObjectiveStatus.IN_PROGRESS
    rating = rng.randint(1, 3)
    return Objective(
        words=words,
        target_on=target - timedelta(days=max(0, target.weekday() - FRIDAY)),
        status=status,
        status_on=min(since, life.as_of),
        progress=rng.choice(progress) if told else None,
        staff_rating=rating if status is not ObjectiveStatus.NOT_STARTED else 0,
        participant_rating=min(3, max(0, rating + rng.choice((-1, 0, 0, 1)))),
    )


def _add_intervention(
    life: Life, objective: Objective, row: list[Any], providers: dict[str, Provider]
) -> None:
    words, provider, frequency, responsible = row
    owners = {"provider_id": providers[provider]} if provider else {}
    life.keep(
        Intervention(words=words, frequency=frequency, responsible=responsible),
        objective_id=objective,
        **owners,
    )
