"""Tests that every form can be opened: words for its title, sections and groups, columns once."""

import pytest

from app.wording import say
from ui.forms.catalogue import FORMS


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_has_words_and_asks_each_question_once(form):
    keys = [ask.key for ask in form.asks()]

    assert say(f"form.{form.key}")
    assert all(say(f"form.{form.key}.{section.key}") for section in form.sections)
    assert len(keys) == len(set(keys))
    for group in form.groups():
        for words in ("", ".add"):
            assert say(f"form.group.{group.key}{words}")
        assert say(f"form.group.{group.key}.drop", number=2)
        assert say(f"form.group.{group.key}.row", number=2)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_column_that_is_asked_is_described(form):
    for ask in [*form.asks(), *(ask for group in form.groups() for ask in group.asks)]:
        assert ask.column.property.columns[0].info["field"].label
