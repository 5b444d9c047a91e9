"""The sections of a progress report, in the one order in which every report has them."""

from collections.abc import Callable
from datetime import date

from app.progress_facts import ObjectiveRow, OrderRow, PlanFacts, ProgressFacts, SinceRow, State
from app.wording import say
from reports import dates, key, rows, strip, styles
from reports.blocks import Block, Space, Stack, words
from reports.rows import Row
from reports.section import Section
from reports.text import Run

WIDE = styles.READING
REGULAR = styles.TEXT
BOLD = styles.TEXT.semibold()

SAYING = 62.0  # strength, concern
SINCE = (104.0, 62.0)  # what is counted, how many
ORDERS = (268.0,)  # what was ordered; what became of it
SHORT_EXCEPTIONS = 2  # on a full first page; the others follow on the next


def say_this_first(facts: ProgressFacts) -> Section:
    """One strength and one concern, the largest sentences on the page."""
    concern = facts.concern or say("report.first.no-concern")
    said = [(say("report.first.strength"), facts.strength), (say("report.first.concern"), concern)]
    lines = [
        Row(((Run(label, styles.FIRST_LABEL),), (Run(text, styles.FIRST),))) for label, text in said
    ]
    body = rows.table(WIDE, lines, (SAYING,), states=False, ruled=False)
    return Section(say("report.first"), body, weight=styles.RULE_HEAVY)


def in_their_words(facts: ProgressFacts) -> Section:
    """What the participant wants the judge to read."""
    text = say("report.words.none")
    if facts.own_words:
        text = say("report.words.quoted", words=facts.own_words)
    if facts.own_words and facts.own_words_on:
        day = dates.near(facts.own_words_on, facts.hearing.on)
        text = say("report.words.dated", words=facts.own_words, day=day)
    return Section(say("report.words"), _sentence(text))


def since_last_hearing(facts: ProgressFacts) -> Section:
    """What was done of what was required, with the days on which it was not."""
    since = facts.since
    first = dates.weekday(since.last_hearing_on) if since.last_hearing_on else None
    evidence = say("report.since.evidence", day=first) if first else _period(facts)
    name = say("report.since" if first else "report.since.no-hearing")
    if not since.rows:
        return Section(name, _sentence(say("report.since.none")), evidence)
    body = rows.table(WIDE, [_since_row(row) for row in since.rows], SINCE)
    long = [row for row in since.rows if len(row.exceptions) > SHORT_EXCEPTIONS]
    if not long:
        return Section(name, body, evidence)
    short = rows.table(WIDE, [_since_row(row, SHORT_EXCEPTIONS) for row in since.rows], SINCE)
    rest = rows.table(WIDE, [_since_row(row) for row in long], SINCE)
    return Section(name, body, evidence, short=short, rest=rest)


def drug_tests(facts: ProgressFacts) -> Section:
    """The strip and its key, with the sums for who cannot see the drawing."""
    whole = _with_key(strip.drawn(facts.strip))
    section = Section(say("report.tests"), whole, _sums(facts))
    if strip.labelled(facts.strip):
        section.short = _with_key(strip.drawn(facts.strip, shown=False))
        section.short_evidence = f"{section.evidence}. {say('report.tests.listed-later')}"
        section.rest = strip.listed(facts.strip)
    return section


def last_orders(facts: ProgressFacts) -> Section:
    """What the court ordered last time, done or not."""
    if facts.orders_of is None:
        return Section(say("report.orders.last"), _sentence(say("report.orders.no-hearing")))
    name = say("report.orders", day=dates.near(facts.orders_of, facts.hearing.on))
    if not facts.orders:
        return Section(name, _sentence(say("report.orders.none")))
    return Section(name, rows.table(WIDE, [_order_row(row, facts) for row in facts.orders], ORDERS))


def treatment_plan(facts: ProgressFacts) -> Section:
    """Objectives due or met, and the level of care; never a medicine."""
    name = say("report.plan")
    if facts.plan is None:
        return Section(name, _sentence(say("report.plan.none")))
    blocks: list[Block] = [_objectives(facts.plan, facts)]
    care = _level_of_care(facts.plan, facts.hearing.on)
    if care:
        blocks.append(words(WIDE, care, styles.EVIDENCE))
    body = Stack(WIDE, tuple(blocks))
    short = _sentence(say("report.plan.later"))
    return Section(name, body, short=short, rest=Stack(WIDE, tuple(blocks)))


