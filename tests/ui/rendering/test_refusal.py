"""Tests that a refusal carries the key of its sentence."""

from app.showing import REFUSALS
from ui.rendering.refusal import RefusedError


def test_a_refusal_says_which_sentence_is_to_be_read():
    assert {str(RefusedError(key)) for key in REFUSALS} == set(REFUSALS)
