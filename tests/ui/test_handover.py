"""Tests the lines that pass between the window and the process behind it."""

import pytest

from ui import handover
from ui.handover import Handover, Said, SampleLeft, Word

LEFT = Handover("Locked.", SampleLeft("/x/juniper.milepost", "five words", "Ruth Amsel", "/x"))


def test_what_is_left_comes_back_as_it_was():
    assert handover.left(handover.line_of(LEFT)) == LEFT
    assert handover.left(handover.line_of(Handover(safe=True))) == Handover(safe=True)


@pytest.mark.parametrize("word", Word)
def test_every_word_is_heard_with_what_it_leaves(word):
    assert handover.said(handover.line_of(Said(word, LEFT))) == Said(word, LEFT)


@pytest.mark.parametrize("line", ["", "words of a library", "{}", '{"word": "x"}', "3", "[]"])
def test_what_is_none_of_ours_is_not_heard(line):
    assert handover.said(line) is None
