import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import facts
from app.facts import canonical, read
from app.progress_facts import Mark, State
from models.choices import Recipient


@dataclass(frozen=True)
class Inner:
    """A fact inside another."""

    mark: Mark
    words: tuple[str, ...]
    on: date | None


@dataclass(frozen=True)
class Outer:
    """A fact with every kind of value."""

    name: str
    number: int
    share: float
    fine: bool
    day: date
    at: time
    moment: datetime
    recipient: Recipient
    state: State | None
    inner: Inner
    many: tuple[Inner, ...]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INNER = st.builds(
    Inner, st.sampled_from(Mark), st.lists(TEXTS, max_size=3).map(tuple), st.none() | st.dates()
)
OUTER = st.builds(
    Outer,
    TEXTS,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(Recipient),
    st.none() | st.sampled_from(State),
    INNER,
    st.lists(INNER, max_size=3).map(tuple),
)


@given(OUTER)
def test_facts_come_back_from_their_text_as_they_were(told):
    assert read(Outer, canonical(told)) == told


@given(OUTER)
def test_equal_facts_have_one_text(told):
    assert canonical(read(Outer, canonical(told))) == canonical(told)


def test_the_text_is_canonical_json():
    text = canonical(Inner(Mark.WAITING, ("é",), None))

    assert text == '{"mark":"waiting","on":null,"words":["é"]}'
    assert json.loads(text)


def test_values_may_stand_by_name():
    assert canonical({"b": 1, "a": (date(2026, 1, 2), None)}) == '{"a":["2026-01-02",null],"b":1}'


@pytest.mark.parametrize("value", [object(), b"bytes", {1, 2}, Inner, 1j])
def test_what_is_no_fact_is_refused(value):
    with pytest.raises(TypeError, match="no fact"):
        facts.plain(value)
