"""The progress report, judge's copy: the page that the whole program exists to print."""

from collections.abc import Sequence

from app.progress_facts import ProgressFacts
from app.wording import say
from reports import dates, document, order, progress_head, progress_sections
from reports.document import Document, Foot
from reports.drawn import Drawn
from reports.layout import Story
from reports.section import Section


class ProgressReport(Document):
    """One participant's report for one hearing; equal facts give equal bytes."""

    def __init__(self, facts: ProgressFacts) -> None:
        self._facts = facts
        number, size = facts.hearing.number, facts.hearing.docket_size
        if number is not None:
            of = say("report.tab.of", size=size) if size is not None else ""
            self.tab = (str(number), of)

    @property
    def outline(self) -> str:
        number = self._facts.hearing.number
        case = self._facts.case_number
        return case if number is None else say("report.outline", number=number, case=case)

    @property
    def running(self) -> str:
        return say(
            "report.running", case=self._facts.case_number, day=dates.full(self._facts.hearing.on)
        )

    def story(self) -> Story:
        made = [make(self._facts) for make in progress_sections.SECTIONS]
        return Story(
            opening=progress_head.opening(self._facts),
            sections=tuple(made),
            closing=order.closing(),
            shorten=_giving_way(made),
        )

    def foot(self) -> Foot:
        facts = self._facts
        notes = [say("report.foot.consent")]
        if facts.unverified:
            notes.append(say("report.foot.unverified", what="; ".join(facts.unverified)))
        at = f"{dates.dated(facts.prepared_at.date())}, {dates.clock(facts.prepared_at)}"
        notes.append(say("report.foot.prepared", by=facts.prepared_by, at=at))
        as_of = f"{dates.weekday(facts.data_as_of)}, {facts.data_as_of.year}"
        return Foot(
            law=say("report.foot.law"),
            notes=tuple(notes),
            where=say("report.foot.where"),
            marks=(
                say("report.foot.as-of", day=as_of),
                say("report.foot.audit-mark", mark=facts.audit_mark),
            ),
        )


def to_bytes(facts: ProgressFacts) -> bytes:
    return drawn(facts).pdf


def pack(all_facts: tuple[ProgressFacts, ...]) -> bytes:
    return drawn_pack(all_facts).pdf


def drawn(facts: ProgressFacts) -> Drawn:
    """Return the report of one participant."""
    return document.draw([ProgressReport(facts)], say("report.title"))


def drawn_pack(all_facts: Sequence[ProgressFacts]) -> Drawn:
    """Return the reports of everyone on a docket as one PDF, with an outline by case number."""
    reports = [ProgressReport(facts) for facts in all_facts]
    return document.draw(reports, say("report.title.pack"), pack=True)


def _giving_way(sections: Sequence[Section]) -> tuple[int, ...]:
    """Evidence gives way from the bottom up: the plan, the strip's words, the exceptions."""
    places = [place for place, section in enumerate(sections) if section.short is not None]
    return tuple(reversed(places))
