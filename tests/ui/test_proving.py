"""A backup is tried on the real file, told step by step, and kept as proved."""

import pytest

from models.errors import NoSuchThing
from tests.ui.test_backups import back_up
from ui import tasks
from ui.proving import STEPS, Trial


@pytest.fixture
def trial(backups, stick_a):
    back_up(backups)
    return Trial(backups.overview.lines[0], stick_a.folder)


@pytest.fixture
def proof(backups):
    work = backups.proof
    work.steps, work.parts, work.ended = [], [], []
    work.reached.connect(work.steps.append)
    work.fetched.connect(work.parts.append)
    work.passed.connect(lambda _trial: work.ended.append("passed"))
    work.called_off.connect(lambda: work.ended.append("called off"))
    work.failed.connect(lambda error: work.ended.append(type(error)))
    return work


def test_a_proved_backup_is_written_down_step_by_step(backups, proof, trial, moment):
    proof.start(trial)
    assert proof.is_running
    tasks.settle()

    assert tuple(proof.steps) == STEPS
    assert proof.parts[-1] == 1
    assert proof.ended == ["passed"]
    backups.refresh()
    tasks.settle()
    assert backups.overview.lines[0].proved_at == moment


def test_reading_once_more_proves_no_restore(backups, proof, trial):
    proof.start(Trial(trial.line, trial.folder, compares=False))
    tasks.settle()

    assert tuple(proof.steps) == STEPS[:2]
    assert backups.overview.lines[0].proved_at is None


def test_one_trial_at_a_time(proof, trial):
    proof.start(trial)
    proof.start(trial)
    tasks.settle()

    assert proof.ended == ["passed"]


def test_a_trial_that_is_called_off_proves_nothing(backups, proof, trial):
    proof.start(trial)
    proof.cancel()
    tasks.settle()

    assert proof.ended == ["called off"]
    assert backups.overview.lines[0].proved_at is None
    proof.cancel()  # there is nothing to call off any more


def test_a_stick_without_the_file_is_told(backups, proof, trial):
    (trial.folder / trial.line.file).unlink()

    proof.start(trial)
    tasks.settle()

    assert proof.ended == [NoSuchThing]
    assert backups.notices[-1].tone == "problem"


def test_a_trial_that_ends_after_the_record_was_closed_writes_nothing(proof, trial):
    proof._dropped = True

    proof.start(trial)
    tasks.settle()

    assert proof.ended == ["called off"]
