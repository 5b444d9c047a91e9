import pytest

from app.imports import values
from app.imports.values import ValueMistake


@pytest.mark.parametrize(
    "name", ["O'Dell", "O\u2019Dell", "Hózhǫ́ Yázhí", "Łǫ́\u02bctsoí", "明", "José"]
)
def test_a_name_keeps_its_letters_and_its_apostrophe(name):
    assert values.legible(name) == name


def test_a_cell_with_line_breaks_becomes_one_line():
    assert values.legible(" Mary\r\nAnn\u00a0 Tso ") == "Mary Ann Tso"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Tso\x07", "U+0007"),
        ("Tso\x00", "U+0000"),
        ("\ud800Tso", "U+D800"),
        ("T\x85o", "U+0085"),
        ("\u202eosT", "U+202E"),
    ],
)
def test_a_character_that_nobody_can_see_is_refused_by_its_code(cell, code):
    with pytest.raises(ValueMistake) as caught:
        values.legible(cell)

    assert caught.value.facts == {"code": code}


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", "#name?"])
def test_an_error_of_the_spreadsheet_is_no_value(cell):
    with pytest.raises(ValueMistake) as caught:
        values.legible(cell)

    assert caught.value.key == "import.cell.error"


@pytest.mark.parametrize("text", ["-", "\u2013", "N/A", "none", "NULL"])
def test_some_words_say_that_there_is_nothing(text):
    assert values.says_nothing(text)


@pytest.mark.parametrize("text", ["", "Na", "0", "No"])
def test_other_words_do_not(text):
    assert not values.says_nothing(text)


def test_text_over_the_limit_is_refused_and_never_cut():
    assert values.within("abc", 3) == "abc"
    assert values.within("abcd", None) == "abcd"

    with pytest.raises(ValueMistake) as caught:
        values.within("abcd", 3)

    assert caught.value.facts == {"limit": 3, "length": 4}
