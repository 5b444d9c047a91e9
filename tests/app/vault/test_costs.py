import resource
from pathlib import Path

import pytest

from app.vault import costs
from app.vault.keys import Cost
from models.errors import Damaged

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


@pytest.fixture
def little_memory():
    """A computer that gives no more memory than this process has and half a gigabyte."""
    limits = resource.getrlimit(resource.RLIMIT_AS)
    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    used = int(pages) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 29), limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, limits)


@pytest.mark.usefixtures("little_memory")
def test_a_cost_beyond_the_memory_of_this_computer_is_told_as_damage():
    with pytest.raises(Damaged) as caught:
        costs.stretched("five words", bytes(16), Cost(m=1048576))

    assert (caught.value.key, caught.value.problem) == ("key-file.memory", "key-file")
    assert len(costs.stretched("five words", bytes(16), Cost())) == 32
