"""`milepost self-test`: every part of the program tried once, on invented people.

It is what a frozen program proves itself with: a missing data file or a hidden import shows here
and in no unit test.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app import demo, faults, reporting
from app.vault import check as checks
from app.vault import creation, versions
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from app.wording import say
from models.choices import Recipient
from reports import files
from ui.commands import drawing, output
from ui.commands.words import JSON, Command, Wanted

PASSPHRASE = "invented people only, for trying"  # noqa: S105 - of a record made and dropped here


@dataclass
class Trial:
    """What the steps share: a folder, and what earlier steps made in it."""

    folder: Path
    opened: list[Record] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.folder / "trial.milepost"

    @property
    def secret(self) -> Secret:
        return Secret(passphrase=PASSPHRASE)


def _versions(_trial: Trial) -> str:
    return versions.told()


def _create(trial: Trial) -> str:
    made = creation.create(trial.path, creation.Wanted("Trial Court", "trial", PASSPHRASE, "UTC"))
    return made.record_id.hex()


def _open(trial: Trial) -> str:
    trial.opened.append(open_record(trial.path, trial.secret))
    return say("self-test.opened")


def _fill(trial: Trial) -> str:
    desk = trial.opened[0].desk
    made = demo.fill(desk, demo.SampleWanted(participants=8, months=2, as_of=desk.today()))
    return made.digest


def _print(trial: Trial) -> str:
    desk = trial.opened[0].desk
    with desk.read() as session:
        day = reporting.next_court_day(session, desk.today())
        person_id = reporting.docket_people(session, day)[0]
    told = reporting.facts(
        desk, person_id, hearing_on=day, recipient=Recipient.JUDGE, as_of=desk.today()
    )
    with drawing.lane() as lane:
        released = reporting.released(desk, person_id, told, drawing.drawer(lane))
    files.write(trial.folder / "page.pdf", released.page.pdf)
    return say("self-test.pages", n=released.page.pages)


def _close(trial: Trial) -> str:
    trial.opened.pop().close()
    return say("self-test.closed")


def _check(trial: Trial) -> str:
    found = checks.check(trial.path, trial.secret)
    if found.problems:
        raise RuntimeError(" ".join(problem.kind for problem in found.problems))
    return say("check.fine")


STEPS: tuple[tuple[str, Callable[[Trial], str]], ...] = (
    ("versions", _versions),
    ("create", _create),
    ("open", _open),
    ("fill", _fill),
    ("print", _print),
    ("close", _close),
    ("check", _check),
)


def run(wanted: Wanted) -> int:
    with tempfile.TemporaryDirectory(prefix="milepost-trial-") as name:
        trial = Trial(Path(name))
        try:
            steps = _tried(trial)
        finally:
            for record in trial.opened:
                record.close()
    passed = all(step["ok"] for step in steps)
    if wanted.as_json:
        output.value({"ok": passed, "steps": steps})
    for step in steps:
        output.notice(f"{step['name']}: {step['message']}")
    return 0 if passed else 1


def _tried(trial: Trial) -> list[dict[str, object]]:
    """Try each step; the first that fails ends the trial, for the next ones stand on it."""
    steps: list[dict[str, object]] = []
    for name, step in STEPS:
        try:
            steps.append({"name": name, "ok": True, "message": step(trial)})
        except Exception as error:  # noqa: BLE001 - whatever it was, it is what the trial is for
            message = say("self-test.failed", report=faults.write(error))
            steps.append({"name": name, "ok": False, "message": message})
            break
    return steps


COMMAND = Command("self-test", (JSON,), run)
