"""Tests the start of a window: the dress, what the last one left, and the end."""

import io

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import settings
from app.settings import Settings
from ui import failures, handover, launch, theme
from ui.handover import Handover
from ui.home import Home
from ui.main_window import MainWindow


def test_words_that_are_off_are_refused():
    assert launch.main(["other"]) == 2


@pytest.fixture
def loaded(qapp, monkeypatch, dressed):
    """A window that is loaded, and asks what the last one left."""
    monkeypatch.setattr(launch, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(failures, "install", lambda: None)
    look = theme.current()

    def main(left: Handover) -> int:
        return launch.main([], Home(io.StringIO(handover.line_of(left)), io.StringIO()))

    yield main
    theme.apply(qapp, look)


def close_all() -> list[str]:
    """Close what is shown, and return what was told on it."""
    told = []
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible():
            told.append(window.shown.told.text() if hasattr(window.shown, "told") else "")
        window.close()
    return told


def test_the_window_runs_until_it_is_closed(loaded):
    QTimer.singleShot(0, close_all)

    assert loaded(Handover()) == 0


def test_a_second_program_says_so_and_ends(loaded, asked):
    asked.expected = {"told"}

    assert loaded(Handover(busy=True)) == 0

    assert asked.told[0][0] == "Milepost is already open"


def test_after_several_crashes_it_starts_plainly_and_says_so(loaded, sample_path):
    settings.save(Settings(record=str(sample_path), theme="dark"))
    words = []
    QTimer.singleShot(0, lambda: words.extend(close_all()))

    assert loaded(Handover(safe=True)) == 0

    assert theme.current().scheme is theme.Scheme.LIGHT
    assert "started plainly" in words[0]
    assert settings.load().theme == "dark"


def test_a_window_that_waited_for_nothing_ends(loaded, qapp):
    assert launch.main([], Home(io.StringIO(""), io.StringIO())) == 0

    assert not any(window.isVisible() for window in QApplication.topLevelWidgets())
