import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import fonts
from reports.fonts import REGULAR, REPLACEMENT, SEMIBOLD


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Ńłíí\u02bc", "Ńłíí\u02bc"),
        ("\u02bcAshkii Ǧ Ȟ ŋ \u02bb", "\u02bcAshkii Ǧ Ȟ ŋ \u02bb"),
        ("n\u0303o", "ño"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("so\u00adft jo\u200dined \ufeff", "soft joined "),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_text_is_drawn_as_it_was_meant(typed, drawn):
    assert fonts.clean(typed) == drawn


@pytest.mark.parametrize(
    "odd", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800", "😀", "ש", "漢", "\ue000"]
)
def test_what_cannot_be_drawn_leaves_a_visible_mark(odd):
    assert fonts.clean(f"a{odd}b") == f"a{REPLACEMENT}b"


@given(st.text())
def test_clean_text_is_always_in_both_fonts(typed):
    cleaned = fonts.clean(typed)

    for letter in cleaned.replace("\n", ""):
        assert ord(letter) in fonts.widths(REGULAR)
        assert ord(letter) in fonts.widths(SEMIBOLD)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(typed):
    assert fonts.clean(fonts.clean(typed)) == fonts.clean(typed)


def test_width_grows_with_size_and_weight():
    small = fonts.width("Dani Marsh", REGULAR, 10)

    assert fonts.width("Dani Marsh", REGULAR, 20) == pytest.approx(2 * small)
    assert fonts.width("Dani Marsh", SEMIBOLD, 10) > small


def test_every_digit_is_equally_wide():
    for font in (REGULAR, SEMIBOLD):
        assert len({fonts.width(digit, font, 10) for digit in "0123456789"}) == 1
