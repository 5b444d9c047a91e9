"""Plans of invented people, from which the tests of the printed plan draw."""

from dataclasses import replace
from datetime import date

from app.plan_facts import (
    GoalFacts,
    InterventionFacts,
    ObjectiveFacts,
    PlanPageFacts,
    PlanTree,
    ProblemFacts,
)
from models.choices import ObjectiveStatus, ProblemStatus, Recipient
from tests.reports import examples

TODAY = date(2026, 11, 23)
RIDES = InterventionFacts(1, "Ride list", "Juniper Peer Support", "2 a week", "R. Stone")
NOTEBOOK = InterventionFacts(2, "Review notebook", None, None, None)


def step(number: str, words: str, **facts: object) -> ObjectiveFacts:
    usual = ObjectiveFacts(
        id=1,
        number=number,
        words=words,
        target_on=date(2026, 12, 15),
        status=ObjectiveStatus.IN_PROGRESS,
        status_on=date(2026, 11, 13),
        progress="1 of 3 places",
        staff_rating=1,
        participant_rating=2,
        interventions=(RIDES, NOTEBOOK),
    )
    return replace(usual, **facts)  # type: ignore[arg-type] # names of the fields


def problem(number: int, *steps: ObjectiveFacts) -> ProblemFacts:
    goal = GoalFacts(1, "A place with a door that locks.", date(2027, 2, 28), steps)
    return ProblemFacts(
        number,
        number,
        "No steady place to live",
        "Recovery environment",
        "Intake, Sep 8",
        ProblemStatus.ACTIVE,
        (goal,),
    )


def ordinary() -> PlanPageFacts:
    """Return a plan with a step that is met, one that is late, and one that is not due."""
    told = examples.ordinary()
    met = step("1.2", "File the voucher", status=ObjectiveStatus.MET, progress=None)
    late = step("1.3", "Open a savings account", target_on=date(2026, 11, 20))
    plan = PlanTree(
        id=1,
        version=3,
        started_on=date(2026, 10, 6),
        next_review_on=date(2026, 11, 25),
        strengths="Shows up early. Keeps a notebook of hard days.",
        level_of_care="1.5",
        level_words="Outpatient care",
        asam_edition="4th",
        level_since=date(2026, 10, 6),
        problems=(problem(1, step("1.1", "Visit three places"), met, late),),
    )
    return PlanPageFacts(
        recipient=Recipient.TREATMENT_TEAM,
        court=told.court,
        name=told.name,
        pronouns=told.pronouns,
        case_number=told.case_number,
        phase=told.phase,
        plan=plan,
        prepared_by=told.prepared_by,
        prepared_at=told.prepared_at,
        data_as_of=TODAY,
        audit_mark=told.audit_mark,
    )


def with_problems(*problems: ProblemFacts) -> PlanPageFacts:
    told = ordinary()
    return replace(told, plan=replace(told.plan, problems=problems))


def empty() -> PlanPageFacts:
    """Return a plan of which little is on file."""
    plan = replace(
        ordinary().plan,
        next_review_on=None,
        strengths=None,
        level_of_care=None,
        level_words=None,
        asam_edition=None,
        level_since=None,
        problems=(
            replace(problem(1), goals=(), evidence=None, dimension=None),
            problem(2),
            replace(problem(3), status=ProblemStatus.DEFERRED),
        ),
    )
    recipient = Recipient.PARTICIPANT
    return replace(
        ordinary(), recipient=recipient, pronouns=None, case_number="", phase=None, plan=plan
    )


def full() -> PlanPageFacts:
    """Return a plan that fills every field, and several pages."""
    helping = tuple(replace(RIDES, words="Rides and company " * 14) for _ in range(6))
    steps = [
        step(f"1.{n}", "Visit and write down what it costs " * 8, progress="done " * 38,
             interventions=helping)
        for n in range(5)
    ]  # fmt: skip
    long = replace(problem(1, *steps), description="No steady place " * 30, evidence="told " * 95)
    goal = replace(long.goals[0], words="A door that locks. " * 26)
    return with_problems(replace(long, goals=(goal, goal)), problem(2, *steps))
