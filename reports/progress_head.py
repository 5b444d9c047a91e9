"""The top of a progress report: the hearing, the participant, and what stands about them."""

from app.progress_facts import HearingFacts, PhaseFacts, ProgressFacts
from app.wording import say
from reports import dates, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, Words, mixed, words
from reports.document import TAB_WIDTH
from reports.text import Run

TITLE = 140.0  # room for what kind of page this is, left of the docket tab
APART = 12.0
COLUMNS = (0.0, 118.0, 272.0)  # phase, attorney, what the participant needs in court


def opening(facts: ProgressFacts) -> tuple[Block, ...]:
    """Return who and when: the head, the name, and the facts in large type."""
    wide = styles.READING
    about = [_name(facts), Space(wide, 3), _columns(facts), Space(wide, 5), _conditions(facts)]
    inset = Beside(styles.WIDE, ((styles.NAMES + styles.GUTTER, Stack(wide, tuple(about))),))
    rule = Rule(styles.WIDE, styles.RULE_HEAVY, 3, 5)
    return (Space(styles.WIDE, 2), _head(facts), rule, inset, Space(styles.WIDE, 5))


def _head(facts: ProgressFacts) -> Beside:
    tab = 0.0 if facts.hearing.number is None else TAB_WIDTH + APART
    left = styles.WIDE - tab - TITLE
    bold = styles.TEXT.semibold()
    place = f", {facts.hearing.place}" if facts.hearing.place else ""
    court = mixed(left, (Run(facts.court, bold), Run(place, styles.TEXT)))
    lines: list[Block] = [court, words(left, _hearing(facts.hearing), styles.TEXT)]
    if not facts.hearing.on_file:
        lines.append(words(left, say("report.hearing.not-on-file"), bold))
    title = words(TITLE, say(f"report.for.{facts.recipient.value}"), bold, right=True)
    return Beside(styles.WIDE, ((0, Stack(left, tuple(lines))), (left, title)))


def _hearing(hearing: HearingFacts) -> str:
    """Say which hearing, on which day, at what time and before whom."""
    kind = say(f"report.hearing.{hearing.type.value}" if hearing.type else "report.hearing")
    parts = [f"{kind} {dates.full(hearing.on)}"]
    if hearing.at is not None:
        parts.append(dates.clock(hearing.at))
    judge = _judge(hearing)
    return ", ".join([*parts, judge] if judge else parts)


def _judge(hearing: HearingFacts) -> str | None:
    if hearing.judge is None or not hearing.substitute:
        return hearing.judge
    return say("report.hearing.substitute", judge=hearing.judge)


def _name(facts: ProgressFacts) -> Block:
    """The name, and after it how it is said, pronouns and case, on one line where there is room."""
    aloud = say("report.said-as", words=facts.said_as) if facts.said_as else None
    known = [aloud, facts.pronouns, say("report.case", number=facts.case_number), facts.status]
    beside = " \u00b7 ".join(part for part in known if part)
    name = words(styles.READING, facts.name, styles.NAME, "H1")
    rest = words(styles.READING, beside, styles.TEXT)
    left = name.extent + APART
    if len(name.lines) > 1 or len(rest.lines) > 1 or left + rest.extent > styles.READING:
        return Stack(styles.READING, (name, rest))
    drop = Space(rest.width, name.lines[0].baseline - rest.lines[0].baseline)
    after = Stack(styles.READING - left, (drop, words(styles.READING - left, beside, styles.TEXT)))
    return Beside(styles.READING, ((0, name), (left, after)))


def _columns(facts: ProgressFacts) -> Beside:
    ends = (*COLUMNS[1:], styles.READING + APART)
    widths = [end - start - APART for start, end in zip(COLUMNS, ends, strict=True)]
    made = (
        _phase(facts.phase, widths[0]),
        _attorney(facts.attorney, widths[1]),
        _needs(facts, widths[2]),
    )
    return Beside(styles.READING, tuple(zip(COLUMNS, made, strict=True)))


def _column(width: float, label: str, *blocks: Block) -> Stack:
    rule = Rule(width, styles.RULE_LINE, 0.5, 3)
    return Stack(width, (rule, words(width, label, styles.SMALL), *blocks))


def _phase(phase: PhaseFacts | None, width: float) -> Stack:
    label = say("report.phase")
    if phase is None:
        return _column(width, label, words(width, say("report.not-on-file"), styles.LARGE))
    value = (
        say("report.phase.of", number=phase.number, of=phase.of) if phase.of else str(phase.number)
    )
    evidence = [part for part in (phase.name, _days(phase)) if part]
    lines = [words(width, line, styles.EVIDENCE) for line in evidence]
    return _column(width, label, words(width, value, styles.LARGE), *lines)


def _days(phase: PhaseFacts) -> str:
    if phase.day is None:
        return say("report.phase.no-start")
    if phase.minimum_days is None:
        return say("report.phase.day", day=phase.day)
    return say("report.phase.day-of", day=phase.day, minimum=phase.minimum_days)


def _attorney(attorney: str | None, width: float) -> Stack:
    value = words(width, attorney or say("report.not-on-file"), styles.LARGE)
    return _column(width, say("report.attorney"), value)


def _needs(facts: ProgressFacts, width: float) -> Stack:
    none = say("report.none-on-file")
    lines = (
        say("report.interpreter", what=facts.interpreter or none),
        say("report.accommodations", what=facts.accommodations or none),
    )
    return _column(width, say("report.needs"), *(words(width, line, styles.TEXT) for line in lines))


def _conditions(facts: ProgressFacts) -> Words:
    label = Run(say("report.conditions"), styles.TEXT.semibold())
    text = " \u00b7 ".join(facts.conditions) or say("report.none-on-file")
    return mixed(styles.READING, (label, Run(f"  {text}", styles.TEXT)))
