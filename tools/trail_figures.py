"""Figures for docs/trials/trail.md: how a trail grows, and what verifying it costs a window.

`python -m tools.trail_figures court` makes five years of a court of sixty; `... window` makes half
a million events, verifies them behind a window that somebody types in, and looks at every slot.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app import audit, demo, trail_checks, trail_list
from app.desk import Desk
from app.measuring import enter_people
from app.trail_list import Wanted
from app.trail_walk import Walk
from app.vault import creation
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from models import trail
from models.trail import Event

PASSPHRASE = "invented people only, for measuring"  # noqa: S105 - of a record dropped here
PEOPLE, MONTHS = 60, 60
DAYS = 21 * MONTHS  # days on which somebody works
VIEWS, CORRECTIONS, PRINTED = 25, 6, 4  # on each of them
EVENTS = 500_000
AT_ONCE = 5_000
STEP_MS = 40  # between two keys of somebody who types fast
WORDS = "begaye tsosie quintana 2026 munoz "


def main(words: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="milepost-trail-") as name:
        told = {"court": _court, "window": _window}[words[0]](Path(name))
    print(json.dumps(told, indent=2))


def _court(folder: Path) -> dict[str, Any]:
    """Five years of what a case manager does, as far as the trail can tell them apart."""
    record = _made(folder)
    wanted = demo.SampleWanted(record.desk.today(), participants=PEOPLE, months=MONTHS)
    demo.fill(record.desk, wanted)
    entered = _count(record.desk)
    for day in range(DAYS):
        _work_a_day(record.desk, day)
    told = {"entered": entered} | _figures(record)
    record.close()
    return told | {"file_mb": round(record.files.record.stat().st_size / 1e6, 1)}


def _work_a_day(desk: Desk, day: int) -> None:
    """Chain a day beside the entries: openings, pages looked at, corrections, prints, a backup."""
    who = [1 + (day * 7 + number) % PEOPLE for number in range(VIEWS)]
    change: dict[str, list[Any]] = {
        "words": ["Called, no answer.", "Called, no answer; wrote a letter."]
    }
    printed: dict[str, list[Any]] = {
        "document": [None, "progress-report"],
        "pages": [None, 1],
        "mark": [None, "x" * 24],
    }
    events = [Event("unlocked"), *(Event("viewed", person_id=each) for each in who)]
    events += [Event("update", "note", 1, each, change) for each in who[:CORRECTIONS]]
    events += [Event("insert", "disclosure", 1, each, printed) for each in who[:PRINTED]]
    events += [Event("insert", "backup", 1, changes=printed), Event("locked")]
    with desk.work() as session:
        trail.record(session, *events)


def _window(folder: Path) -> dict[str, Any]:
    record = _made(folder)
    enter_people(record.desk, PEOPLE)
    values = {f"column_{number}": [None, "a value of ordinary length"] for number in range(8)}
    while _count(record.desk) < EVENTS:
        with record.desk.work() as session:
            made = (Event("insert", "note", n, 1 + n % PEOPLE, values) for n in range(AT_ONCE))
            trail.record(session, *made)
    told = _figures(record)
    with record.desk.read() as session:
        told["rare_event_ms"] = _milliseconds(lambda: _looked_for(session, record.desk.zone))
    told |= _behind_a_window(record)
    record.close()
    return told


def _figures(record: Record) -> dict[str, Any]:
    key = record.unlocked.keys.audit
    with record.desk.read() as session:
        connection = session.connection()
        sizes = connection.exec_driver_sql(
            "SELECT (SELECT sum(length(body) + 160) FROM audit), "
            "(SELECT sum(length(sealed)) FROM audit_value)"
        ).one()
        began = time.perf_counter()
        whole = audit.verify(connection, key)
        spent = time.perf_counter() - began
    if whole.problems:
        raise AssertionError("nobody touched this trail")
    return {
        "events": whole.events,
        "chain_mb": round(sizes[0] / 1e6, 1),
        "values_mb": round(sizes[1] / 1e6, 1),
        "verify_s": round(spent, 2),
        "new_events_ms": {str(count): _new(record, count) for count in (100, 500, 1000)},
    }


def _new(record: Record, count: int) -> float:
    """Return the milliseconds that a verification of `count` new events takes, found and read."""
    key = record.unlocked.keys.audit
    with record.desk.read() as session:
        whole = Walk(key)
        while whole.step(session.connection(), 1000):
            pass
    with record.desk.work() as session:
        trail_checks.keep(session, whole)
        trail.record(session, *[Event("viewed", person_id=1)] * (count - 1))

    def once() -> None:
        with record.desk.read() as session:
            walk = trail_checks.due(session.connection(), key)
            if walk.is_whole:
                raise AssertionError("only what is new is due")
            while walk.step(session.connection()):
                pass

    return statistics.median(_milliseconds(once) for _ in range(5))


def _looked_for(session: Any, zone: str) -> None:
    trail_list.page(session, Wanted(words="zebra"), zone=zone)


def _behind_a_window(record: Record) -> dict[str, Any]:
    """Verify everything while somebody types into the list; tell the longest slots."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - the other half needs no window

    from reports.lane import Lane  # noqa: PLC0415
    from ui import launch, tasks, theme  # noqa: PLC0415
    from ui.navigation import Tools  # noqa: PLC0415
    from ui.screens.trail.watch import Watch  # noqa: PLC0415
    from ui.shell import Shell  # noqa: PLC0415
    from ui.watchdog import WatchedApplication  # noqa: PLC0415

    app = launch.application(WatchedApplication)
    theme.apply(app, theme.Theme())
    lane = Lane()
    shell = Shell(Tools(record, lane), "Bench Court")
    shell.resize(1366, 696)
    shell.show()
    page = shell.participants
    tasks.settle()
    watch, loop, typing = Watch(record, shell), QEventLoop(), QTimer(shell)
    typed = iter(WORDS * 100_000)
    waits: list[float] = []

    def type_one() -> None:
        letter, began = next(typed), time.perf_counter()
        page.filter.setText("" if letter == " " else page.filter.text() + letter)
        QTimer.singleShot(0, shell, lambda: waits.append(1000 * (time.perf_counter() - began)))

    def rest(seconds: float) -> tuple[list[str], list[float]]:
        getattr(app, "held").clear()  # noqa: B009 - typed as a plain application
        waits.clear()
        QTimer.singleShot(int(1000 * seconds), loop.quit)
        loop.exec()
        return [str(each) for each in getattr(app, "held")], sorted(waits)  # noqa: B009

    typing.timeout.connect(type_one)
    typing.start(STEP_MS)
    alone, alone_waits = rest(20)
    watch.ended.connect(lambda _walk: loop.quit())
    began = time.perf_counter()
    watch.begin(whole=True)
    held, held_waits = rest(600)
    spent = time.perf_counter() - began
    typing.stop()
    shell.hide()
    tasks.settle()
    lane.close()
    return {
        "behind_the_window_s": round(spent, 1),
        "slots_over_50_ms": held,
        "slots_over_50_ms_without": alone,
        "key_ms": _spread(held_waits),
        "key_ms_without": _spread(alone_waits),
    }


def _spread(spent: list[float]) -> dict[str, float]:
    return {
        "keys": len(spent),
        "median": round(statistics.median(spent), 2),
        "p99": round(spent[int(len(spent) * 0.99)], 2),
        "most": round(spent[-1], 2),
    }


def _made(folder: Path) -> Record:
    path = folder / "court.milepost"
    creation.create(path, creation.Wanted("Bench Court", "bench", PASSPHRASE, "America/Denver"))
    return open_record(path, Secret(passphrase=PASSPHRASE))


def _count(desk: Desk) -> int:
    with desk.read() as session:
        return trail_list.count(session)


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return round(1000 * (time.perf_counter() - began), 1)


if __name__ == "__main__":
    main(sys.argv[1:])
