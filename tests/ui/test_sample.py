"""Tests where the sample court of a run lies, and that nothing of it stays behind."""

from pathlib import Path

import pytest

from app import demo
from app.demo import DemoCourt
from ui.sample import Sample


@pytest.fixture(autouse=True)
def made_at_once(monkeypatch):
    monkeypatch.setattr(
        demo, "make_court", lambda folder: DemoCourt(folder / "juniper.milepost", "five words")
    )


def test_a_folder_of_its_own_is_removed_at_the_end():
    sample = Sample(None)

    folder = Path(sample.make().path).parent
    again = Path(sample.make().path).parent
    assert folder.is_dir()
    assert folder == again

    sample.remove()
    sample.remove()
    assert not folder.exists()


def test_a_folder_that_was_named_is_kept(tmp_path):
    sample = Sample(tmp_path / "kept")

    sample.make()
    sample.remove()

    assert (tmp_path / "kept").is_dir()


def test_another_record_takes_the_place_of_the_sample():
    sample = Sample(None)
    sample.court = sample.make()

    sample.leave()

    assert sample.court is None
    sample.remove()


def test_the_next_window_goes_on_with_the_sample_and_removes_it_at_its_end():
    left = Sample(None).make()

    sample = Sample(None, left)

    assert "five words" in sample.lock_words()
    sample.remove()
    assert not Path(left.path).parent.exists()


def test_where_there_is_no_sample_there_is_nothing_to_say():
    assert Sample(None).lock_words() == ""
