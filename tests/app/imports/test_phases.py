from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.phases import phase
from app.imports.values import ValueMistake


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("9", 9),
        ("3.0", 3),
        ("I", 1),
        ("iv", 4),
        ("IX", 9),
        ("Phase 2", 2),
        ("PHASE III", 3),
        ("Ph. 2", 2),
        ("Ph3", 3),
        ("P4", 4),
        ("Phase Two", 2),
        ("Phase #5", 5),
        ("3 of 5", 3),
        ("2 - Clinical stabilization", 2),
        ("Phase IV: Adaptive", 4),
        ("Phase I (Acute)", 1),
        ("1 Acute stabilization", 1),
    ],
)
def test_a_phase_is_read_however_it_is_written(text, number):
    assert phase(text) == number


@pytest.mark.parametrize(
    "text", ["0", "10", "2.5", "3 - 4", "3/5", "3 or 4", "X", "IIII", "Phase", "Aftercare"]
)
def test_what_could_be_no_phase_or_two_is_refused(text):
    with pytest.raises(ValueMistake) as caught:
        phase(text)

    assert caught.value.key == "import.phase"


@given(st.text(max_size=20))
def test_any_text_is_a_phase_or_is_refused(text):
    found = 1
    with suppress(ValueMistake):
        found = phase(text)

    assert found in range(1, 10)
