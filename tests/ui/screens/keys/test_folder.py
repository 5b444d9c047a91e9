import pytest

from app.backup import making, places
from app.vault.unlock import Secret
from tests.conftest import HOLDER, PASSPHRASE
from ui import tasks
from ui.screens.keys.answers import Answers
from ui.screens.keys.folder import FolderStep


@pytest.fixture
def step(qtbot, opened):
    answers = Answers(None, HOLDER, "harbor walnut thimble cactus", record=opened)
    answers.secret = Secret(passphrase=PASSPHRASE)
    made = FolderStep(answers)
    qtbot.addWidget(made)
    return made


def test_beside_the_record_is_always_offered(step, opened):
    assert step.where.currentData() == (opened.files.record.parent, None)


def test_the_place_of_the_last_backup_is_offered_first(step, opened, tmp_path_factory):
    stick = tmp_path_factory.mktemp("stick")
    with opened.desk.work() as session:
        place = places.add(session, stick, "Stick A", opened.desk.today())
    begun = making.begin(opened, stick, place_id=place, insists=True, tell=making.nothing)
    making.finish(opened, begun, making.carry(begun, making.writing.carry, making.nothing))

    step.enter()
    tasks.settle()

    assert step.where.currentText() == "Stick A"
    assert step.where.currentData() == (stick, place)


def test_another_folder_can_be_chosen(step, asked, tmp_path):
    asked.files = [tmp_path]

    step.choose.click()
    tasks.settle()

    assert step.where.currentData() == (tmp_path, None)
