"""Tests the table of tabs."""

from app.wording import say
from ui.screens.person.tabs import TABS


def test_every_tab_has_a_word_and_a_key():
    assert len({spec.key for spec in TABS}) == len(TABS) <= 9
    assert all(say(f"person.tab.{spec.key}") for spec in TABS)
