"""The trail on paper: day by day, the newest event first, with what it was narrowed to."""

from itertools import groupby

from app.trail_extract import ExtractFacts, ExtractRow
from app.wording import say
from reports import dates, document, rows, styles
from reports.blocks import Beside, Block, Rule, Space, Stack, words
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story
from reports.rows import Row
from reports.section import Section
from reports.text import Run

TITLE = 220.0  # room for what kind of page this is
COLUMNS = (52.0, 150.0, 164.0)  # when, what and of whom, from what to what; by whom
HEADS = ("trail.page.at", "trail.page.did", "trail.page.changes", "trail.page.by")
BOLD = styles.TEXT.semibold()


class TrailExtract(Document):
    """Events as they were narrowed; equal facts give equal bytes."""

    def __init__(self, facts: ExtractFacts) -> None:
        self._facts = facts

    @property
    def running(self) -> str:
        return say("trail.page.running", court=self._facts.court)

    def story(self) -> Story:
        by_day = groupby(self._facts.rows, key=lambda row: row.at.date())
        days = tuple(_day(dates.dated(day), tuple(events)) for day, events in by_day)
        return Story(opening=_opening(self._facts), sections=days or (_none(),))

    def foot(self) -> Foot:
        facts = self._facts
        at = f"{dates.dated(facts.prepared_at.date())}, {dates.clock(facts.prepared_at)}"
        as_of = f"{dates.weekday(facts.prepared_at.date())}, {facts.prepared_at.year}"
        notes = [say("report.foot.consent")] if facts.names_people else []
        return Foot(
            law=say("report.foot.law" if facts.names_people else "trail.page.no-one"),
            notes=(*notes, say("report.foot.prepared", by=facts.prepared_by, at=at)),
            where=say("report.foot.where"),
            marks=(
                say("report.foot.as-of", day=as_of),
                say("report.foot.audit-mark", mark=facts.audit_mark),
            ),
        )


def drawn(facts: ExtractFacts) -> Drawn:
    """Return the extract as pages."""
    return document.draw([TrailExtract(facts)], say("trail.page.title"))


def _opening(facts: ExtractFacts) -> tuple[Block, ...]:
    wide = styles.WIDE
    left = wide - TITLE
    head = Beside(
        wide,
        (
            (0, words(left, facts.court, BOLD)),
            (left, words(TITLE, say("trail.page.kind-of-page"), BOLD, right=True)),
        ),
    )
    count = say("trail.page.count", n=len(facts.rows), count=f"{len(facts.rows):,}")
    if facts.is_cut:
        count = say("trail.page.cut", count=f"{len(facts.rows):,}")
    told = (count, *(facts.narrowed or (say("trail.page.everything"),)))
    return (
        Space(wide, 2),
        head,
        Rule(wide, styles.RULE_HEAVY, 3, 5),
        words(wide, say("trail.page.title"), styles.NAME, "H1"),
        words(wide, " \u00b7 ".join(told), styles.TEXT),
        Space(wide, 6),
        _heads(),
        Space(wide, 3),
    )


def _heads() -> Beside:
    """Name the columns once, over all days; each row says for itself what it is."""
    left = styles.NAMES + styles.GUTTER
    placed: list[tuple[float, Block]] = []
    for key, room in zip(HEADS, (*COLUMNS, styles.READING - sum(COLUMNS)), strict=True):
        placed.append((left, words(room - rows.BETWEEN, say(key), styles.EVIDENCE)))
        left += room
    return Beside(styles.WIDE, tuple(placed))


def _day(day: str, events: tuple[ExtractRow, ...]) -> Section:
    made = [_row(event) for event in events]
    body = rows.table(styles.READING, made, COLUMNS, states=False)
    return Section(day, body, weight=styles.RULE_LINE)


def _none() -> Section:
    body = Stack(styles.READING, (words(styles.READING, say("trail.page.none"), styles.TEXT),))
    return Section(say("trail.page.events"), body)


def _row(event: ExtractRow) -> Row:
    of = ", ".join(part for part in (event.name, event.case) if part)
    did = [Run(event.did, BOLD), *([Run(f" {of}", styles.TEXT)] if of else [])]
    reason = say("trail.reason", reason=event.reason) if event.reason else ""
    changes = "; ".join(part for part in (event.changes, reason) if part)
    number = say("trail.page.number", seq=f"{event.seq:,}")
    when = (Run(f"{dates.clock(event.at)} ", styles.TEXT), Run(number, styles.SMALL))
    return Row((when, tuple(did), (Run(changes, styles.TEXT),), (Run(event.by, styles.TEXT),)))
