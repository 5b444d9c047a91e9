"""The recovery sheet: for someone frightened, years later, with no help.

It says only what is true of this program today, and what to do with nothing but the sheet.
"""

from app.sheet_facts import SheetFacts
from app.wording import say
from reports import dates, document, rows, sheet_key, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, mixed, words
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story
from reports.rows import Row
from reports.section import Section
from reports.sheet_key import Boxes, Log, Square
from reports.tags import Node
from reports.text import Run

WIDE = styles.READING
NUMBER = 18.0  # the number of a step
SQUARE = 156.0
FACTS = (72.0,)  # the names of the facts beside the square

# Sections that are nothing but steps, in the order in which they are needed.
STEPS = ("today", "lost")


class RecoverySheet(Document):
    """The one page with the key to a record."""

    def __init__(self, facts: SheetFacts) -> None:
        self._facts = facts

    @property
    def running(self) -> str:
        return say("sheet.title")

    def story(self) -> Story:
        steps = [_steps(name, self._facts) for name in STEPS]
        sections = (_key(self._facts), _scan(self._facts), *steps, _broken(), _openings())
        return Story(_opening(self._facts), sections)

    def foot(self) -> Foot:
        return Foot(
            say("sheet.foot.holds"), (say("sheet.foot.never"),), say("sheet.foot.where"), ()
        )


def to_bytes(facts: SheetFacts) -> bytes:
    return drawn(facts).pdf


def drawn(facts: SheetFacts) -> Drawn:
    return document.draw([RecoverySheet(facts)], say("sheet.title"))


def text(facts: SheetFacts) -> str:
    """Return the sheet as plain text, which can itself be given as a sheet file."""
    groups = "\n".join(f"{number}  {group}" for number, group in enumerate(facts.groups, 1))
    return say(
        "sheet.text",
        court=facts.court,
        record=sheet_key.spaced(facts.record_id),
        made=_made(facts),
        by=facts.made_by,
        number=_number(facts),
        groups=groups,
    )


def _opening(facts: SheetFacts) -> tuple[Block, ...]:
    half = styles.WIDE / 2
    bold = styles.TEXT.semibold()
    court = words(half, facts.court, bold)
    head = Beside(
        styles.WIDE, ((0, court), (half, words(half, say("sheet.kind"), bold, right=True)))
    )
    runs = [
        Run(say("sheet.with") + " ", styles.LEAD),
        Run(say("sheet.anyone") + " ", styles.LEAD.semibold()),
        Run(say("sheet.without"), styles.LEAD),
    ]
    title = words(styles.WIDE, say("sheet.keep"), styles.HEADING, "H1")
    rule = Rule(styles.WIDE, styles.RULE_HEAVY, 4, 6)
    return (
        head,
        rule,
        title,
        Space(styles.WIDE, 2),
        mixed(styles.WIDE, runs),
        Space(styles.WIDE, 7),
    )


def _key(facts: SheetFacts) -> Section:
    body = Stack(WIDE, (Space(WIDE, 4), Boxes(WIDE, facts.groups), Space(WIDE, 2)))
    return Section(say("sheet.key"), body, say("sheet.key.evidence"), styles.RULE_HEAVY)


def _scan(facts: SheetFacts) -> Section:
    left = SQUARE + 4
    told = [
        ("record", sheet_key.spaced(facts.record_id)),
        ("made", _made(facts)),
        ("by", facts.made_by),
        ("number", _number(facts)),
        ("typing", say("sheet.typing")),
    ]
    made = [
        Row(
            (
                (Run(say(f"sheet.fact.{name}"), styles.TEXT),),
                (Run(fact, styles.TEXT.semibold() if name == "record" else styles.TEXT),),
            )
        )
        for name, fact in told
    ]
    table = rows.table(WIDE - left, made, FACTS, states=False)
    square = Square(SQUARE, sheet_key.scanned(facts), say("sheet.scan.alt"))
    return Section(
        say("sheet.scan"), Beside(WIDE, ((0, square), (left, table))), say("sheet.scan.evidence")
    )


def _steps(name: str, facts: SheetFacts) -> Section:
    keys = [f"sheet.{name}.{number}" for number in (1, 2, 3)]
    if name == "today" and facts.number > 1:
        keys[-1] = "sheet.today.later"
    told = [say(key, number=facts.number, earlier=facts.number - 1) for key in keys]
    items = [_step(number, words_) for number, words_ in enumerate(told, 1)]
    return Section(say(f"sheet.{name}"), Stack(WIDE, tuple(items), Node("L")))


def _step(number: int, told: str) -> Beside:
    label = words(NUMBER, str(number), styles.STEP.semibold(), "Lbl")
    body = words(WIDE - NUMBER, told, styles.STEP, "LBody")
    return Beside(
        WIDE, ((0, label), (NUMBER, Stack(WIDE - NUMBER, (body, Space(WIDE, 2))))), Node("LI")
    )


def _broken() -> Section:
    return Section(say("sheet.broken"), words(WIDE, say("sheet.broken.do"), styles.STEP))


def _openings() -> Section:
    heads = tuple(say(f"sheet.log.{name}") for name in ("date", "by", "why", "initials"))
    return Section(say("sheet.log"), Log(WIDE, heads), say("sheet.log.evidence"))


def _number(facts: SheetFacts) -> str:
    """Return the number, and what the sheet before it is still good for."""
    if facts.number == 1:
        return str(facts.number)
    return say("sheet.number.later", number=facts.number, earlier=facts.number - 1)


def _made(facts: SheetFacts) -> str:
    day = facts.made_at.date()
    return f"{dates.weekday(day)}, {day.year}, {dates.clock(facts.made_at)}"
