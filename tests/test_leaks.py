"""Nothing that was typed or imported stands in any file but the one that was asked for."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from app import paths
from app.vault.creation import Made
from tests import leak_scan
from tests.conftest import PASSPHRASE

CANARIES = ["Zqvandermolen", "Wyxpreferred", "77-QX-90210"]


class Home:
    """A person's folders, all of them watched, and the program started in them as a process."""

    def __init__(self, root: Path, made: Made) -> None:
        self.root = root
        for name in ("home", "tmp", "state", "work"):
            (root / name).mkdir()
        self.work = root / "work"
        self.record = self.work / "court.milepost"
        for part in made.files.record.parent.iterdir():
            shutil.copy(part, self.work / part.name)
        # The person's own files stand outside of what is watched.
        self.own = root.parent / "own"
        self.own.mkdir()
        (self.own / "pass").write_text(PASSPHRASE, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Every folder where a program may leave something is one of those that are watched."""
        kept = {f"XDG_{name}_HOME": str(self.root / "home") for name in ("CONFIG", "DATA", "STATE")}
        return (
            os.environ
            | kept
            | {
                "HOME": str(self.root / "home"),
                "TMPDIR": str(self.root / "tmp"),
                "MILEPOST_STATE": str(self.root / "state"),
                "XDG_CACHE_HOME": str(self.root / "home" / "cache"),
            }
        )

    def run(self, word: str, *rest: object) -> str:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "app", word, str(self.record)),
                *(str(each) for each in rest),
                *("--passphrase-file", str(self.own / "pass"), "--json"),
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=paths.program_root(),
            env=self.environment,
            timeout=60,
            check=False,
        )
        assert done.returncode in {0, 15}, done.stderr
        return done.stdout


@pytest.fixture
def home(tmp_path: Path, made: Made) -> Home:
    watched = tmp_path / "watched"
    watched.mkdir()
    return Home(watched, made)


@pytest.fixture
def caseload(home: Home) -> Path:
    book = Workbook()
    book.active.append(["Case number", "Last name", "First name", "Preferred name"])
    book.active.append([CANARIES[2], CANARIES[0], "Ada", CANARIES[1]])
    book.save(home.own / "people.xlsx")
    return home.own / "people.xlsx"


def test_a_whole_session_leaves_people_in_the_asked_for_page_only(
    home: Home, caseload: Path
) -> None:
    home.run("import", caseload, "--as", "participants")
    shown = home.run("list", "--what", "participants")
    page = home.own / "page.pdf"
    words = ("--participant", "1", "--hearing", "2026-11-24", "--for", "judge")
    home.run("report", *words, "-o", page)
    home.run("check")
    (home.own / "bad.csv").write_text(
        f"case,last,first,dob\n1,{CANARIES[0]},x,02/30/1990\n", encoding="utf-8"
    )
    home.run("import", home.own / "bad.csv", "--as", "participants")

    assert CANARIES[0] in shown
    assert leak_scan.hits_in(page.read_bytes(), CANARIES) == {CANARIES[0], CANARIES[1], CANARIES[2]}
    assert leak_scan.hits(home.root, CANARIES) == {}


def test_the_metadata_of_a_page_and_its_name_hold_nobody(home: Home, caseload: Path) -> None:
    from pypdf import PdfReader

    home.run("import", caseload, "--as", "participants")
    page = home.own / "page.pdf"
    words = ("--participant", "1", "--hearing", "2026-11-24", "--for", "judge")
    home.run("report", *words, "-o", page)

    reader = PdfReader(page)
    told = repr(reader.metadata) + repr(reader.outline) + str(reader.xmp_metadata and page.name)
    assert not [canary for canary in CANARIES if canary in told]


# A session in the window: a person, a page saved both ways, a fault of ours with a name in it.
SESSION = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from app.settings import Settings
from ui import dialogs, failures, launch, tasks
from ui.call import Wanted
from ui.home import Home
from ui.program import Program

record, own, name = sys.argv[1:]
own = Path(own)
app = launch.application(QApplication)
failures.install()
program = Program(Wanted(), Settings(record=record), Home())

def until(is_so):
    end = time.monotonic() + 40
    while not is_so():
        assert time.monotonic() < end, "it did not come to pass"
        tasks.settle()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

program.start(None)
until(lambda: hasattr(program.window.shown, "passphrase"))
program.window.shown.passphrase.setText((own / "pass").read_text())
program.window.shown.unlock.click()
until(lambda: program.session.is_open and hasattr(program.window.shown, "navigator"))
go = program.shell.navigator.go
go("person", 1)
go("report", 1)
page, saved = program.shell.page, []
until(page.print.isEnabled)
page._releasing.save(own / "page.pdf", lambda *told: saved.append(told))
until(lambda: len(saved) == 1)
page._releasing.save_protected(own / "safe.pdf", "five words", lambda *told: saved.append(told))
until(lambda: len(saved) == 2)
print([each.windowTitle() for each in QApplication.topLevelWidgets()])
QApplication.clipboard().setText(name)
failures.show(ValueError(name))
dialogs.close_all()
program.window.close()
until(lambda: not program.session.is_open)
launch.drop(program)
"""


def test_a_session_in_the_window_leaves_people_in_the_asked_for_page_only(
    home: Home, caseload: Path
) -> None:
    home.run("import", caseload, "--as", "participants")

    done = subprocess.run(
        [sys.executable, "-c", SESSION, str(home.record), str(home.own), CANARIES[0]],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        env=home.environment,
        timeout=100,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert list((home.root / "state" / "faults").glob("*.txt"))
    assert leak_scan.hits_in((home.own / "page.pdf").read_bytes(), CANARIES) == set(CANARIES)
    assert leak_scan.hits_in((home.own / "safe.pdf").read_bytes(), CANARIES) == set()
    assert leak_scan.hits_in((done.stdout + done.stderr).encode(), CANARIES) == set()
    assert leak_scan.hits(home.root, CANARIES) == {}


# Opens a file in a folder that somebody has named after a person, by the real box of the program.
CHOOSING = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from ui import dialogs
app, told = QApplication([]), []
if sys.argv[2] == "as Qt does it":
    dialogs._forget_folders = lambda: None
window = QWidget()
window.show()
dialogs.choose_file(window, dialogs.FileWanted("Choose", "Any (*)"), told.append)
box = window.findChild(QFileDialog)
box.setDirectory(sys.argv[1])
box.selectFile(sys.argv[1] + "/people.csv")
for _ in range(20):
    app.processEvents()
box.accept()
for _ in range(20):
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print(len(told))
"""


def choose(root: Path, way: str) -> dict[str, set[str]]:
    home, folder = root / "home", root / "own" / CANARIES[0]
    for each in (home, folder):
        each.mkdir(parents=True)
    (folder / "people.csv").write_text("case,last\n", encoding="utf-8")
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    done = subprocess.run(
        [sys.executable, "-c", CHOOSING, str(folder), way],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        env=os.environ | dict.fromkeys((*places, "TMPDIR"), str(home)),
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["1"], "the file was not chosen"
    return leak_scan.hits(home, CANARIES)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own box is used")
def test_a_box_for_files_remembers_no_folder(tmp_path: Path) -> None:
    assert choose(tmp_path / "ours", "as we do it") == {}
    assert choose(tmp_path / "control", "as Qt does it") != {}


WORDS = ("_draw", "_carry", "_render", "_window")


@pytest.mark.skipif(sys.platform != "linux", reason="only this system shows the limits of others")
@pytest.mark.parametrize("word", WORDS)
def test_no_process_of_ours_leaves_a_core(word: str, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, word],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=paths.program_root(),
        env=os.environ | {"MILEPOST_STATE": str(tmp_path)},
    )
    try:
        until = time.monotonic() + 30
        while core_limit(process.pid) != "0" and time.monotonic() < until:
            time.sleep(0.02)

        assert core_limit(process.pid) == "0"
        assert process.poll() is None
    finally:
        process.kill()
        process.communicate()


# Allows itself what it may, as a shell with cores on would, and becomes the program.
STARTED = """
import os, resource, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
os.execv(sys.executable, [sys.executable, "-m", "app", sys.argv[1]])
"""


def core_limit(process: int) -> str:
    lines = Path(f"/proc/{process}/limits").read_text(encoding="ascii").splitlines()
    return next(line.split()[4] for line in lines if line.startswith("Max core file size"))
