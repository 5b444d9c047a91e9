"""Tests the start of the window: the words of the call, the dress, and the end."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import failures, launch
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
    assert launch.read(arguments) == wanted


def test_a_folder_to_keep_is_read(tmp_path):
    wanted = launch.read(["demo", "--keep", str(tmp_path)])

    assert wanted == Wanted(demo=True, keep=tmp_path)


def test_words_that_are_off_are_refused_with_the_right_ones(capsys):
    assert launch.main(["other"]) == 2

    assert "milepost demo" in capsys.readouterr().err


def test_the_window_runs_until_it_is_closed(qapp, monkeypatch, dressed):
    monkeypatch.setattr(launch, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(failures, "install", lambda: None)

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            window.close()

    QTimer.singleShot(0, close)

    assert launch.main([]) == 0
