import pytest

from app.vault import holders
from tests.conftest import HOLDER, PASSPHRASE
from ui import failures, tasks
from ui.screens.keys.answers import Answers
from ui.screens.keys.own import OwnStep


@pytest.fixture
def step(qtbot, opened):
    made = OwnStep(Answers(None, record=opened))
    made.told = []
    made.settled.connect(lambda: made.told.append("settled"))
    qtbot.addWidget(made)
    return made


def test_the_right_secret_is_kept_with_the_name_of_whoever_acts(step):
    step.own.passphrase.setText(PASSPHRASE)

    step.go_on()
    tasks.settle()

    assert step.told == ["settled"]
    assert step.answers.holder == HOLDER
    assert step.answers.secret.passphrase == PASSPHRASE
    assert PASSPHRASE not in repr(step.answers)


def test_a_fault_of_ours_is_reported(step, monkeypatch):
    told = []
    monkeypatch.setattr(failures, "show", told.append)
    monkeypatch.setattr(holders, "act", lambda *_given: 1 / 0)

    step.go_on()
    tasks.settle()

    assert [type(error) for error in told] == [ZeroDivisionError]
    assert step.told == []
