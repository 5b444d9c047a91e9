"""Tests that every choice that is kept can be read."""

import inspect
from enum import StrEnum

import pytest

from app import choice_words
from models import choices, court

ENUMS = [
    each
    for module in (choices, court)
    for _name, each in inspect.getmembers(module, inspect.isclass)
    if issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_every_choice_has_words(enum):
    told = choice_words.all_of(enum)

    assert [value for value, _words in told] == [choice.value for choice in enum]
    assert all(words and words[0].isupper() for _value, words in told)
