"""Pages for commands: drawn in the carrying lane, released by the gate, written to a file."""

from collections.abc import Iterator
from contextlib import contextmanager

from app import facts
from app.progress_facts import ProgressFacts
from app.release import Draw
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
    """Return what the gate draws kept facts with."""

    def draw(document: str, kept: str) -> Drawn:
        return drawing.draw(document, facts.read(ProgressFacts, kept))

    return draw
