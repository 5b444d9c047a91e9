"""A screen of its own with the real window on it, worked by keys that go through the X server."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool")
SIZE = "1366x768x24"
PATIENCE = 30.0
A_MOMENT = 0.1
BETWEEN_LETTERS = "6"  # milliseconds; faster than anybody types

State = dict[str, Any]


def missing() -> list[str]:
    """Return the tools that this machine does not have."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """Starts an X server, a window manager and the window; ends them all behind it."""

    runs = "tests.journeys.window"

    def __init__(self, home: Path, moment: str = "", *, listened: bool = False) -> None:
        self.home, self._moment, self._listened = home, moment, listened
        # No bus where none is wanted: a machine that starts one may take half a minute over it.
        self.bus = "disabled:"
        self.printed = home / "printed"
        self.stick = home / "media" / "BLUE"  # plugged in as long as it is there
        self.seen: list[Path] = []
        self.keys = 0
        self.state: State = {}
        self._running: list[subprocess.Popen[Any]] = []
        self._heard = threading.Condition()
        self.window: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        for folder in (self.printed, self.stick.parent, self.home / "Documents", self.home / "bin"):
            folder.mkdir(parents=True, exist_ok=True)
        server = ["Xvfb", "-screen", "0", SIZE, "-nolisten", "tcp"]
        self.display = f":{self._start(server, '-displayfd')}"
        self._running.append(subprocess.Popen(["openbox"], env=self.environment(), **quiet()))
        put_stand_in_printer(self.home / "bin", self.printed)
        if self._listened:
            self.bus = self._start(["dbus-daemon", "--session", "--nofork"], "--print-address")
        time.sleep(0.3)
        return self

    def __exit__(self, *_fault: object) -> None:
        if self.window is not None:
            self.kill()
        for process in reversed(self._running):
            process.terminate()
            process.wait()

    # The window

    def open(self) -> None:
        """Start the window and wait until it can be typed into."""
        self.state = {}
        with (self.home / "stderr.txt").open("ab") as faults:
            self.window = subprocess.Popen(
                [sys.executable, "-m", self.runs],
                env=self.environment(),
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=faults,
                text=True,
            )
        self._listening = threading.Thread(target=self._listen, args=(self.window,))
        self._listening.start()
        self.until(here=True)

    def kill(self) -> None:
        """End the window as a power cut would."""
        assert self.window is not None
        self.window.kill()
        self._end()

    def close(self) -> State:
        """Close the window as people do, and return what it told last."""
        self.key("alt+F4")
        found = self.until(page="ended")
        assert self._end() == 0
        return found

    # Keys

    def key(self, *names: str) -> None:
        self.keys += len(names)
        self._xdotool("key", "--delay", BETWEEN_LETTERS, *names)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self._xdotool("type", "--delay", BETWEEN_LETTERS, "--", text)

    def to(self, name: str, most: int = 60) -> None:
        """Press Tab until the control called `name` has the focus, one press after the other."""
        now = self.settled()
        for _ in range(most):
            if now["focus"] == name:
                return
            self.key("Tab")
            self.until(tabs=lambda tabs, were=now["tabs"]: tabs > were)
            if self._listened:  # then a key is handed round once more, and comes a little later
                time.sleep(A_MOMENT)
            now = self.settled()
        raise LookupError(name, self.state)

    def fill(self, **fields: str) -> None:
        """Type into fields one after the other, from where the focus is; `_` stands for a space."""
        for name, text in fields.items():
            self.to(name.replace("_", " "))
            self.type(text)

    # What is seen

    def until(self, patience: float = PATIENCE, /, **wanted: Any) -> State:
        """Wait until the window is as wanted: a value, or what a function says of it."""
        end = time.monotonic() + patience
        with self._heard:
            while not fits(self.state, wanted):
                left = end - time.monotonic()
                if left <= 0 or not self._heard.wait(left):
                    raise TimeoutError({"wanted": [*wanted], "is": self.state})
            return dict(self.state)

    def settled(self, **wanted: Any) -> State:
        """Wait until nothing is on its way, and all is as wanted."""
        return self.until(busy=False, **wanted)

    def picture(self, target: Path) -> None:
        """Keep what stands on the screen, to look at when something went wrong."""
        if shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(target)], env=self.environment(), check=False
            )

    def _end(self) -> int:
        window, self.window = self.window, None
        assert window is not None
        code = window.wait(PATIENCE)
        self._listening.join()
        return code

    def _listen(self, window: subprocess.Popen[str]) -> None:
        assert window.stdout is not None
        with window.stdout as told:
            for line in told:
                with self._heard:
                    self.state = json.loads(line)
                    self._heard.notify_all()

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment(), check=True)

    def _start(self, command: list[str], telling: str) -> str:
        """Start a server and return the line that it tells of itself: its display, its address."""
        reading, writing = os.pipe()
        joined = "=" if telling.startswith("--") else " "
        words = [*command, *f"{telling}{joined}{writing}".split()]
        self._running.append(subprocess.Popen(words, pass_fds=(writing,), **quiet()))
        os.close(writing)
        with os.fdopen(reading) as told:
            return told.readline().strip()

    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if name not in NOT_OURS},
            "DISPLAY": self.display,
            "HOME": str(self.home),
            "XDG_DOCUMENTS_DIR": str(self.home / "Documents"),
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "QT_QPA_PLATFORM": "xcb",
            "MILEPOST_STATE": str(self.home / "state"),
            "JOURNEY_MOMENT": self._moment,
            "JOURNEY_STICK": str(self.stick),
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1" if self._listened else "0",
        }


# What must not reach the window: the screen of whoever runs the tests, and their own settings.
NOT_OURS = {"WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_SESSION_TYPE", "COV_CORE_SOURCE"}


def fits(state: State, wanted: dict[str, Any]) -> bool:
    if not state:
        return False
    return all(
        want(state.get(name)) if callable(want) else state.get(name) == want
        for name, want in wanted.items()
    )


def quiet() -> dict[str, Any]:
    return {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def put_stand_in_printer(folder: Path, printed: Path) -> None:
    """Put an `lp` before the system's that keeps what it is given, and tells of one printer."""
    scripts = {
        "lp": f'cat > "{printed}/$(date +%s%N).pdf"\n',
        "lpstat": 'case "$1" in -d) echo "system default destination: Office";; '
        "*) echo Office;; esac\n",
    }
    for name, body in scripts.items():
        script = folder / name
        script.write_text(f"#!/bin/sh\n{body}", encoding="utf-8")
        script.chmod(0o755)
