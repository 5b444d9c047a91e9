"""Tests the sixth step: a folder for backups, or none for now, said in words."""

import pytest

from ui import tasks
from ui.screens.first_start.backup import BackupStep


@pytest.fixture
def step(shown):
    return shown(BackupStep)


def go_on(step):
    step.go_on()
    tasks.settle()


def test_it_may_wait(step, answers):
    go_on(step)

    assert step.told == ["settled"]
    assert answers.backup_folder is None


def test_a_folder_on_the_same_drive_must_be_insisted_on(step, answers, asked, tmp_path):
    asked.files = [tmp_path]
    step.choose.click()
    assert asked.wanted[0].folder

    go_on(step)
    assert "same drive" in step.problem.text()
    assert step.told == []

    go_on(step)
    assert step.told == ["settled"]
    assert answers.backup_folder == tmp_path


def test_a_folder_on_another_drive_is_taken_at_once(step, answers, tmp_path, monkeypatch):
    from app import first_start

    monkeypatch.setattr(first_start, "is_on_same_drive", lambda _folder, _record: False)
    step.path.setText(str(tmp_path))

    go_on(step)

    assert answers.backup_folder == tmp_path


def test_a_folder_that_is_not_there_is_told(step, answers, tmp_path):
    step.path.setText(str(tmp_path / "gone"))

    go_on(step)

    assert "There is no folder" in step.problem.text()
    assert answers.backup_folder is None
    assert step.path.hasFocus()
