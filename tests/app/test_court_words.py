from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import court_words, medicines
from app.wording import say

NAMES = sorted(each["name"] for each in medicines._table()["medicines"]) + sorted(
    medicines._table()["brands"]
)


@given(
    st.text(max_size=20),
    st.sampled_from(NAMES),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.text(max_size=20),
)
def test_no_text_that_names_a_medicine_gets_out(before, name, case, after):
    told = court_words.withhold(f"{before} {case(name)} {after}")

    assert told == say("court.withheld")
    assert not medicines.named_in(told)


@pytest.mark.parametrize("text", ["Found a sponsor.", "Wants to see his son.", ""])
def test_any_other_text_is_said_as_it_stands(text):
    assert court_words.withhold(text) == text


def test_a_date_inside_a_line_is_short():
    assert court_words.short_date(date(2026, 11, 9)) == "Nov 9"
    assert {court_words.short_date(date(2026, month, 1)) for month in range(1, 13)} >= {
        "Jan 1",
        "Dec 1",
    }
