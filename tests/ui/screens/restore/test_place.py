"""The third step back: where the record goes, and what becomes of the one that is there."""

import shutil

import pytest

from app.backup import comparing, verifying
from app.vault.creation import Wanted, create
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.unlock import Secret
from tests.conftest import COURT, PASSPHRASE, ZONE
from ui import tasks
from ui.screens.restore import place
from ui.screens.restore.place import PlaceStep


@pytest.fixture
def opened_backup(answers, near):
    answers.opened = verifying.open_backup(near, Secret(passphrase=PASSPHRASE))
    return answers.opened


@pytest.fixture
def step(opened_backup, shown):
    return shown(PlaceStep)


@pytest.fixture
def there(opened_backup, answers, record_path, shown):
    """The step on a computer that has the record."""
    answers.remembered = record_path
    return shown(PlaceStep)


def go_on(step) -> None:
    step.go_on()
    tasks.settle()


def test_on_a_bare_computer_a_place_is_offered(step, answers, documents):
    assert step.path.text() == str(documents / "Milepost" / "court.milepost")
    assert step.standing.text() == "No record stands there. Nothing on this computer is replaced."
    assert f"Backup 1 of {COURT}, made Monday, November 23, 2026" in step.what

    go_on(step)

    assert step.told == ["settled"]
    assert answers.target == documents / "Milepost" / "court.milepost"


def test_a_newer_record_is_told_with_what_becomes_of_it(there, answers, record_path):
    assert there.path.text() == str(record_path)
    assert "The record there is newer: it was last used Monday" in there.standing.text()
    assert "a moment after this backup" in there.standing.text()
    assert "begins with before-restore" in there.standing.text()

    go_on(there)

    assert answers.target == record_path


def test_a_record_of_which_nothing_is_known_says_so(opened_backup, answers, record_path, shown):
    Files(record_path).state.unlink()
    answers.remembered = record_path

    step = shown(PlaceStep)

    assert "nothing beside it says whether" in step.standing.text()


def test_other_keys_are_told(opened_backup, answers, record_path, made):
    present = comparing.Present(
        record_path, made.record_id, bytes(8), 9, opened_backup.head.created
    )
    offer = place._look_at(answers, record_path)
    answers.present = present

    other = place._look_at(answers, record_path)

    assert "the sheet of the day of the backup" in place.told(opened_backup, other)
    assert "the sheet of the day of the backup" not in place.told(opened_backup, offer)


def test_another_court_keeps_its_place(opened_backup, answers, tmp_path_factory, shown):
    other = tmp_path_factory.mktemp("other") / "court.milepost"
    create(other, Wanted("Larkspur County", "Otis", PASSPHRASE, ZONE, cost=Cost()))
    answers.remembered = other

    step = shown(PlaceStep)

    assert step.path.text() == str(other.with_name("court-2.milepost"))
    assert "another court’s and stays as it is" in step.standing.text()
    step.path.setText(str(other))
    go_on(step)
    assert "needs a name of its own" in step.row.mistake
    assert step.told == []


def test_what_is_typed_is_looked_at(step, record_path):
    step.path.setText(str(record_path))
    step.path.textEdited.emit(step.path.text())
    assert step._soon.isActive()
    step._soon.timeout.emit()
    tasks.settle()
    assert "The record there is newer" in step.standing.text()

    step.path.setText("nowhere")
    step._soon.timeout.emit()
    assert "The record there is newer" in step.standing.text()


def test_what_was_not_read_is_not_carried_out(step, record_path, answers):
    step.path.setText(str(record_path))
    go_on(step)
    assert "Something else stands there" in step.problem.text()
    assert "The record there is newer" in step.standing.text()
    assert step.told == []

    go_on(step)

    assert answers.target == record_path


def test_a_place_that_is_no_path_is_told_beside_it(step):
    step.path.setText("")

    step.go_on()

    assert step.row.mistake
    assert step.told == []


def test_another_place_can_be_chosen(step, asked, tmp_path):
    asked.files = [tmp_path / "elsewhere.milepost"]

    step.choose.click()
    tasks.settle()

    assert step.path.text() == str(tmp_path / "elsewhere.milepost")
    assert step.standing.text().startswith("No record stands there.")


def test_what_was_typed_over_meanwhile_is_not_told(step, record_path):
    step.path.setText(str(record_path))
    step._look()
    step.path.setText(str(record_path.with_name("new.milepost")))
    tasks.settle()

    assert step.standing.text().startswith("No record stands there.")


def test_a_copy_of_the_record_elsewhere_counts_too(step, record_path, tmp_path):
    for part in (record_path, Files(record_path).state, Files(record_path).key):
        shutil.copy(part, tmp_path / f"copy{part.suffix}")

    step._take(tmp_path / "copy.milepost")
    tasks.settle()

    assert "The record there is newer" in step.standing.text()
