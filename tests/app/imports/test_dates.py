from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports import dates
from app.imports.values import ValueMistake

TODAY = date(2026, 11, 22)
SEVENTH_OF_MARCH = date(2026, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "03/07/2026",
        "3/7/26",
        "3-7-2026",
        "3.7.2026",
        "2026-03-07",
        "2026/3/7",
        "20260307",
        "2026-03-07 00:00:00",
        "2026-03-07T14:30:00Z",
        "3/7/2026 2:30 PM",
        "Sat 3/7/2026",
        "Mar 7, 2026",
        "march 7 2026",
        "Mar. 7th, 2026",
        "Saturday, March 7, 2026",
        "7 Mar 2026",
        "07-Mar-26",
        "46088",
        "46088.5",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert dates.day(text, TODAY) == SEVENTH_OF_MARCH


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_every_day_is_read_back_from_the_usual_ways_of_writing(day):
    written = [day.isoformat(), f"{day:%m/%d/%Y}", f"{day.month}-{day.day}-{day.year}"]

    assert {dates.day(text, TODAY) for text in written} == {day}
    assert {dates.birth(text, TODAY) for text in written} == {day}


@given(st.text(alphabet="0123456789/-. MarT:", max_size=14) | st.text(max_size=12))
def test_any_other_text_is_refused_and_never_breaks_the_program(text):
    for read in (dates.day, dates.birth):
        found = None
        with suppress(ValueMistake):
            found = read(text, TODAY)

        assert found is None or found.year >= 1900


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("02/30/1990", "import.date.impossible"),
        ("2/29/2026", "import.date.impossible"),
        ("0/7/2026", "import.date.impossible"),
        ("Foo 7, 2026", "import.date.impossible"),
        ("Ju 7, 2026", "import.date.unreadable"),
        ("Jun 31, 2026", "import.date.impossible"),
        ("25/12/2026", "import.date.order"),
        ("13/13/2026", "import.date.impossible"),
        ("soon", "import.date.unreadable"),
        ("3/7", "import.date.unreadable"),
        ("3/7-2026", "import.date.unreadable"),
        ("3/7/202", "import.date.unreadable"),
        ("12345", "import.date.unreadable"),
        ("80001", "import.date.unreadable"),
        ("03/07/0206", "import.date.year"),
        ("03/07/2062", "import.date.year"),
    ],
)
def test_an_impossible_or_unclear_day_is_refused_with_its_reason(text, key):
    with pytest.raises(ValueMistake) as caught:
        dates.day(text, TODAY)

    assert caught.value.key == key


def test_two_digits_are_a_year_of_this_century():
    assert dates.day("9/18/26", TODAY) == date(2026, 9, 18)
    assert dates.day("12/1/27", TODAY) == date(2027, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09/28/90", date(1990, 9, 28)),
        ("02/03/05", date(2005, 2, 3)),
        ("11/22/26", date(2026, 11, 22)),
        ("11/23/26", date(1926, 11, 23)),
        ("2/29/00", date(2000, 2, 29)),
        ("2/29/28", date(1928, 2, 29)),
        ("11/17/1986", date(1986, 11, 17)),
    ],
)
def test_two_digits_of_a_birth_date_are_the_latest_past_year(text, day):
    assert dates.birth(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("01/01/2031", "import.birth.future"),
        ("12/31/1899", "import.birth.early"),
        ("2/29/26", "import.date.impossible"),
    ],
)
def test_a_birth_date_lies_in_the_past_of_someone_alive(text, key):
    with pytest.raises(ValueMistake) as caught:
        dates.birth(text, TODAY)

    assert caught.value.key == key
