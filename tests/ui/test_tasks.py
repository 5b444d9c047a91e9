"""Tests the lanes: order, hand-over in the main thread, and owners that are gone."""

import threading
import time

from PySide6.QtCore import QObject

from ui import tasks


def ignore(_value: object) -> None:
    """Take a result that the test does not look at."""


def test_work_runs_elsewhere_and_its_result_comes_back_here(qapp):
    owner, seen = QObject(), []

    tasks.run(
        threading.current_thread,
        owner=owner,
        done=lambda worker: seen.append((worker, threading.current_thread())),
        failed=ignore,
    )
    tasks.settle()

    [(worker, here)] = seen
    assert worker is not here
    assert here is threading.main_thread()


def test_a_failure_comes_back_as_one(qapp):
    owner, failed = QObject(), []

    tasks.run(lambda: 1 / 0, owner=owner, done=ignore, failed=failed.append)
    tasks.settle()

    assert [type(error) for error in failed] == [ZeroDivisionError]


def test_an_owner_that_is_gone_never_hears_back(qapp):
    import shiboken6

    owner, seen, go = QObject(), [], threading.Event()

    tasks.run(go.wait, owner=owner, done=seen.append, failed=seen.append)
    shiboken6.delete(owner)
    go.set()
    tasks.settle()

    assert seen == []


def test_one_lane_keeps_the_order(qapp):
    owner, seen = QObject(), []

    for number in range(20):
        tasks.run(lambda n=number: n, owner=owner, done=seen.append, failed=ignore)
    tasks.settle()

    assert seen == list(range(20))


def test_the_page_lane_never_waits_for_the_record_lane(qapp):
    owner, go, drawn = QObject(), threading.Event(), threading.Event()

    tasks.run(go.wait, owner=owner, done=ignore, failed=ignore)
    tasks.run(drawn.set, owner=owner, done=ignore, failed=ignore, lane=tasks.PAGES)

    assert drawn.wait(5)
    go.set()
    tasks.settle()


def test_work_started_by_a_result_is_waited_for_too(qapp):
    owner, seen = QObject(), []

    tasks.run(
        lambda: 1,
        owner=owner,
        done=lambda _one: tasks.run(lambda: 2, owner=owner, done=seen.append, failed=ignore),
        failed=ignore,
    )
    tasks.settle()

    assert seen == [2]


def test_what_a_listener_announces_runs_in_the_main_thread(qapp):
    seen = []

    other = threading.Thread(
        target=lambda: tasks.announce(lambda: seen.append(threading.current_thread()))
    )
    other.start()
    other.join()
    tasks.settle()

    assert seen == [threading.main_thread()]


def test_a_drive_that_hangs_is_not_waited_for_to_the_end(qapp, monkeypatch):
    owner, seen, go = QObject(), [], threading.Event()
    monkeypatch.setattr(tasks, "PATIENCE", 0.05)

    tasks.run(go.wait, owner=owner, done=seen.append, failed=ignore, lane=tasks.DRIVES)
    tasks.settle()
    before = list(seen)
    go.set()
    monkeypatch.setattr(tasks, "PATIENCE", 10)
    tasks.settle()

    assert (before, seen) == ([], [True])


def test_what_other_lanes_do_is_waited_for_beside_a_drive_that_hangs(qapp, monkeypatch):
    owner, seen, go = QObject(), [], threading.Event()
    monkeypatch.setattr(tasks, "PATIENCE", 0.01)

    tasks.run(go.wait, owner=owner, done=ignore, failed=ignore, lane=tasks.DRIVES)
    tasks.run(lambda: time.sleep(0.1), owner=owner, done=seen.append, failed=ignore)
    tasks.settle()
    go.set()

    assert seen == [None]
