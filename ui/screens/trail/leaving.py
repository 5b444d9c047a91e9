"""An extract from the trail on its way out: read in steps, drawn elsewhere, then let go."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from app import trail_extract
from app.desk import Desk
from app.release import Released
from app.trail_extract import ExtractFacts
from app.trail_list import Wanted
from reports import files
from reports.drawn import Drawn
from reports.lane import Lane
from ui import tasks
from ui.releasing import Failed, Leaving
from ui.screens.trail.reading import Reading, Rows

EVERYTHING = 10**9


@dataclass(frozen=True)
class Extract:
    """An extract as it stands in the preview, and what it says."""

    wanted: Wanted
    facts: ExtractFacts
    page: Drawn

    @property
    def file_name(self) -> str:
        """A name for the file that holds no name of a person: the day and the audit event."""
        return name_of(self.facts, "pdf")


def name_of(facts: ExtractFacts, ending: str) -> str:
    event = facts.audit_mark.partition("-")[0]
    return f"trail-{facts.prepared_at.date().isoformat()}-{event}.{ending}"


class Extracting(Leaving[Extract]):
    """Reads what is wanted; as pages it is shown before it leaves, as a table it leaves at once."""

    def __init__(self, desk: Desk, lane: Lane, owner: QObject, failed: Failed) -> None:
        super().__init__(desk, owner, failed, self._written)
        self._lane = lane
        self._reading = Reading(desk, owner, failed)

    def stop(self) -> None:
        self._reading.stop()

    def draw(
        self, wanted: Wanted, reached: Callable[[int], None], done: Callable[[Extract], None]
    ) -> None:
        """Read the newest events, draw them, and show them to `done`."""
        self.show(None)

        def drawn(facts: ExtractFacts) -> None:
            self._run(
                lambda: self._lane.draw(trail_extract.DOCUMENT, facts),
                lambda page: keep(Extract(wanted, facts, page)),
                lane=tasks.PAGES,
            )

        def keep(made: Extract) -> None:
            self.show(made)
            done(made)

        self._read(wanted, trail_extract.MOST, reached, drawn)

    def save_table(
        self,
        wanted: Wanted,
        target: Path,
        reached: Callable[[int], None],
        done: Callable[[Path, int, int], None],
    ) -> None:
        """Read everything, write the release down, save; `done` gets file, events, disclosure."""
        desk = self._desk

        def release(facts: ExtractFacts) -> None:
            self._run(lambda: _released(desk, wanted, facts), lambda told: write(facts, told))

        def write(facts: ExtractFacts, told: Released) -> None:
            self._run(
                lambda: files.write(target, told.page.pdf, overwrite=True),
                lambda _written: done(target, len(facts.rows), told.disclosure_id),
                lane=tasks.PAGES,
            )

        self._run(
            lambda: files.check(target, overwrite=True),
            lambda _checked: self._read(wanted, EVERYTHING, reached, release),
            lane=tasks.PAGES,
        )

    def _read(
        self,
        wanted: Wanted,
        most: int,
        reached: Callable[[int], None],
        then: Callable[[ExtractFacts], None],
    ) -> None:
        desk, found = self._desk, Rows()

        def hear(rows: Rows, before: int | None, done: bool) -> None:  # noqa: FBT001 - as it is heard
            found.extend(rows)
            reached(len(found))
            if done:
                is_cut = before is not None or len(found) > most
                taken = found[:most]
                self._run(
                    lambda: trail_extract.facts(desk, wanted, taken, is_cut=is_cut),
                    then,
                )

        self._reading.begin(wanted, most, hear)

    def _written(self, made: Extract) -> Released:
        return trail_extract.released(
            self._desk, made.wanted, made.facts, lambda _document, _facts: made.page
        )


def _released(desk: Desk, wanted: Wanted, facts: ExtractFacts) -> Released:
    data = Drawn(trail_extract.table(facts), 0)
    return trail_extract.released(
        desk, wanted, facts, lambda _document, _facts: data, trail_extract.TABLE
    )
