"""A stick with a backup on it, and steps that are shown as in the window."""

import shutil

import pytest

from app import paths
from app.backup import container, making
from app.vault.record import open_record
from app.vault.unlock import Secret
from reports.lane import Lane
from tests.conftest import PASSPHRASE
from ui import tasks
from ui.screens.restore.answers import Answers


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    """A folder for documents of this test alone."""
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documents")
    return tmp_path / "Documents"


@pytest.fixture
def backup(record_path, sticks, moment):
    """A good backup on the stick; the record went on after it."""
    opened = open_record(record_path, Secret(passphrase=PASSPHRASE))
    made = making.backup(opened, sticks[0].root)
    opened.close()
    return made.path


@pytest.fixture
def answers():
    said = Answers(Lane())
    yield said
    tasks.settle()
    said.clear()


@pytest.fixture
def near(answers, backup):
    """The backup, fetched."""
    answers.near = answers.new_folder() / backup.name
    shutil.copy(backup, answers.near)
    answers.head = container.layout_of(backup).head
    return answers.near


@pytest.fixture
def sheet(made):
    return Secret(sheet="\n".join(made.sheet.groups))


@pytest.fixture
def shown(qtbot, answers):
    """Show a step, and keep what it said."""

    def show(kind):
        step = kind(answers)
        step.column.addWidget(step.trouble)
        step.told, step.doing = [], []
        step.settled.connect(lambda: step.told.append("settled"))
        step.working.connect(step.doing.append)
        qtbot.addWidget(step)
        step.enter()
        step.resize(520, 400)
        step.show()
        step.activateWindow()
        qtbot.waitUntil(step.isActiveWindow)
        step.focus_first()
        tasks.settle()
        return step

    return show
