"""The sections of a printed plan: each problem under the participant's own words, and who signs."""

from dataclasses import dataclass, field
from datetime import date

from app.plan_facts import GoalFacts, InterventionFacts, ObjectiveFacts, PlanPageFacts, ProblemFacts
from app.progress_facts import State
from app.wording import say
from models.choices import ObjectiveStatus, ProblemStatus
from reports import dates, fonts, marks, rows, styles
from reports.blocks import Beside, Block, Space, Stack, Words, words
from reports.canvas import TaggedCanvas
from reports.rows import Row
from reports.section import Section
from reports.tags import Node
from reports.text import Run

WIDE = styles.READING
REGULAR = styles.TEXT
BOLD = styles.TEXT.semibold()
COLUMNS = (148.0, 50.0, 128.0)  # what, by when, what helps; how far it is
HEADS = ("plan.page.objective", "plan.page.by", "plan.page.help", "plan.page.state")
PLENTY = 500.0  # room that only a fresh page has
STATES = {ObjectiveStatus.MET: State.DONE}

SIGN, DAY, BOX, GAP = 168.0, 66.0, 8.0, 12.0


class Together(Stack):
    """Blocks that stay on one page: a heading is never left behind by what it is about."""

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Stay whole, unless there is more than a page of it."""
        return super().split(room) if room >= PLENTY else Block.split(self, room)


def strengths(facts: PlanPageFacts) -> Section:
    """What there is to build on stands before what is missing."""
    text = facts.plan.strengths or say("plan.page.no-strengths")
    return Section(say("plan.page.strengths"), _sentence(text))


def problem(facts: PlanPageFacts, told: ProblemFacts) -> Section:
    """One problem: what it is, then goal by goal the steps towards it."""
    blocks: list[Block] = [words(WIDE, told.description, BOLD)]
    if told.status is not ProblemStatus.ACTIVE:
        status = say(f"choice.problem-status.{told.status.value}")
        blocks.append(words(WIDE, say("plan.page.status", status=status), styles.EVIDENCE))
    if told.evidence:
        evidence = say("plan.page.evidence", what=told.evidence)
        blocks.append(words(WIDE, evidence, styles.EVIDENCE))
    for goal in told.goals:
        blocks += _goal(goal, facts)
    if not told.goals:
        blocks.append(words(WIDE, say("plan.page.no-goal"), REGULAR))
    name = say("plan.line.problem", number=told.number)
    return Section(name, _kept(blocks), told.dimension or "", styles.RULE_LINE)


def signatures(facts: PlanPageFacts) -> Section:
    """Lines to sign on, with honest boxes for who does not."""
    lines = (
        SignatureLine(
            say("plan.page.sign.participant", name=facts.name),
            (say("plan.page.got-copy"), say("plan.page.declined")),
        ),
        SignatureLine(
            say("plan.page.sign.case-manager", name=facts.prepared_by),
            (say("plan.page.read-aloud"),),
        ),
        SignatureLine(say("plan.page.sign.clinician"), (say("plan.page.by-phone"),)),
    )
    body = Together(WIDE, (words(WIDE, say("plan.page.took-part"), REGULAR), *lines))
    return Section(say("plan.page.signatures"), body, weight=styles.RULE_HEAVY)


def _kept(blocks: list[Block]) -> Stack:
    """Keep what stands before the first table with its first row."""
    tables = (n for n, block in enumerate(blocks) if isinstance(block, Stack))
    first = next(tables, len(blocks) - 1)
    return Stack(WIDE, (Together(WIDE, tuple(blocks[: first + 1])), *blocks[first + 1 :]))


def _goal(goal: GoalFacts, facts: PlanPageFacts) -> list[Block]:
    near = facts.data_as_of
    blocks: list[Block] = [Space(WIDE, 3)]
    if goal.target_on:
        by = say("plan.page.goal-by", day=dates.near(goal.target_on, near))
        blocks.append(words(WIDE, by, styles.EVIDENCE))
    blocks.append(words(WIDE, say("plan.quoted", words=goal.words), styles.LARGE, "H3"))
    if not goal.objectives:
        return [*blocks, words(WIDE, say("plan.page.no-objective"), REGULAR)]
    return [*blocks, Space(WIDE, 2), *_tables(goal.objectives, facts)]


def _tables(steps: tuple[ObjectiveFacts, ...], facts: PlanPageFacts) -> list[Block]:
    """Return the table in pieces of one row, which all belong to one element."""
    whole = rows.table(WIDE, [_row(step, facts) for step in steps], COLUMNS)
    node = whole.node
    first, *others = whole.blocks
    top = Stack(WIDE, (_heads(), Space(WIDE, 1), first), node)
    return [top, *(Stack(WIDE, (each,), node) for each in others)]


def _heads() -> Beside:
    starts = [styles.STATE]
    for width in COLUMNS:
        starts.append(starts[-1] + width)
    ends = [*starts[1:], WIDE]
    placed = tuple(
        (start, _head_cell(end - start, say(key)))
        for start, end, key in zip(starts, ends, HEADS, strict=True)
    )
    return Beside(WIDE, placed, Node("TR"))


def _head_cell(width: float, text: str) -> Words:
    return Words(width, (Run(text, styles.SECTION),), Node("TH", scope="Column"))


def _row(step: ObjectiveFacts, facts: PlanPageFacts) -> Row:
    late = step.is_late(facts.data_as_of)
    state = State.LOOK if late else STATES.get(step.status, State.PLAIN)
    by = dates.near(step.target_on, facts.data_as_of) if step.target_on else ""
    return Row(
        (
            (Run(f"{step.number}  {step.words}", BOLD if late else REGULAR),),
            (Run(by, REGULAR),),
            (Run("\n".join(map(_help, step.interventions)), REGULAR),),
            (Run("\n".join(_progress(step, facts.data_as_of)), REGULAR),),
        ),
        state,
    )


def _help(told: InterventionFacts) -> str:
    who = [part for part in (told.provider, told.responsible, told.frequency) if part]
    return say("plan.page.helps", what=told.words, who=", ".join(who)) if who else told.words


def _progress(step: ObjectiveFacts, near: date) -> list[str]:
    status = say(f"choice.objective-status.{step.status.value}").lower()
    if step.status is ObjectiveStatus.MET and step.status_on:
        status = say("plan.page.since", status=status, day=dates.near(step.status_on, near))
    if step.is_late(near):
        status = say("plan.page.late", status=status)
    return [part for part in (status, step.progress, _ratings(step)) if part]


def _ratings(step: ObjectiveFacts) -> str:
    own, staff = step.participant_rating, step.staff_rating
    if own is None and staff is None:
        return ""
    if staff is None:
        return say("plan.page.rating.own", own=own)
    if own is None:
        return say("plan.page.rating.staff", staff=staff)
    return say("plan.page.rating", own=own, staff=staff)


def _sentence(text: str) -> Stack:
    return Stack(WIDE, (words(WIDE, text, REGULAR), Space(WIDE, 1)))


@dataclass
class SignatureLine(Block):
    """A line for a name, one for the day, and boxes for what was so instead."""

    name: str
    boxes: tuple[str, ...]
    width: float = WIDE
    node: Node = field(default_factory=lambda: Node("P"))

    @property
    def height(self) -> float:
        return styles.WRITING + 4 + max(self._label.height, styles.TEXT.leading)

    @property
    def _label(self) -> Words:
        return Words(SIGN, (Run(self.name, styles.EVIDENCE),), self.node)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        line = top - styles.WRITING - 2
        canvas.rule(x, line, SIGN, styles.RULE_LINE)
        canvas.rule(x + SIGN + GAP, line, DAY, styles.RULE_LINE)
        self._label.draw(canvas, x, line - 2)
        words(DAY, say("plan.page.day"), styles.EVIDENCE).draw(canvas, x + SIGN + GAP, line - 2)
        left = x + SIGN + DAY + 2 * GAP
        for text in self.boxes:
            with canvas.artifact():
                marks.box(canvas, left, line + 3, BOX)
            with canvas.content(Node("P")):
                canvas.words(left + BOX + 4, line, text, REGULAR)
            left += BOX + 4 + fonts.width(text, REGULAR.font, REGULAR.size) + GAP
