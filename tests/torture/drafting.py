"""R20: kill -9 while somebody types into the real window, and two seconds after the last key."""

import atexit
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.journeys import homes, kills
from tests.journeys.kills import Lost
from tests.journeys.screen import Screen
from tests.torture.row import Case, LayOut, Outcome, Row, Series

NEEDS = ("Xvfb", "openbox", "xdotool")
MOST = 2.0  # seconds of typing that may be lost
ROUNDS = 20  # kills of one record, then there is a new one


class Resting(Screen):
    """The same screen with a window that keeps drafts every ten seconds only."""

    runs = "tests.torture.resting"


def lay_out_with(kind: type[Screen]) -> LayOut:
    """Type and be killed on one screen after the other, every other time after a rest."""

    def lay_out(folder: Path) -> Case:
        home = folder / "home"
        screen = kind(home)
        home.mkdir()
        screen.__enter__()
        atexit.register(screen.__exit__)

        def case(number: int, chance: Random) -> Outcome:
            record = home / "record" / "court.milepost"
            if number % ROUNDS == 0 or not record.exists():
                shutil.rmtree(record.parent, ignore_errors=True)
                homes.with_new_record(home)
            pause = MOST if number % 2 else 0.0
            lost = kills.kill_once(screen, record, number % ROUNDS, chance, pause)
            when = "two seconds after the last key" if pause else "while typing"
            return Outcome(f"{when}, {_part(lost)} kept", tuple(_wrong(lost)))

        return case

    return lay_out


def _part(lost: Lost) -> str:
    return "all" if lost.kept == lost.typed else "some" if lost.kept else "nothing"


def _wrong(lost: Lost) -> Iterator[str]:
    if lost.seconds > MOST:
        yield f"a letter of {lost.seconds:.1f} seconds ago is lost"
    if not lost.saved_is_there:
        yield "what was saved is lost"
    yield from (f"check: {problem}" for problem in lost.problems)


ROWS = (
    Row(
        "R20",
        "drafts",
        Series("kill -9 of the real window while a form is typed", lay_out_with(Screen), 100, 1),
        "lost",
        Series("drafts kept every ten seconds", lay_out_with(Resting), 10, 2),
        needs=NEEDS,
    ),
)
