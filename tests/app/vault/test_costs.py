import pytest

from app.vault import costs
from app.vault.keys import Cost

FLOOR = Cost()


@pytest.mark.parametrize(
    ("seconds", "passes"), [(0.05, 16), (0.15, 10), (0.4, 3), (0.6, 3), (30.0, 3)]
)
def test_passes_are_raised_to_half_a_second_and_never_out_of_bounds(seconds, passes):
    raised = costs.raised(FLOOR, seconds)

    assert (raised.m, raised.t, raised.p) == (FLOOR.m, passes, FLOOR.p)
    assert raised.within_bounds()


def test_this_computer_is_measured_once_and_never_below_the_floor():
    first = costs.calibrated()

    assert first.t >= FLOOR.t
    assert first.within_bounds()
    assert costs.calibrated() is first
