"""Tests the passphrases that Milepost makes."""

import math

from app.vault import passphrase, word_list
from app.vault.passphrase import Strength


def test_a_made_passphrase_is_five_words_of_the_list():
    words = word_list.five_words().split()

    assert len(words) == word_list.WORDS
    assert set(words) <= set(word_list.listed())


def test_two_made_passphrases_are_not_the_same():
    assert word_list.five_words() != word_list.five_words()


def test_the_list_is_long_enough_and_says_nothing_twice():
    words = word_list.listed()

    assert len(set(words)) == len(words)
    assert math.log2(len(words)) * word_list.WORDS > 51


def test_every_word_can_be_typed_on_any_keyboard():
    assert all(
        word.isascii() and word.islower() and 3 <= len(word) <= 9
        for word in map(str, word_list.listed())
    )


def test_a_made_passphrase_is_always_strong_enough():
    for _ in range(50):
        made = word_list.five_words()

        passphrase.refuse_weak(made)
        assert passphrase.strength(made) is Strength.STRONG
