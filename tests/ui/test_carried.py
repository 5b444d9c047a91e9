"""Tests what leads the carrying process in common: the pace of its words, and its end."""

import pytest

from app.backup.carrying import CancelledError, Carrier
from app.backup.writing import Stage
from models.errors import NoSpace
from ui import carried, tasks
from ui.carried import CarriedWork, Pace


def test_words_come_at_a_pace_to_read_and_the_last_one_in_any_case(qapp, monkeypatch):
    now = [10.0]
    monkeypatch.setattr(carried.time, "monotonic", lambda: now[0])
    told = []
    pace = Pace(lambda stage, part: told.append((stage, part)))

    pace(Stage.WRITE, 1, 4)
    pace(Stage.WRITE, 2, 4)
    now[0] += 2 * carried.TELL_EVERY
    pace(Stage.WRITE, 3, 4)
    pace(Stage.WRITE, 4, 4)
    pace(Stage.THIN, 0, 0)
    tasks.settle()

    assert told == [
        (Stage.WRITE, 0.25),
        (Stage.WRITE, 0.75),
        (Stage.WRITE, 1.0),
        (Stage.THIN, 0.0),
    ]


@pytest.mark.parametrize(
    ("error", "signal"), [(CancelledError(), "called_off"), (NoSpace("space.gone"), "failed")]
)
def test_whatever_ends_it_ends_the_process_too(court, qtbot, error, signal):
    work = CarriedWork(court)
    work._carrier = carrier = Carrier()

    with qtbot.waitSignal(getattr(work, signal)):
        work._fail(error)

    assert carrier.is_cancelled
    assert not work.is_running


def test_what_is_dropped_is_called_off(court):
    work = CarriedWork(court)
    work.drop()
    work._carrier = carrier = Carrier()

    work.drop()

    assert carrier.is_cancelled
