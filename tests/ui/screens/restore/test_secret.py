import pytest

from app.backup import verifying
from models.errors import TooNew
from tests.conftest import HOLDER, PASSPHRASE
from ui import tasks
from ui.screens.restore.secret import SecretStep


@pytest.fixture
def step(near, shown):
    return shown(SecretStep)


def give(step, text) -> None:
    step.own.passphrase.setText(text)
    step.go_on()
    tasks.settle()


def test_anybodys_passphrase_of_that_day_opens_it(step, answers):
    give(step, PASSPHRASE)

    assert step.told == ["settled"]
    assert answers.backup.holder == HOLDER
    assert answers.secret.passphrase == PASSPHRASE


def test_a_wrong_passphrase_is_told_beside_its_field(step):
    give(step, "not one of these words")

    assert "No passphrase of this backup" in step.own.row.mistake
    assert step.own.passphrase.hasFocus()
    assert step.told == []


def test_it_says_which_day_is_meant(step):
    assert step.what.startswith("Backup 1, made Monday, November 23, 2026")


def test_an_empty_passphrase_is_told_before_anything_is_tried(step):
    give(step, "")

    assert step.own.row.mistake == "Type the passphrase first."
    assert step.doing == []


def test_the_sheet_opens_it_and_a_wrong_group_is_named(step, answers, made):
    step.own.other.click()
    for field, group in zip(step.own.sheet.fields, made.sheet.groups, strict=True):
        field.setText(group)
    step.own.sheet.fields[3].setText("AAAAAB")
    step.go_on()
    tasks.settle()
    assert "Group 4" in step.own.row.mistake

    step.own.sheet.fields[3].setText(made.sheet.groups[3])
    step.go_on()
    tasks.settle()

    assert step.told == ["settled"]
    assert answers.secret.sheet


def test_a_backup_of_a_newer_version_is_told(step, monkeypatch):
    def newer(_path, _secret):
        raise TooNew("backup.newer", file="a.milebak")

    monkeypatch.setattr(verifying, "open_backup", newer)
    give(step, PASSPHRASE)

    assert "newer version" in step.problem.text()


def test_nothing_is_opened_before_it_was_fetched(step, answers):
    answers.near = None

    with pytest.raises(AssertionError):
        step.go_on()
