"""One page on its way out: facts read, page drawn, release written down, and only then let go.

What was shown is what leaves: the gate is given the very page that stands in the preview. A second
print or save of the same page is written down as that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from app import plan_page, release, reporting
from app.desk import Desk
from app.plan_facts import PlanPageFacts
from app.progress_facts import ProgressFacts
from app.release import Draw, Released
from models.choices import Recipient
from reports import files, protecting
from reports.drawn import Drawn
from reports.lane import Lane
from ui import printing, tasks

Failed = Callable[[Exception], None]


@dataclass(frozen=True)
class Printed:
    """One kind of page about one person: how its facts are read, and its release written down.

    `read` is given what was chosen for the page; `day` is the one in the name of its file.
    """

    document: str
    read: Callable[[Desk, int, Any], Any]
    released: Callable[[Desk, int, Any, Draw], Released]
    day: Callable[[Any], date]


@dataclass(frozen=True)
class Shown:
    """A page as it stands in the preview, and what it says."""

    person_id: int
    facts: Any  # of the kind of page
    page: Drawn
    file_name: str


class Seen(Protocol):
    """What stands in a preview: a drawn document, and a name for its file that names nobody."""

    @property
    def page(self) -> Drawn: ...

    @property
    def file_name(self) -> str: ...


Kind = TypeVar("Kind", bound=Seen)


class Leaving(Generic[Kind]):
    """Lets what is shown go by printer or file; every step in the lane it belongs to.

    `write_down` writes its release down before the bytes leave; it runs in the record lane.
    """

    def __init__(
        self,
        desk: Desk,
        owner: QObject,
        failed: Failed,
        write_down: Callable[[Kind], Released],
    ) -> None:
        self._desk = desk
        self._owner = owner
        self._failed = failed
        self._write_down = write_down
        self._released: int | None = None
        self.shown: Kind | None = None

    def show(self, shown: Kind | None) -> None:
        """Let `shown` be what leaves from now on."""
        self.shown, self._released = shown, None

    def print_out(self, title: str, done: Callable[[str, int], None]) -> None:
        """Find the printer, write the release down, print; `done` gets printer and disclosure."""

        def send(printer: str, released: Released) -> None:
            self._run(
                lambda: printing.send(released.page.pdf, printer, title),
                lambda _sent: done(printer, released.disclosure_id),
                lane=tasks.PAGES,
            )

        self._run(
            printing.printer,
            lambda printer: self._release(lambda released: send(printer, released)),
            lane=tasks.PAGES,
        )

    def save(self, target: Path, done: Callable[[Path, int], None]) -> None:
        """Check the target, write the release down, save; `done` gets file and disclosure."""
        self._run(
            lambda: files.check(target, overwrite=True),
            lambda _checked: self._release(
                lambda released: self._write(target, released.page.pdf, released, done)
            ),
            lane=tasks.PAGES,
        )

    def save_protected(
        self, target: Path, opened_by: str, done: Callable[[Path, int], None]
    ) -> None:
        """As `save`, in an envelope that only the passphrase `opened_by` opens.

        The envelope is made first: nothing is written down of a page that could not leave.
        """
        shown, desk = self.shown, self._desk
        if shown is None:
            raise AssertionError("only a page that is shown can leave")

        def wrap() -> bytes:
            files.check(target, overwrite=True)
            return protecting.protect(shown.page.pdf, opened_by)

        def write_down(wrapped: bytes) -> None:
            self._release(lambda released: tell(wrapped, released))

        def tell(wrapped: bytes, released: Released) -> None:
            self._run(
                lambda: release.saved_protected(desk, released.disclosure_id),
                lambda _told: self._write(target, wrapped, released, done),
            )

        self._run(wrap, write_down, lane=tasks.PAGES)

    def _write(
        self, target: Path, data: bytes, released: Released, done: Callable[[Path, int], None]
    ) -> None:
        # The system's own box has asked about a file that is there already.
        self._run(
            lambda: files.write(target, data, overwrite=True),
            lambda _written: done(target, released.disclosure_id),
            lane=tasks.PAGES,
        )

    def _release(self, then: Callable[[Released], None]) -> None:
        shown, before, desk = self.shown, self._released, self._desk
        if shown is None:
            raise AssertionError("only a page that is shown can leave")

        def write_down() -> Released:
            if before is not None:
                return release.again(desk, before, lambda _document, _facts: shown.page)
            return self._write_down(shown)

        def keep(released: Released) -> None:
            self._released = released.disclosure_id
            then(released)

        self._run(write_down, keep)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], lane: str = tasks.RECORD
    ) -> None:
        tasks.run(work, owner=self._owner, done=done, failed=self._failed, lane=lane)


def _report_facts(desk: Desk, person_id: int, hearing_on: date) -> ProgressFacts:
    return reporting.facts(
        desk,
        person_id,
        hearing_on=hearing_on,
        recipient=Recipient.JUDGE,
        as_of=desk.today(),
    )


def _hearing_day(facts: ProgressFacts) -> date:
    return facts.hearing.on


def _plan_day(facts: PlanPageFacts) -> date:
    return facts.data_as_of


REPORT = Printed(reporting.DOCUMENT, _report_facts, reporting.released, _hearing_day)
PLAN = Printed(plan_page.DOCUMENT, plan_page.facts, plan_page.released, _plan_day)


class Releasing(Leaving[Shown]):
    """Prepares a page of one person, the judge's report unless told, and lets it go."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        owner: QObject,
        failed: Failed,
        printed: Printed = REPORT,
    ) -> None:
        super().__init__(desk, owner, failed, self._written)
        self._lane = lane
        self._printed = printed

    def prepare(self, person_id: int, chosen: object, done: Callable[[Shown], None]) -> None:
        """Read the facts for what was chosen, and draw the page."""
        self.show(None)
        printed = self._printed

        def draw(told: Any) -> None:
            self._run(
                lambda: self._lane.draw(printed.document, told),
                lambda page: keep(Shown(person_id, told, page, self._name(told))),
                lane=tasks.PAGES,
            )

        def keep(shown: Shown) -> None:
            self.show(shown)
            done(shown)

        self._run(lambda: printed.read(self._desk, person_id, chosen), draw)

    def _name(self, told: Any) -> str:
        """Return a name for the file that holds no name of a person: day and audit event."""
        event = told.audit_mark.partition("-")[0]
        return f"{self._printed.document}-{self._printed.day(told).isoformat()}-{event}.pdf"

    def _written(self, shown: Shown) -> Released:
        return self._printed.released(
            self._desk, shown.person_id, shown.facts, lambda _document, _facts: shown.page
        )
