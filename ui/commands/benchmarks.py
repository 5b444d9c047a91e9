"""`milepost bench`: how fast this computer is with Milepost, measured in one run.

What must be measured in a window is measured by a child of its own; on a machine with no screen it
is drawn off screen.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app import clock, demo, measuring, paths, reporting
from app.desk import Desk
from app.vault import comparison
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from models.choices import Recipient
from reports.lane import Lane
from ui.commands import drawing, output
from ui.commands.words import JSON, Command, Wanted

PASSPHRASE = "invented people only, for measuring"  # noqa: S105 - of a record made and dropped here
SIZES = (60, 5000, 6000)
SAMPLE = (60, 18)  # people and months of the court whose pages are asked for
PATIENCE = 300  # seconds a window may take to be measured


def run(wanted: Wanted) -> int:
    with tempfile.TemporaryDirectory(prefix="milepost-bench-") as name:
        folder = Path(name)
        figures = {"windows": [_window(folder, size) for size in SIZES]} | _figures(folder)
    if wanted.as_json:
        output.value(figures)
    else:
        output.line(json.dumps(figures, indent=2))
    return 0


def _window(folder: Path, size: int) -> dict[str, Any]:
    """Return what the real window measures on a record of `size` people."""
    path = measuring.make_record(folder, size, PASSPHRASE)
    environment = dict(os.environ)
    if sys.platform == "linux" and not ({"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys()):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(  # noqa: S603 - our own program
        paths.command_line("_measure", str(path)),
        input=PASSPHRASE.encode(),
        stdout=subprocess.PIPE,
        env=environment,
        cwd=paths.program_root(),
        timeout=PATIENCE,
        check=True,
    )
    return _summed(size, json.loads(done.stdout))


def _summed(size: int, measured: dict[str, Any]) -> dict[str, Any]:
    """Return the figures of one window, its keystrokes as median and 95th percentile."""
    spent = sorted(measured.pop("keystrokes_ms"))
    return measured | {
        "people": size,
        "keystroke_median_ms": round(statistics.median(spent), 1),
        "keystroke_p95_ms": round(spent[int(len(spent) * 0.95)], 1),
    }


def _figures(folder: Path) -> dict[str, Any]:
    with _sample(folder) as record:
        plain = comparison.plain_desk(folder / "plain.db", record.desk.zone)
        _fill(plain)
        ours, theirs = measuring.page_queries(record.desk), measuring.page_queries(plain)
        return {
            "encrypted_to_plain": round(measuring.ratio(ours, theirs), 3),
            "report_ms": _report(record),
            "backup": measuring.backups(record, folder),
            "moment": clock.now().isoformat(),
        }


@contextmanager
def _sample(folder: Path) -> Iterator[Record]:
    path = measuring.make_record(folder, 0, PASSPHRASE)
    record = open_record(path, Secret(passphrase=PASSPHRASE))
    try:
        _fill(record.desk)
        yield record
    finally:
        record.close()


def _fill(desk: Desk) -> None:
    people, months = SAMPLE
    demo.fill(desk, demo.SampleWanted(participants=people, months=months, as_of=desk.today()))


def _report(record: Record) -> dict[str, float]:
    """Return the milliseconds of one report, facts to bytes, with the lane warm."""
    with record.desk.read() as session:
        day = reporting.next_court_day(session, record.desk.today())
        people = reporting.docket_people(session, day)
    with drawing.lane() as lane:
        spent = [1000 * measuring.seconds(_one(record, lane, each, day)) for each in people]
    return {
        "median": round(statistics.median(spent[1:]), 1),
        "most": round(max(spent[1:]), 1),
    }


def _one(record: Record, lane: Lane, person_id: int, day: Any) -> Any:
    def once() -> None:
        told = reporting.facts(
            record.desk,
            person_id,
            hearing_on=day,
            recipient=Recipient.JUDGE,
            as_of=record.desk.today(),
        )
        lane.draw(reporting.DOCUMENT, told)

    return once


COMMAND = Command("bench", (JSON,), run)
