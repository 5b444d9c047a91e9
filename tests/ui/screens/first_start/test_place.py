"""Tests the third step: where the record lives, and making it there."""

from app import first_start
from models.errors import NoSpace
from ui import tasks
from ui.screens.first_start.place import PlaceStep


def test_the_record_is_made_where_it_is_offered(shown, answers, documents):
    step = shown(PlaceStep)
    said = []
    step.working.connect(said.append)

    step.go_on()
    tasks.settle()

    target = documents / "Milepost" / "court.milepost"
    assert target.is_file()
    assert answers.made.files.record == target
    assert step.told == ["settled"]
    assert [words.split()[2].strip("…,") for words in said[1:-1]] == ["folder", "keys", "encrypted"]
    assert said[-1] == ""


def test_another_place_can_be_chosen_or_typed(shown, answers, asked, tmp_path):
    step = shown(PlaceStep)
    asked.files = [tmp_path / "juniper"]

    step.choose.click()
    step.go_on()
    tasks.settle()

    assert (tmp_path / "juniper.milepost").is_file()
    assert asked.wanted[0].saving


def test_a_file_that_is_there_is_left_and_told(shown, answers, tmp_path):
    answers.made = None
    (tmp_path / "court.milepost").write_bytes(b"somebody's")
    step = shown(PlaceStep)
    step.path.setText(str(tmp_path / "court.milepost"))

    step.go_on()
    tasks.settle()

    assert "already there" in step.problem.text()
    assert (tmp_path / "court.milepost").read_bytes() == b"somebody's"
    assert (step.told, answers.made) == ([], None)
    assert step.path.hasFocus()


def test_a_path_that_says_nothing_is_told(shown):
    step = shown(PlaceStep)
    step.path.setText("court")

    step.go_on()

    assert "the whole path" in step.problem.text()


def test_a_full_drive_is_told_and_the_step_can_be_tried_again(shown, monkeypatch):
    def full(_asked, _tell):
        raise NoSpace("space.full")

    step = shown(PlaceStep)
    with monkeypatch.context() as patch:
        patch.setattr(first_start, "make", full)
        step.go_on()
        tasks.settle()
    assert "no room left" in step.problem.text()

    step.go_on()
    tasks.settle()
    assert step.told == ["settled"]
    assert step.problem.text() == ""
