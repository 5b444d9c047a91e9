import pytest

from ui.screens.keys.answers import Answers


def test_there_is_no_sheet_before_there_are_new_keys(opened):
    said = Answers(None, record=opened, passphrase="five words")

    assert said.sheet is None
    assert said.opened is opened
    assert "five words" not in repr(said)


def test_nothing_begins_without_a_record():
    with pytest.raises(AssertionError, match="record"):
        _ = Answers(None).opened
