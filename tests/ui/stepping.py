"""What tests of steps share: answers so far, a page that shows a step, a printer, faults told."""

import pytest

from app import paths
from app.court import Profile
from reports.lane import Lane
from tests.conftest import COURT, HOLDER, PASSPHRASE, ZONE
from ui import failures, printing, tasks
from ui.screens.first_start.answers import Answers


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    """A folder for documents of this test alone."""
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documents")
    return tmp_path / "Documents"


@pytest.fixture(autouse=True)
def faults(monkeypatch):
    """Keeps what would be reported as a fault of ours; what was told before counts no more."""
    told = []
    monkeypatch.setattr(failures.failures, "_told", set())
    monkeypatch.setattr(failures.failures, "report", lambda text, _kept: told.append(text))
    return told


@pytest.fixture
def answers(made):
    lane = Lane()
    yield Answers(lane, HOLDER, PASSPHRASE, profile=Profile(COURT, ZONE), made=made)
    tasks.settle()
    lane.close()


@pytest.fixture
def shown(qtbot, answers):
    """Show a step, and keep what it said."""

    def show(kind):
        step = kind(answers)
        step.column.addWidget(step.trouble)
        step.told = []
        step.settled.connect(lambda: step.told.append("settled"))
        step.ready.connect(lambda: step.told.append("ready"))
        qtbot.addWidget(step)
        step.enter()
        step.resize(500, 400)
        step.show()
        step.activateWindow()
        qtbot.waitUntil(step.isActiveWindow)
        step.focus_first()
        return step

    return show


@pytest.fixture
def printed(monkeypatch):
    """A printer that keeps what it was given."""
    jobs = []
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *job: jobs.append(job))
    return jobs
