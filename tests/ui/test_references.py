"""Tests that None outlives a window that is used for long."""

import sys

from PySide6.QtWidgets import QLabel

from ui import references


def test_thousands_of_calls_without_a_result_leave_none_alive(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    references.keep_singletons()

    for _ in range(50_000):
        label.setText("a")

    assert sys.getrefcount(None) > 1_000


def test_giving_references_twice_gives_them_once():
    references.keep_singletons()
    before = sys.getrefcount(None)

    needed = references.keep_singletons()

    assert needed is (sys.version_info < references.FIRST_WITHOUT_NEED)
    assert abs(sys.getrefcount(None) - before) < references.SPARE // 2


def test_a_python_whose_none_cannot_die_is_left_alone(monkeypatch):
    monkeypatch.setattr(references, "FIRST_WITHOUT_NEED", (3, 0))

    assert references.keep_singletons() is False
