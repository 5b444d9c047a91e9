"""What every test of the window may use: a watched application, no real boxes, a made-up court."""

import gc
import io
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app import clock, demo
from app.backup import drives, places
from app.backup.drives.drive import Drive
from app.backup.places import PlaceFacts
from app.demo import DemoCourt, SampleWanted
from app.desk import Desk
from app.settings import Settings
from app.vault import record
from app.vault.creation import Made
from app.vault.record import Record
from app.vault.unlock import Secret
from tests.conftest import HOLDER, MOMENT, PASSPHRASE
from tests.ui.recorder import Recorder
from ui import dialogs, handover, references, tasks, theme
from ui.backups import Backups
from ui.call import Wanted
from ui.handover import LOCKED, Said, Word
from ui.home import Home
from ui.machine import Machine
from ui.program import Program
from ui.watchdog import WatchedApplication

references.keep_singletons()

# Twice what a person feels, in work of our own; a busy machine may take longer by the wall, and
# counting the lines that run makes every line several times slower: then only what truly blocks,
# such as a key stretched in a slot, is told from what is slow.
MOST_WORK = 0.100
MOST_WORK_COUNTED = 0.25
SAMPLE = 24
TURNS = 24


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return WatchedApplication


@pytest.fixture(scope="session")
def dressed(qapp: WatchedApplication) -> Iterator[theme.Theme]:
    """The light theme, put on once, because dressing takes time."""
    light = theme.Theme()
    theme.apply(qapp, light)
    # As the program does once everything is loaded: no test waits for a look through all modules.
    gc.freeze()
    yield light
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget):
            shiboken6.delete(widget)


@pytest.fixture(autouse=True)
def asked() -> Iterator[Recorder]:
    """Answers to questions; one that the test did not expect fails it."""
    recorder = Recorder()
    before = dialogs.replace(recorder)
    yield recorder
    dialogs.replace(before)
    assert recorder.unexpected == []


@pytest.fixture(autouse=True)
def left_tidy(qapp: WatchedApplication, dressed: theme.Theme) -> Iterator[None]:
    """Nothing is on its way behind a test, nothing stands on the screen, nothing took too long."""
    tasks.settle()
    qapp.held.clear()
    yield
    let_go()
    most = MOST_WORK if sys.gettrace() is None else MOST_WORK_COUNTED
    too_long = [str(held) for held in qapp.held if held.processor > most]
    qapp.held.clear()
    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in visible:
        widget.hide()
    assert too_long == []
    assert visible == []


@pytest.fixture(scope="session")
def sample(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with invented people as of the Monday before court, made once."""
    target = _copy(made.files.record, tmp_path_factory.mktemp("sample"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: MOMENT)
        filled = record.open_record(target, Secret(passphrase=PASSPHRASE))
        demo.fill(filled.desk, SampleWanted(filled.desk.today(), participants=SAMPLE, months=4))
        filled.close()
    return target


@pytest.fixture
def sample_path(sample: Path, tmp_path: Path) -> Path:
    """The sample record, closed, of this test alone."""
    return _copy(sample, tmp_path)


def let_go() -> None:
    """Delete what the test has closed, so that no timer of a page asks a record that is closed."""
    for _ in range(3):
        tasks.settle()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def court(sample_path: Path, moment: datetime) -> Iterator[Record]:
    """The sample record, open."""
    opened = record.open_record(sample_path, Secret(passphrase=PASSPHRASE))
    yield opened
    let_go()
    opened.close()


@pytest.fixture
def court_desk(court: Record) -> Desk:
    return court.desk


@pytest.fixture
def sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """The sticks that are plugged in: one that no place knows yet; a test may pull it out."""
    root = tmp_path / "media" / "BLUE"
    root.mkdir(parents=True)
    own = Drive(Path("/"), "/", "/", "ext4", removable=False)
    plugged = [Drive(root, "BLUE", "A1B2-C3D4", "exfat", removable=True)]
    monkeypatch.setattr(drives.system, "drives", lambda: [own, *plugged])
    return plugged


@pytest.fixture
def backups(qapp: WatchedApplication, court: Record) -> Iterator[Backups]:
    """What the window knows of the backups of the sample record, read once."""
    made = Backups(court, Machine(Settings(), remembers=False))
    made.notices = []
    made.noticed.connect(made.notices.append)
    made.refresh()
    tasks.settle()
    yield made
    if shiboken6.isValid(made):
        made.stop()
    let_go()


@pytest.fixture
def stick_a(court: Record, sticks: list[Drive], backups: Backups) -> PlaceFacts:
    """Stick A, plugged in and known as a place."""
    with court.desk.work() as session:
        places.add(session, sticks[0].root, "Stick A", court.desk.today())
    backups.refresh()
    tasks.settle()
    return backups.seen.places[0]


def _copy(source: Path, folder: Path) -> Path:
    for part in source.parent.iterdir():
        if part.suffix != ".lock":
            shutil.copy(part, folder / part.name)
    return folder / source.name


@pytest.fixture
def begin(qtbot, moment):
    """Start the program; it is ended in order behind the test."""
    begun = []

    def start(wanted=None, kept=None, told=None, left=None) -> Program:
        home = Home(None, io.StringIO())
        made = Program(wanted or Wanted(), kept or Settings(), home, left=left)
        qtbot.addWidget(made.window)
        begun.append(made)
        made.ended.connect(lambda code: setattr(made, "code", code))
        made.start(told)
        work()
        return made

    def follow(made: Program) -> Program:
        """Begin the window that follows one that has locked, as the process behind them does."""
        work()
        assert made.code == LOCKED
        assert not made.window.isVisible()
        (left,) = [each.left for each in heard(made) if each.word is Word.LOCKING]
        return start(made._wanted, made.machine.settings, left=left)

    def work() -> None:
        # A page is put together in as many turns as it has parts.
        for _ in range(TURNS):
            tasks.settle()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    start.work, start.follow = work, follow
    yield start
    for made in begun:
        made.window.close()
    if begun:
        work()
    assert not any(made.session.is_open for made in begun)


def heard(made: Program) -> list[Said]:
    """Return what a window has said to the process behind it."""
    return [handover.said(line) for line in made._home._sink.getvalue().splitlines()]


@pytest.fixture
def unlocked(begin, sample_path):
    made = begin(kept=Settings(record=str(sample_path)))
    unlock(begin, made)
    return made


def unlock(begin, made: Program, passphrase: str = PASSPHRASE) -> None:
    made.window.shown.passphrase.setText(passphrase)
    made.window.shown.unlock.click()
    begin.work()


@pytest.fixture
def made_court(monkeypatch, sample_path):
    """The sample court, made in a moment."""
    folders = []

    def make_court(folder, *, progress=None):
        folders.append(folder)
        assert folder.is_dir()
        return DemoCourt(sample_path, PASSPHRASE, HOLDER)

    monkeypatch.setattr(demo, "make_court", make_court)
    return folders
