"""Tests where failures go: the world's into a banner, ours into a report, once each."""

import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QtMsgType

from app import paths
from models.errors import NoSuchThing
from ui import failures, tasks
from ui.failures import Failures


@pytest.fixture
def place(monkeypatch):
    """Failures of this test alone, and what they showed."""
    mine = Failures()
    mine.sentences, mine.reports = [], []
    mine.banner = mine.sentences.append
    mine.report = lambda text, file: mine.reports.append((text, file))
    monkeypatch.setattr(failures, "failures", mine)
    return mine


def fault(words: str = "Begaye") -> Exception:
    try:
        return {}[words]
    except KeyError as error:
        return error


def test_trouble_is_told_in_its_sentence(place):
    failures.show(NoSuchThing("record.missing"))

    assert place.sentences == ["There is no record of that name. Check the name and the folder."]
    assert place.reports == []


def test_a_fault_of_ours_is_reported_without_what_it_was_about(place):
    failures.show(fault())

    [(text, file)] = place.reports
    assert "KeyError" in text
    assert "Begaye" not in text
    assert "Begaye" not in file.read_text(encoding="utf-8")


def test_the_same_fault_is_reported_once(place):
    for _ in range(3):
        failures.show(fault())

    assert len(place.reports) == 1


def test_a_report_that_cannot_be_written_is_shown_all_the_same(place, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MILEPOST_STATE", str(tmp_path / "file"))

    failures.show(fault())

    [(text, file)] = place.reports
    assert "KeyError" in text
    assert file is None


def test_what_nobody_caught_ends_here(place, monkeypatch):
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    handlers = []
    monkeypatch.setattr(failures, "qInstallMessageHandler", handlers.append)

    failures.install()
    sys.excepthook(KeyError, fault(), None)
    sys.unraisablehook(SimpleNamespace(exc_value=ValueError()))
    sys.unraisablehook(SimpleNamespace(exc_value=None))
    threading.excepthook(SimpleNamespace(exc_value=TypeError()))
    threading.excepthook(SimpleNamespace(exc_value=None))
    tasks.settle()

    kinds = [text.splitlines()[2] for text, _file in place.reports]
    assert kinds == ["KeyError", "ValueError", "TypeError"]
    assert len(handlers) == 1


def test_an_interruption_ends_the_program():
    with pytest.raises(SystemExit):
        failures._uncaught(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_what_qt_complains_about_is_printed_and_kept_nowhere(capsys):
    failures._from_qt(QtMsgType.QtWarningMsg, None, "a complaint")
    failures._from_qt(QtMsgType.QtDebugMsg, None, "a remark")

    assert capsys.readouterr().err == "a complaint\n"


def test_an_orderly_end_leaves_no_file_of_a_crash():
    with failures.watch_for_crashes():
        kept = paths.state_folder() / "faults" / failures.CRASH
        assert kept.exists()

    assert not kept.exists()
    assert failures.last_crash() is None


def test_a_crash_is_told_once_on_the_next_start():
    program = (
        "import os\nfrom ui import failures\nwith failures.watch_for_crashes():\n    os.abort()\n"
    )
    subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)

    told = failures.last_crash()

    assert told is not None
    assert "stopped unexpectedly" in told
    assert failures.last_crash() is None
