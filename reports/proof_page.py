"""The proof of encryption on paper: for whoever must judge a loss, and was not there.

It says what the record answered and when, where that ends, and what no record can answer.
"""

from app.proof_facts import BackupFacts, CopyFacts, ProofFacts, SlotFacts, TurnFacts
from app.wording import say
from models.backup import Reread
from reports import dates, document, rows, sheet_key, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, words
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story
from reports.plan_sections import SignatureLine, Together
from reports.rows import Row
from reports.section import Section
from reports.text import Run

WIDE = styles.READING
BOLD = styles.TEXT.semibold()
BITS = 150  # of chance in the root secret; a test holds it to the vault's
RECORD = (82.0,)
OPENS = (196.0,)
TURNS = (176.0, 190.0)  # when, what; by whom takes the rest
BACKUPS = (38.0, 108.0, 174.0)  # number, when, where; how it was checked
# How the engine writes a code, and how the standards do.
CODES = {"HMAC_SHA512": "HMAC-SHA-512", "HMAC_SHA256": "HMAC-SHA-256", "HMAC_SHA1": "HMAC-SHA-1"}
LIMITS = ("open", "paper", "holder")


class Proof(Document):
    """One record at one moment; equal facts give equal bytes."""

    def __init__(self, facts: ProofFacts) -> None:
        self._facts = facts

    @property
    def running(self) -> str:
        return say("proof.running", record=sheet_key.spaced(self._facts.record_id))

    def story(self) -> Story:
        facts = self._facts
        sections = (
            _record(facts),
            _opens(facts),
            _turns(facts),
            _backups(facts),
            *([_copies(facts)] if facts.copies else []),
            _limits(),
            _lost(),
        )
        return Story(_opening(facts), sections)

    def foot(self) -> Foot:
        facts = self._facts
        at = f"{dates.dated(facts.made_at.date())}, {dates.clock(facts.made_at)}"
        prepared = say("report.foot.prepared", by=facts.made_by, at=at)
        return Foot(
            say("proof.foot.nobody"),
            (say("proof.foot.true"), prepared),
            say("report.foot.where"),
            (say("report.foot.audit-mark", mark=facts.audit_mark),),
        )


def drawn(facts: ProofFacts) -> Drawn:
    return document.draw([Proof(facts)], say("proof.title"))


def cipher_told(facts: ProofFacts) -> str:
    """Return the cipher in words; a record that is not encrypted says so first of all."""
    found = facts.cipher
    if not found.is_on:
        return say("proof.plain")
    size = f"{found.page_bytes:,}"
    return say("proof.record.cipher.told", cipher=found.cipher, bytes=size)


def code_told(facts: ProofFacts) -> str:
    """Return the code of the pages in words."""
    code = facts.cipher.code
    if not code:
        return say("proof.record.code.none")
    return say("proof.record.code.told", code=CODES.get(code, code))


def _opening(facts: ProofFacts) -> tuple[Block, ...]:
    wide = styles.WIDE
    half = wide / 2
    kind = words(half, say("proof.title"), BOLD, right=True)
    at, day = dates.clock(facts.made_at), dates.full(facts.made_at.date())
    told = say("proof.lead", version=facts.program, day=day, at=at)
    return (
        Beside(wide, ((0, words(half, facts.court, BOLD)), (half, kind))),
        Rule(wide, styles.RULE_HEAVY, 4, 6),
        words(wide, say("proof.head"), styles.HEADING, "H1"),
        Space(wide, 2),
        words(wide, told, styles.TEXT),
        Space(wide, 6),
    )


def _record(facts: ProofFacts) -> Section:
    engine = say(
        "proof.record.engine.told", engine=facts.cipher.engine, library=facts.cipher.library
    )
    told = (
        ("id", sheet_key.spaced(facts.record_id)),
        ("cipher", cipher_told(facts)),
        ("code", code_told(facts)),
        ("engine", engine),
        ("key", say("proof.record.key.told", bits=BITS)),
    )
    made = [Row((_cell(say(f"proof.record.{name}")), _strong(value))) for name, value in told]
    claims = words(WIDE, say("proof.record.claims"), styles.TEXT)
    body = Stack(WIDE, (_table(made, RECORD), Space(WIDE, 3), claims))
    return Section(say("proof.record"), body)


