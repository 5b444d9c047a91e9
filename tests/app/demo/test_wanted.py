from datetime import date

import pytest

from app.demo.wanted import SampleWanted, refuse_unreasonable
from app.errors import sentence
from models.errors import BadInput

AS_OF = date(2026, 11, 23)


@pytest.mark.parametrize(
    "wish",
    [{"participants": 1}, {"participants": 20_000}, {"months": 1}, {"months": 60}],
)
def test_the_limits_themselves_are_allowed(wish) -> None:
    refuse_unreasonable(SampleWanted(AS_OF, **wish))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"participants": 0}, "1 to 20,000"),
        ({"participants": 20_001}, "1 to 20,000"),
        ({"months": 0}, "1 to 60"),
        ({"months": 61}, "1 to 60"),
    ],
)
def test_what_is_beyond_a_limit_is_refused_with_the_limit(wish, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        refuse_unreasonable(SampleWanted(AS_OF, **wish))

    assert said in sentence(caught.value)


def test_eighteen_months_reach_back_a_year_and_a_half() -> None:
    assert SampleWanted(AS_OF).first == date(2025, 5, 24)
