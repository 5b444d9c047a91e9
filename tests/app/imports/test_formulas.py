import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.imports.formulas import guard, unguard


@given(st.text(alphabet="'=+-@\t\r a1") | st.text())
@example("'=1+1")
@example("''-x")
def test_what_is_guarded_comes_back_exactly(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    text = f"{start}1+1"

    guarded = guard(text)

    assert guarded == f"'{text}"


@pytest.mark.parametrize("text", ["", "Tso", "O'Dell", "'Amira", "3-7", "'"])
def test_other_text_is_left_alone_both_ways(text):
    assert guard(text) == text
    assert unguard(text) == text
