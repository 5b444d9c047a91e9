"""The certificate that a file was destroyed: for the court's order file, years later, by itself.

It says what is gone, what stays, and which copies still hold the person; it never says who it was.
"""

from app import choice_words
from app.certificate_facts import CertificateFacts, Copy
from app.wording import has, say
from reports import dates, document, rows, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, words
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story
from reports.plan_sections import SignatureLine, Together
from reports.rows import Row
from reports.section import Section
from reports.text import Run

WIDE = styles.READING
FACTS = (108.0,)
COPIES = (38.0, 284.0)  # number, what it is; until when takes the rest


class Certificate(Document):
    """One destruction; equal facts give equal bytes."""

    def __init__(self, facts: CertificateFacts) -> None:
        self._facts = facts

    @property
    def running(self) -> str:
        return say("certificate.running", mark=self._facts.mark_after)

    def story(self) -> Story:
        facts = self._facts
        sections = (
            _order(facts),
            _done(facts),
            _removed(facts),
            _copies(facts),
            _elsewhere(facts),
            _signed(facts),
        )
        return Story(_opening(facts), sections)

    def foot(self) -> Foot:
        return Foot(
            say("certificate.foot.keep"),
            (say("certificate.foot.nobody"), say("certificate.foot.chain")),
            say("report.foot.where"),
            (say("report.foot.audit-mark", mark=self._facts.mark_after),),
        )


def drawn(facts: CertificateFacts) -> Drawn:
    return document.draw([Certificate(facts)], say("certificate.title"))


def _opening(facts: CertificateFacts) -> tuple[Block, ...]:
    wide, bold = styles.WIDE, styles.TEXT.semibold()
    half = wide / 2
    kind = words(half, say("certificate.title"), bold, right=True)
    return (
        Beside(wide, ((0, words(half, facts.court, bold)), (half, kind))),
        Rule(wide, styles.RULE_HEAVY, 4, 6),
        words(wide, say("certificate.head"), styles.HEADING, "H1"),
        Space(wide, 2),
        words(wide, say("certificate.lead"), styles.LEAD),
        Space(wide, 7),
    )


def _order(facts: CertificateFacts) -> Section:
    """The order as it was typed; printed again, lines to write it on."""
    day = dates.full(facts.ordered_on) if facts.ordered_on else ""
    told = (
        ("kind", choice_words.words(facts.kind)),
        ("number", facts.number),
        ("dated", day),
        ("by", facts.ordered_by),
    )
    evidence = "" if facts.number else say("certificate.order.by-hand")
    return Section(say("certificate.order"), _facts("order", told), evidence)


def _done(facts: CertificateFacts) -> Section:
    at = facts.destroyed_at
    told = (
        ("at", f"{dates.full(at.date())}, {dates.clock(at)}"),
        ("by", facts.destroyed_by),
        ("before", facts.mark_before),
        ("after", facts.mark_after),
        ("first", facts.known_by),
    )
    return Section(say("certificate.done"), _facts("done", told))


def _facts(part: str, told: tuple[tuple[str, str], ...]) -> Stack:
    made = [
        Row(
            (
                (Run(say(f"certificate.{part}.{name}"), styles.TEXT),),
                (Run(value or say("certificate.blank"), styles.TEXT.semibold()),),
            )
        )
        for name, value in told
    ]
    return rows.table(WIDE, made, FACTS, states=False)


def _removed(facts: CertificateFacts) -> Section:
    counted = sorted((_name(each.table), each.count) for each in facts.removed)
    told = "; ".join(f"{name}:{dates.GLUE}{count}" for name, count in counted)
    total = sum(count for _name_, count in counted)
    body = Stack(
        WIDE,
        (
            words(WIDE, say("certificate.removed.total", n=total), styles.TEXT.semibold()),
            Space(WIDE, 2),
            words(WIDE, told, styles.TEXT),
            Space(WIDE, 4),
            words(WIDE, say("certificate.stays"), styles.TEXT),
        ),
    )
    return Section(say("certificate.removed"), body)


def _name(table: str) -> str:
    own = f"sealing.rows.{table}"
    return say(own) if has(own) else say(f"entity.{table}")


def _copies(facts: CertificateFacts) -> Section:
    blocks: list[Block] = []
    if facts.copies:
        blocks.append(
            rows.table(WIDE, [_copy(each) for each in facts.copies], COPIES, states=False)
        )
        blocks.append(words(WIDE, say("certificate.copies.rule"), styles.EVIDENCE))
    else:
        blocks.append(words(WIDE, say("certificate.copies.none"), styles.TEXT.semibold()))
    blocks += [Space(WIDE, 4), words(WIDE, say("certificate.copies.again"), styles.TEXT)]
    blocks += [Space(WIDE, 4), *_beside(facts)]
    return Section(say("certificate.copies"), Stack(WIDE, tuple(blocks)))


def _copy(each: Copy) -> Row:
    place = each.place or say("certificate.copies.no-place")
    where = ", ".join(part for part in (place, each.kept_at, each.file) if part)
    made = say("certificate.copies.made", day=dates.dated(each.made_on), where=where)
    until = say("certificate.copies.ever")
    if each.until is not None:
        until = say("certificate.copies.until", day=dates.dated(each.until))
    return Row((_cell(say("certificate.copies.number", n=each.number)), _cell(made), _cell(until)))


def _cell(text: str) -> tuple[Run, ...]:
    return (Run(text, styles.TEXT),)


def _beside(facts: CertificateFacts) -> list[Block]:
    """Name the copies in the record's own folder; no rule ever takes them away."""
    if not facts.beside:
        return [words(WIDE, say("certificate.beside.none"), styles.TEXT)]
    names = [words(WIDE, name, styles.TEXT) for name in facts.beside]
    return [words(WIDE, say("certificate.beside"), styles.TEXT.semibold()), *names]


def _elsewhere(facts: CertificateFacts) -> Section:
    left = "; ".join(
        say("certificate.left.one-recipient", who=choice_words.words(each.recipient), n=each.pages)
        for each in facts.left
    )
    told = [
        say("certificate.left", pages=left) if left else say("certificate.left.none"),
        say("certificate.mentions", n=facts.mentions)
        if facts.mentions
        else say("certificate.mentions.none"),
        say("certificate.unknown"),
    ]
    body = Stack(WIDE, tuple(words(WIDE, each, styles.TEXT) for each in told))
    return Section(say("certificate.elsewhere"), body)


def _signed(facts: CertificateFacts) -> Section:
    lines = (
        SignatureLine(say("certificate.sign.done", name=facts.destroyed_by), ()),
        SignatureLine(say("certificate.sign.seen"), ()),
    )
    return Section(say("certificate.sign"), Together(WIDE, lines), weight=styles.RULE_HEAVY)
