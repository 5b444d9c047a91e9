"""Draws a packet page by page, so that it can be followed and stopped.

Whose page cannot be drawn is left out by name; the others still print.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from app import packet, reporting
from app.court_day import DocketRow
from app.desk import Desk
from app.packet import Part
from app.progress_facts import ProgressFacts
from app.release import Released
from models.choices import Recipient
from models.errors import Trouble
from reports.drawn import Drawn
from reports.lane import Lane
from ui import failures, tasks
from ui.releasing import Failed, Leaving


@dataclass(frozen=True)
class Packet:
    """A whole packet: the pages of everybody that could be drawn, and who could not."""

    day: date
    parts: tuple[Part, ...]
    left_out: tuple[str, ...]
    page: Drawn

    @property
    def file_name(self) -> str:
        """A name for the file that holds no name of a person: the session and the audit event."""
        event = self.parts[0].facts.audit_mark.partition("-")[0]
        return f"packet-{self.day.isoformat()}-{event}.pdf"


@dataclass(frozen=True)
class Heard:
    """Whom the drawing tells: how far it is, what came of it, and that nothing did."""

    reached: Callable[[int, int], None]
    done: Callable[[Packet], None]
    empty: Callable[[tuple[str, ...]], None]


@dataclass
class _Round:
    """One drawing of a packet: whose pages are wanted, and how far it is."""

    day: date
    rows: tuple[DocketRow, ...]
    parts: list[Part] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def at(self) -> int:
        return len(self.parts) + len(self.left_out)


class Packing(Leaving[Packet]):
    """One packet at a time; what was stopped tells nobody anything more."""

    def __init__(
        self, desk: Desk, lane: Lane, owner: QObject, failed: Failed, heard: Heard
    ) -> None:
        super().__init__(desk, owner, failed, self._written)
        self._lane = lane
        self._heard = heard
        self._turn = 0

    def draw(self, court_session_id: int) -> None:
        """Draw everybody's page, then all of them as one document."""
        self.stop()
        desk = self._desk

        def read() -> _Round:
            with desk.read() as session:
                return _Round(*packet.docket(session, court_session_id))

        self._step(read, self._go_on)

    def stop(self) -> None:
        """Stop what is being drawn; nothing of it is kept."""
        self._turn += 1
        self.show(None)

    def _go_on(self, now: _Round) -> None:
        """Take the next person, or put together what there is."""
        if now.at < len(now.rows):
            self._heard.reached(now.at + 1, len(now.rows))
            self._read(now, now.rows[now.at])
        elif now.parts:
            told = tuple(part.facts for part in now.parts)
            self._step(
                lambda: self._lane.draw(packet.DOCUMENT, told),
                lambda page: self._finish(now, page),
                lane=tasks.PAGES,
            )
        else:
            self._heard.empty(tuple(now.left_out))

    def _read(self, now: _Round, row: DocketRow) -> None:
        desk = self._desk

        def read() -> ProgressFacts:
            return reporting.facts(
                desk,
                row.person_id,
                hearing_on=now.day,
                recipient=Recipient.JUDGE,
                as_of=desk.today(),
            )

        self._step(
            read, lambda told: self._draw(now, row, told), lambda error: self._skip(now, row, error)
        )

    def _draw(self, now: _Round, row: DocketRow, told: ProgressFacts) -> None:
        def keep(page: Drawn) -> None:
            now.parts.append(Part(row.person_id, told, page))
            self._go_on(now)

        self._step(
            lambda: self._lane.draw(reporting.DOCUMENT, told),
            keep,
            lambda error: self._skip(now, row, error),
            lane=tasks.PAGES,
        )

    def _skip(self, now: _Round, row: DocketRow, error: Exception) -> None:
        """Leave somebody out by name; the others are still drawn."""
        if not isinstance(error, Trouble):
            failures.show(error)
        now.left_out.append(row.said)
        self._go_on(now)

    def _finish(self, now: _Round, page: Drawn) -> None:
        self.show(Packet(now.day, tuple(now.parts), tuple(now.left_out), page))
        if self.shown is not None:
            self._heard.done(self.shown)

    def _step(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        lane: str = tasks.RECORD,
    ) -> None:
        """Do one thing in its lane, and go on only where nobody has stopped the drawing."""
        turn = self._turn

        def in_turn(call: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda value: call(value) if turn == self._turn else None

        tasks.run(
            work,
            owner=self._owner,
            done=in_turn(done),
            failed=in_turn(failed or self._failed),
            lane=lane,
        )

    def _written(self, made: Packet) -> Released:
        return packet.released(self._desk, made.parts, made.page)
