"""The sentence a person reads for each trouble, and the class for faults of our own."""

from app.wording import say
from models.errors import Trouble


class Mistake(Exception):  # noqa: N818 - the house sorts failures into Trouble and Mistake
    """A fault of this program; it is reported without anything about a participant."""


def sentence(trouble: Trouble) -> str:
    """Return what is wrong and what to do next, in one or two sentences."""
    return say(trouble.key, **trouble.facts)
