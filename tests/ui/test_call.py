"""Tests the words of the call of the window."""

import pytest

from ui import call
from ui.call import Wanted


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], Wanted()),
        (["demo"], Wanted(demo=True)),
        (["demo", "--keep"], None),
        (["demo", "--keep", ""], None),
        (["other"], None),
        (["demo", "more"], None),
    ],
)
def test_the_words_of_the_call_are_read(arguments, wanted):
    assert call.read(arguments) == wanted


def test_a_folder_to_keep_is_read(tmp_path):
    assert call.read(["demo", "--keep", str(tmp_path)]) == Wanted(demo=True, keep=tmp_path)


def test_what_was_asked_for_is_asked_for_again_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = call.read(["demo", "--keep", "kept"]).words

    assert words == ["demo", "--keep", str(tmp_path / "kept")]
    assert (call.read(["demo"]).words, call.read([]).words) == (["demo"], [])