SECTIONS: tuple[Callable[[ProgressFacts], Section], ...] = (
    say_this_first,
    in_their_words,
    since_last_hearing,
    drug_tests,
    last_orders,
    treatment_plan,
)


def _sentence(text: str) -> Stack:
    return Stack(WIDE, (words(WIDE, text, REGULAR), Space(WIDE, 1)))


def _period(facts: ProgressFacts) -> str:
    first, last = dates.short(facts.since.first), dates.short(facts.since.last)
    return say("report.since.period", first=first, last=last)


def _since_row(row: SinceRow, most: int | None = None) -> Row:
    count = say("report.since.of", done=row.done, required=row.required)
    if not row.required:
        count = say("report.since.none-due" if row.excused else "report.since.no-entry")
    # The days excused stand among the exceptions, each with its word, where they are known.
    counted = row.excused and not row.exceptions
    notes = [say("report.since.excused", n=row.excused)] if counted else []
    notes += [
        say("report.since.exception", day=dates.weekday(item.day), words=item.words)
        for item in row.exceptions[:most]
    ]
    if most is not None and len(row.exceptions) > most:
        notes.append(say("report.since.more", n=len(row.exceptions) - most))
    label = Run(say(f"report.since.{row.key}"), _weight(row.state))
    return Row(((label,), (Run(count, BOLD),), (Run("; ".join(notes), REGULAR),)), row.state)


def _sums(facts: ProgressFacts) -> str:
    shown = facts.strip
    parts = [
        say(
            "report.tests.counts",
            n=len(shown.days),
            last=dates.short(shown.days[-1].day),
            selected=shown.selected,
            valid=shown.valid,
        )
    ]
    if shown.longest_gap is not None:
        parts.append(say("report.tests.gap", n=shown.longest_gap))
    if shown.waiting:
        parts.append(say("report.tests.waiting", n=shown.waiting))
    return "; ".join(parts)


def _with_key(drawn: Stack) -> Stack:
    return Stack(WIDE, (*drawn.blocks, Space(WIDE, 3), key.key()))


def _order_row(row: OrderRow, facts: ProgressFacts) -> Row:
    outcome = _outcome(row, row.done_on, "report.orders.done", facts.hearing.on)
    return Row((_with_due(row, facts), outcome), row.state)


def _objective_row(row: ObjectiveRow, facts: ProgressFacts) -> Row:
    outcome = _outcome(row, row.met_on, "report.plan.met", facts.hearing.on)
    return Row((_with_due(row, facts), outcome), row.state)


def _objectives(plan: PlanFacts, facts: ProgressFacts) -> Stack:
    if not plan.objectives:
        return _sentence(say("report.plan.no-objectives"))
    return rows.table(WIDE, [_objective_row(row, facts) for row in plan.objectives], ORDERS)


def _with_due(row: OrderRow | ObjectiveRow, facts: ProgressFacts) -> tuple[Run, ...]:
    """What is to be done, and by when; the weekday where it is still to do."""
    told = Run(row.words, _weight(row.state))
    if row.due_on is None:
        return (told,)
    open_still = row.state is not State.DONE and row.due_on >= facts.data_as_of
    day = dates.weekday(row.due_on) if open_still else dates.near(row.due_on, facts.hearing.on)
    return (told, Run(" " + say("report.by", day=day), REGULAR))


def _outcome(
    row: "OrderRow | ObjectiveRow", on: date | None, done: str, near: date
) -> tuple[Run, ...]:
    """What became of it: done or met and when, or in semibold that it is not."""
    runs: list[Run] = []
    if on is not None:
        runs.append(Run(say(done, day=dates.near(on, near)), REGULAR))
    elif row.state is State.LOOK:
        runs.append(Run(say(f"{done}.not"), BOLD))
    if row.note:
        runs.append(Run(f"; {row.note}" if runs else row.note, REGULAR))
    return tuple(runs) or (Run("", REGULAR),)


def _weight(state: State) -> styles.Face:
    return BOLD if state is State.LOOK else REGULAR


def _level_of_care(plan: PlanFacts, near: date) -> str:
    parts: list[str] = []
    if plan.level_of_care:
        edition = plan.asam_edition
        level = plan.level_of_care
        key_ = "report.plan.level-edition" if edition else "report.plan.level"
        parts.append(say(key_, level=level, edition=edition))
        if plan.level_since:
            parts.append(say("report.plan.since", day=dates.near(plan.level_since, near)))
    if plan.next_review_on:
        parts.append(say("report.plan.review", day=dates.near(plan.next_review_on, near)))
    return ", ".join(parts)
