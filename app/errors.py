"""The sentence a person reads for each trouble, and the class for faults of our own."""

from collections.abc import Mapping

from app.wording import say
from models.errors import BadInput, Trouble


class Mistake(Exception):  # noqa: N818 - the house sorts failures into Trouble and Mistake
    """A fault of this program; it is reported without anything about a participant."""


class Invalid(BadInput):
    """Answers of a form that cannot be taken; nothing was changed. One sentence a key."""

    def __init__(self, mistakes: Mapping[str, str]) -> None:
        super().__init__("typed.invalid", n=len(mistakes))
        self.mistakes = dict(mistakes)


def sentence(trouble: Trouble) -> str:
    """Return what is wrong and what to do next, in one or two sentences."""
    return say(trouble.key, **trouble.facts)
