"""Kills the real window twice while somebody types: at most two seconds of typing are lost."""

import random

import pytest

from tests.journeys import homes, kills, screen
from tests.journeys.screen import Screen

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(bool(screen.missing()), reason=f"there is no {screen.missing()} here"),
]


def test_a_window_that_is_killed_loses_at_most_two_seconds_of_typing(tmp_path):
    record = homes.with_new_record(tmp_path)
    chosen = random.Random(11)  # noqa: S311 - moments, no secret

    with Screen(tmp_path) as shown:
        found = [kills.kill_once(shown, record, number, chosen) for number in range(2)]

    for lost in found:
        assert len(lost.typed) > 2
        assert lost.typed.startswith(lost.kept)
        assert lost.seconds <= 2
        assert lost.saved_is_there
        assert lost.problems == ()
