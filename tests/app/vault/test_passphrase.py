import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault import passphrase
from app.vault.passphrase import Strength
from models.errors import BadInput
from tests.conftest import PASSPHRASE


@pytest.mark.parametrize(
    ("typed", "other"),
    [("se\u0303nor", "s\u1ebdnor"), ("ﬁve words", "five words"), ("Å", "\u212b")],
)
def test_one_passphrase_typed_on_two_keyboards_is_one(typed, other):
    assert passphrase.normal(typed) == passphrase.normal(other)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=30))
def test_what_is_normal_stays_so(typed):
    try:
        once = passphrase.normal(typed)
    except BadInput:  # some characters become too many
        return

    assert passphrase.normal(once) == once


@pytest.mark.parametrize("typed", ["tab\there", "line\nend", "\x00", "\ud800", "\u0378 unassigned"])
def test_what_no_keyboard_types_twice_is_refused(typed):
    with pytest.raises(BadInput) as caught:
        passphrase.normal(typed)

    assert caught.value.key == "passphrase.characters"


def test_the_limit_is_two_hundred_and_fifty_six_bytes():
    assert passphrase.normal("é" * 128)

    with pytest.raises(BadInput) as caught:
        passphrase.normal("é" * 128 + "x")

    assert caught.value.facts == {"limit": 256}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "passphrase.too-short"),
        ("fourteen chars", "passphrase.too-short"),
        ("aaaaaaaaaaaaaaaaaaaa", "passphrase.too-weak"),
        ("passwordpassword", "passphrase.too-weak"),
        ("123456789012345", "passphrase.too-weak"),
    ],
)
def test_a_new_passphrase_that_is_short_or_easy_to_guess_is_refused(typed, key):
    with pytest.raises(BadInput) as caught:
        passphrase.refuse_weak(typed)

    assert caught.value.key == key


@pytest.mark.parametrize(
    "typed", [PASSPHRASE, "mesa lantern copper violin", "x" * 3 + PASSPHRASE * 8]
)
def test_words_that_nobody_guesses_need_no_signs_or_digits(typed):
    passphrase.refuse_weak(typed)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"five words", "five words"),
        (b"five words\n", "five words"),
        (b"five words\r\n", "five words"),
        (b"five words\n\n", "five words\n"),
        (b"five words\r", "five words\r"),
        (b"\n", ""),
        (b"\xef\xbb\xbffive words", "five words"),
        (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx"),
        (b" five words ", " five words "),
        ("mu\u00f1oz".encode(), "mu\u00f1oz"),
        (b"", ""),
    ],
)
def test_a_file_loses_one_mark_and_one_line_end_and_nothing_else(data, read):
    assert passphrase.read(data) == read


def test_a_file_in_another_code_is_refused():
    with pytest.raises(BadInput) as caught:
        passphrase.read(b"mu\xf1oz")

    assert caught.value.key == "passphrase.not-text"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("short words", Strength.SHORT),
        ("passwordpassword", Strength.WEAK),
        (PASSPHRASE, Strength.STRONG),
    ],
)
def test_the_strength_of_a_passphrase_is_told_before_it_is_taken(typed, found):
    assert passphrase.strength(typed) is found
