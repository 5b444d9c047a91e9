"""Tests the box that asks for a passphrase: given on once, and only one that readers can take."""

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from tests.ui.steps.test_key import OWN
from ui import tasks
from ui.protecting import ProtectBox


@pytest.fixture
def box(qtbot):
    window = QWidget()
    window.resize(1366, 696)
    qtbot.addWidget(window)
    made = ProtectBox(window)
    made.given = []
    made.taken.connect(made.given.append)
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_five_words_of_ours_are_given_on_once_they_were_noted(box):
    box.open()
    box.go_on.click()
    assert box.given == []
    assert box.new.rows["back"].mistake

    box.new.back.setText(box.new.words.text())
    box.go_on.click()

    assert box.given == [box.new.words.text()]
    assert not box.isVisible()


def test_the_first_key_typed_goes_where_it_is_wanted(box):
    box.open()

    assert box.focusWidget() is box.new.back


def test_a_weak_one_is_refused_in_words(box):
    box.new.own.click()
    box.new.typed.setText("password1234567")

    box.go_on.click()
    tasks.settle()

    assert box.given == []
    assert box.new.rows["typed"].mistake


def test_one_that_readers_would_cut_off_is_refused(box):
    long = f"{OWN} " * 5
    box.new.own.click()
    box.new.typed.setText(long)
    box.new.again.setText(long)

    box.go_on.click()
    tasks.settle()

    assert box.given == []
    assert box.new.rows["typed"].mistake.startswith("A PDF takes at most 127")


def test_turned_down_it_gives_on_nothing(box):
    box.open()

    box.cancel.click()

    assert box.given == []
    assert not box.isVisible()
