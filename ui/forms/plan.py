"""The forms of the treatment plan: the plan itself, a problem with its goal, and one objective."""

from app import objective_forms, plan_forms, problem_forms
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from ui.forms.ask import Ask, Form, Group, Section


class Always(Ask):
    """A question that never stays empty, although its column has a default for new rows."""

    @property
    def is_required(self) -> bool:
        return True


STEPS = Group(problem_forms.GROUP, (Ask(Objective.words), Ask(Objective.target_on)))
HELP = Group(
    objective_forms.GROUP,
    (
        Ask(Intervention.words),
        Ask(Intervention.provider_id, lookup="providers"),
        Ask(Intervention.frequency),
        Ask(Intervention.responsible),
    ),
)

PLAN = Form(
    "plan",
    (
        Section(
            "when",
            (
                Ask(TreatmentPlan.started_on),
                Ask(TreatmentPlan.next_review_on),
                Ask(TreatmentPlan.strengths),
            ),
        ),
        Section(
            "level",
            (
                Ask(TreatmentPlan.level_of_care),
                Ask(TreatmentPlan.level_words),
                Ask(TreatmentPlan.asam_edition),
                Ask(TreatmentPlan.level_since),
            ),
        ),
    ),
    load=plan_forms.opened,
    save=plan_forms.keep,
    corrects=True,
)
PROBLEM = Form(
    "problem",
    (
        Section(
            "problem",
            (
                Ask(Problem.description),
                Ask(Problem.dimension),
                Ask(Problem.evidence),
                Always(Problem.status),
            ),
        ),
        Section("goal", (Ask(Goal.words), Ask(Goal.target_on))),
        Section("objectives", (STEPS,)),
    ),
    load=problem_forms.opened,
    save=problem_forms.keep,
    corrects=True,
)
OBJECTIVE = Form(
    "objective",
    (
        Section("objective", (Ask(Objective.words), Ask(Objective.target_on))),
        Section(
            "progress",
            (
                Always(Objective.status),
                Ask(Objective.status_on),
                Ask(Objective.progress),
                Ask(Objective.participant_rating, lookup="ratings"),
                Ask(Objective.staff_rating, lookup="ratings"),
            ),
        ),
        Section("help", (HELP,)),
    ),
    load=objective_forms.opened,
    save=objective_forms.keep,
    corrects=True,
)
OF_PLAN = (PLAN, PROBLEM, OBJECTIVE)
