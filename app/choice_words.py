"""A choice as a person reads it, the same words on every form and in the trail."""

import re
from enum import StrEnum

from app.wording import say

BETWEEN = re.compile(r"(?<!^)(?=[A-Z])")


def words(choice: StrEnum) -> str:
    return say(f"choice.{_name(type(choice))}.{choice.value}")


def all_of(choices: type[StrEnum]) -> list[tuple[str, str]]:
    """Return value and words of every choice, in the order in which they are declared."""
    return [(choice.value, words(choice)) for choice in choices]


def _name(choices: type[StrEnum]) -> str:
    return BETWEEN.sub("-", choices.__name__).lower()
