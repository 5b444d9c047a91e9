"""The treatment plan on paper, for the participant and the treatment team; no page for a court."""

from app.plan_facts import PlanPageFacts
from app.wording import say
from reports import dates, document, plan_sections, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, words
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story

TITLE = 220.0  # room for what kind of page this is
COLUMNS = 4
APART = 12.0


class TreatmentPlan(Document):
    """One version of one participant's plan; equal facts give equal bytes."""

    def __init__(self, facts: PlanPageFacts) -> None:
        self._facts = facts

    @property
    def running(self) -> str:
        facts = self._facts
        return say("plan.page.running", case=facts.case_number, version=facts.plan.version)

    def story(self) -> Story:
        facts = self._facts
        problems = [plan_sections.problem(facts, each) for each in facts.plan.problems]
        sections = (plan_sections.strengths(facts), *problems, plan_sections.signatures(facts))
        return Story(opening=_opening(facts), sections=sections)

    def foot(self) -> Foot:
        facts = self._facts
        at = f"{dates.dated(facts.prepared_at.date())}, {dates.clock(facts.prepared_at)}"
        as_of = f"{dates.weekday(facts.data_as_of)}, {facts.data_as_of.year}"
        return Foot(
            law=say("report.foot.law"),
            notes=(
                say("report.foot.consent"),
                say("plan.page.ratings"),
                say("report.foot.prepared", by=facts.prepared_by, at=at),
            ),
            where=say("report.foot.where"),
            marks=(
                say("report.foot.as-of", day=as_of),
                say("report.foot.audit-mark", mark=facts.audit_mark),
            ),
        )


def drawn(facts: PlanPageFacts) -> Drawn:
    """Return the plan of one participant."""
    return document.draw([TreatmentPlan(facts)], say("plan.page.title"))


def _opening(facts: PlanPageFacts) -> tuple[Block, ...]:
    wide = styles.WIDE
    return (
        Space(wide, 2),
        _head(facts),
        Rule(wide, styles.RULE_HEAVY, 3, 5),
        words(wide, facts.name, styles.NAME, "H1"),
        words(wide, _known(facts), styles.TEXT),
        Space(wide, 6),
        _columns(facts),
        Space(wide, 8),
    )


def _head(facts: PlanPageFacts) -> Beside:
    bold = styles.TEXT.semibold()
    left = styles.WIDE - TITLE
    title = say("plan.page.title.version", version=facts.plan.version)
    copy = say(f"plan.page.for.{facts.recipient.value}")
    about = Stack(
        TITLE,
        (words(TITLE, title, bold, right=True), words(TITLE, copy, styles.TEXT, right=True)),
    )
    return Beside(styles.WIDE, ((0, words(left, facts.court, bold)), (left, about)))


def _known(facts: PlanPageFacts) -> str:
    case = say("report.case", number=facts.case_number) if facts.case_number else ""
    return " \u00b7 ".join(part for part in (facts.pronouns, case) if part)


def _columns(facts: PlanPageFacts) -> Beside:
    """Phase, since when, next review and level of care, each with its evidence under it."""
    width = (styles.WIDE - (COLUMNS - 1) * APART) / COLUMNS
    none = say("report.not-on-file")
    plan = facts.plan
    phase, phase_name = _phase(facts)
    review = dates.weekday(plan.next_review_on) if plan.next_review_on else none
    told = (
        (say("report.phase"), phase or none, phase_name),
        (say("plan.page.in-force"), dates.dated(plan.started_on), ""),
        (say("plan.page.next-review"), review, ""),
        (say("plan.page.level"), plan.level_of_care or none, _level(facts)),
    )
    placed = tuple((at * (width + APART), _column(width, *each)) for at, each in enumerate(told))
    return Beside(styles.WIDE, placed)


def _column(width: float, name: str, value: str, evidence: str) -> Stack:
    blocks: list[Block] = [
        Rule(width, styles.RULE_LINE, 0.5, 3),
        words(width, name, styles.SMALL),
        words(width, value, styles.LARGE),
    ]
    if evidence:
        blocks.append(words(width, evidence, styles.EVIDENCE))
    return Stack(width, tuple(blocks))


def _phase(facts: PlanPageFacts) -> tuple[str, str]:
    phase = facts.phase
    if phase is None:
        return "", ""
    number = str(phase.number)
    if phase.of:
        number = say("report.phase.of", number=phase.number, of=phase.of)
    return number, phase.name or ""


def _level(facts: PlanPageFacts) -> str:
    plan = facts.plan
    parts = [plan.level_words or ""]
    if plan.asam_edition:
        parts.append(say("plan.page.edition", edition=plan.asam_edition))
    if plan.level_since:
        parts.append(say("report.plan.since", day=dates.near(plan.level_since, facts.data_as_of)))
    return ", ".join(part for part in parts if part)