def _opens(facts: ProofFacts) -> Section:
    since = dates.dated(facts.sheet_since) if facts.sheet_since else ""
    sheet = Row(
        (
            _cell(say("proof.opens.sheet", number=facts.sheet, day=since)),
            _cell(say("proof.opens.sheet.cost", bits=BITS)),
        )
    )
    made = [*(_slot(slot) for slot in facts.slots), sheet]
    body = Stack(
        WIDE,
        (
            words(WIDE, say("proof.opens.what", n=len(facts.slots)), styles.TEXT),
            Space(WIDE, 2),
            _table(made, OPENS),
            Space(WIDE, 2),
            words(WIDE, say("proof.opens.earlier"), styles.TEXT),
        ),
    )
    return Section(say("proof.opens"), body)


def _slot(slot: SlotFacts) -> Row:
    who = say("proof.opens.holder", name=slot.name, role=slot.role, day=dates.dated(slot.since))
    cost = say("proof.opens.cost.unknown")
    if slot.memory_mib is not None:
        cost = say("proof.opens.cost", memory=slot.memory_mib, passes=slot.passes, lanes=slot.lanes)
    return Row((_cell(who), _cell(cost)))


def _turns(facts: ProofFacts) -> Section:
    until = say(
        "proof.turns.until",
        day=dates.dated(facts.made_at.date()),
        at=dates.clock(facts.made_at),
    )
    made = [_turn(turn) for turn in facts.turns]
    table = _table(made, TURNS) if made else words(WIDE, say("proof.turns.none"), styles.TEXT)
    body = Stack(WIDE, (table, Space(WIDE, 2), words(WIDE, until, styles.TEXT)))
    return Section(say("proof.turns"), body, say("proof.turns.evidence"))


def _turn(turn: TurnFacts) -> Row:
    number = say("proof.turns.number", seq=f"{turn.seq:,}")
    at = f"{dates.dated(turn.at.date())}, {dates.clock(turn.at)} "
    when = (Run(at, styles.TEXT), Run(number, styles.SMALL))
    return Row((when, _cell(turn.told), _cell(turn.by)))


def _backups(facts: ProofFacts) -> Section:
    if not facts.backups:
        return Section(say("proof.backups"), words(WIDE, say("proof.backups.none"), BOLD))
    blocks: list[Block] = [
        words(WIDE, say("proof.backups.what"), styles.TEXT),
        Space(WIDE, 2),
        _table([_backup(each) for each in facts.backups], BACKUPS),
    ]
    if facts.gone:
        blocks.append(words(WIDE, say("proof.backups.gone", n=facts.gone), styles.TEXT))
    evidence = say("proof.backups.evidence")
    return Section(say("proof.backups"), Stack(WIDE, tuple(blocks)), evidence)


def _backup(each: BackupFacts) -> Row:
    made = say(
        "proof.backups.made", day=dates.dated(each.made_at.date()), at=dates.clock(each.made_at)
    )
    place = each.place or say("proof.backups.no-place")
    where = ", ".join(part for part in (place, each.kept_at) if part)
    number = say("proof.backups.number", number=each.number)
    return Row((_cell(number), _cell(made), _cell(where), _cell(_checked(each))))


def _checked(each: BackupFacts) -> str:
    if each.proved_on is not None:
        return say("proof.backups.proved", day=dates.dated(each.proved_on))
    return say("proof.backups.cached" if each.reread is Reread.CACHED else "proof.backups.read")


def _copies(facts: ProofFacts) -> Section:
    body = Stack(WIDE, tuple(words(WIDE, _copy(each), styles.TEXT) for each in facts.copies))
    return Section(say("proof.copies"), body)


def _copy(each: CopyFacts) -> str:
    day = f"{dates.dated(each.began_at.date())}, {dates.clock(each.began_at)}"
    return say(f"proof.copies.{each.begun.value}", day=day)


def _limits() -> Section:
    told = tuple(words(WIDE, say(f"proof.limits.{name}"), styles.TEXT) for name in LIMITS)
    return Section(say("proof.limits"), Stack(WIDE, told))


def _lost() -> Section:
    """Say what to do, with lines for whoever reports it."""
    lines = tuple(SignatureLine(say(f"proof.lost.{name}"), ()) for name in ("what", "told"))
    body = Stack(WIDE, (words(WIDE, say("proof.lost.do"), styles.TEXT), Together(WIDE, lines)))
    return Section(say("proof.lost"), body, weight=styles.RULE_HEAVY)


def _table(made: list[Row], columns: tuple[float, ...]) -> Stack:
    return rows.table(WIDE, made, columns, states=False)


def _cell(text: str) -> tuple[Run, ...]:
    return (Run(text, styles.TEXT),)


def _strong(text: str) -> tuple[Run, ...]:
    return (Run(text, BOLD),)
