"""Walks the real window from outside, over AT-SPI, as a screen reader does."""

import json
import subprocess

import pytest

from installer import system
from tests.conftest import MOMENT
from tests.journeys import homes, screen
from tests.journeys.screen import PATIENCE, ROOT, Screen

WALK = ROOT / "tests" / "journeys" / "at_spi_walk.py"
PYTHON = "/usr/bin/python3"  # the one for which `gi` is packaged
# What Tab passes by: of these it stops at one, and arrows go to the others.
ONE_OF_SEVERAL = {"radio button", "page tab"}
# A date has parts through which Tab goes.
MORE = 8


def missing() -> list[str]:
    """Return what this machine does not have of all that is needed to listen."""
    return [*screen.missing(), *(need.package for need in system.missing(system.TESTS))]


pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(bool(missing()), reason=f"there is no {missing()} here"),
]


class Listener:
    """Asks the walk what is on the screen, and what has had the focus."""

    def __init__(self, shown: Screen) -> None:
        self._walk = subprocess.Popen(
            [PYTHON, str(WALK)],
            env=shown.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._answer()

    def ask(self, what: str):
        self._walk.stdin.write(what + "\n")
        self._walk.stdin.flush()
        return self._answer()

    def end(self) -> None:
        with self._walk.stdin as way:
            way.write("end\n")
        self._walk.wait(PATIENCE)
        self._walk.stdout.close()

    def _answer(self):
        return json.loads(self._walk.stdout.readline())


def to_person(shown: Screen) -> None:
    shown.key("ctrl+k")
    shown.until(focus=lambda now: now.startswith("Find a person"))
    shown.type("quintana")
    shown.settled()
    shown.key("Return")
    shown.settled(page="person", stands=True)


def tab(number: int):
    def turn(shown: Screen) -> None:
        before = shown.state["about"]
        shown.key(f"ctrl+{number}")
        shown.settled(page="person", stands=True, about=lambda now: now != before or number == 1)

    return turn


def by(keys: str, page: str):
    def go(shown: Screen) -> None:
        shown.key(keys)
        shown.settled(page=page)

    return go


def in_the_rail(name: str, page: str):
    def go(shown: Screen) -> None:
        shown.to(name)
        shown.key("Return")
        shown.settled(page=page)

    return go


BACK = "alt+Left"
STEPS = {
    "today": in_the_rail("Today", "today"),
    "participants": in_the_rail("Participants", "participants"),
    "court-day": in_the_rail("Court day", "court-day"),
    "settings": in_the_rail("Settings", "settings"),
    "import": by("ctrl+i", "import"),
    "manual": by("F1", "manual"),
    "referral": by("ctrl+n", "form"),
    "person": to_person,
    "intake": tab(2),
    "plan": tab(3),
    "tests": tab(4),
    "drug-test": by("ctrl+d", "form"),
    "back to the tests": by(BACK, "person"),
    "hearings": tab(5),
    "hearing": by("ctrl+shift+r", "form"),
    "back to the hearings": by(BACK, "person"),
    "notes": tab(6),
    "note": by("ctrl+shift+n", "form"),
    "back to the notes": by(BACK, "person"),
    "history": tab(8),
    "report": by("ctrl+p", "report"),
}


@pytest.fixture
def shown(tmp_path):
    homes.with_sample(tmp_path, MOMENT)
    with Screen(tmp_path, MOMENT.isoformat(), listened=True) as made:
        yield made


def test_every_control_on_every_page_is_told_by_its_name_and_comes_in_turn(shown):
    listener = Listener(shown)
    homes.unlock(shown)
    wrong, seen = [], 0

    for name, step in STEPS.items():
        step(shown)
        shown.settled(ready=lambda _now: True)
        controls = listener.ask("tree")
        seen += len(controls)
        wrong += [f"{name}: {told}" for told in misnamed(controls)]
        wrong += [f"{name}: {told}" for told in out_of_reach(shown, listener, controls)]
    listener.end()
    shown.close()

    assert seen > 10 * len(STEPS)
    assert wrong == [], "\n".join(wrong)


def misnamed(controls):
    for each in controls:
        if not each["name"]:
            yield f"has no name: {each}"
        elif each["name"] == each["text"]:
            yield f"is named by what stands in it: {each}"


def out_of_reach(shown, listener, controls):
    """Go round with Tab, and return what never had the focus."""
    wanted = {each["name"] for each in controls if each["role"] not in ONE_OF_SEVERAL}
    listener.ask("focus")
    reached: set[str] = set()
    for _ in range(3):
        shown.key(*["Tab"] * (len(wanted) + MORE))
        shown.settled()
        reached |= {name for _role, name in listener.ask("focus")}
        if wanted <= reached:
            break
    return [f"Tab never comes to {name}" for name in sorted(wanted - reached)]
