"""Pages for commands: drawn in the carrying lane, released by the gate, written to a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app import facts
from app.plan_facts import PlanPageFacts
from app.progress_facts import ProgressFacts
from app.release import Draw
from models.errors import NoSuchThing
from reports.drawn import Drawn
from reports.lane import Lane


@contextmanager
def lane() -> Iterator[Lane]:
    """Give a drawing process for the time of one command."""
    drawing = Lane()
    try:
        yield drawing
    finally:
        drawing.close()


def drawer(drawing: Lane) -> Draw:
    """Return what the gate draws kept facts with.

    Raises:
        NoSuchThing: what was released was no page, as a table is none.
    """

    def draw(document: str, kept: str) -> Drawn:
        if document not in READERS:
            raise NoSuchThing("release.no-drawing", document=document)
        return drawing.draw(document, READERS[document](kept))

    return draw


# How the kept facts of each document become facts again.
READERS: dict[str, Callable[[str], object]] = {
    "progress-report": lambda kept: facts.read(ProgressFacts, kept),
    "progress-pack": lambda kept: facts.read(tuple[ProgressFacts, ...], kept),
    "treatment-plan": lambda kept: facts.read(PlanPageFacts, kept),
}
