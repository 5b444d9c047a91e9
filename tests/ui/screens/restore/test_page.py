"""Restoring from within: the open record tells how far it is, and is handed over closed."""

import pytest

from app.backup import making
from models.errors import Damaged
from tests.conftest import PASSPHRASE
from ui import tasks
from ui.screens.restore import page as pages
from ui.screens.restore.page import RestoreScreen


@pytest.fixture
def given():
    return []


@pytest.fixture
def page(qtbot, opened, sticks, given):
    making.backup(opened, sticks[0].root)
    made = RestoreScreen(opened, opened.files.record, (), given.append)
    made.gone = []
    made.left.connect(lambda: made.gone.append(True))
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.focus_first()
    tasks.settle()
    yield made
    made.frame.abandon()


def to_the_end(frame) -> None:
    frame.onward.click()
    tasks.settle()
    frame.step.own.passphrase.setText(PASSPHRASE)
    frame.onward.click()
    tasks.settle()
    frame.onward.click()
    tasks.settle()


def test_the_open_record_is_asked_and_its_file_is_not(page, opened, given):
    assert page.frame.answers.present.path == opened.files.record.resolve()

    to_the_end(page.frame)

    assert "The record there is newer" in page.frame.step.standing.text()
    assert given == [page.frame]


def test_who_has_handed_over_hears_no_more(page, given):
    to_the_end(page.frame)

    page.frame.left.emit()
    page.frame.chosen.emit(page.frame)

    assert page.gone == []
    assert len(given) == 1


def test_leaving_the_page_removes_the_copy(page):
    page.frame.onward.click()
    tasks.settle()
    folder = page.frame.answers.near.parent

    page.leave()

    assert not folder.exists()
    assert not page.frame.steps[0].watch.is_awake


def test_a_frame_that_has_gone_elsewhere_keeps_its_copy(page):
    page.frame.onward.click()
    tasks.settle()
    page.frame.setParent(None)

    page.leave()

    assert page.frame.answers.near.exists()


def test_back_from_the_first_step_leaves_the_page(page):
    page.frame.go_back()

    assert page.gone == [True]


def test_a_record_that_cannot_be_read_lets_nothing_be_restored(qtbot, opened, sticks, monkeypatch):
    def damaged(_session, _record):
        raise Damaged("record.damaged", problem="page")

    monkeypatch.setattr(pages.comparing, "present", damaged)
    made = RestoreScreen(opened, opened.files.record, (), lambda _frame: None)
    qtbot.addWidget(made)
    tasks.settle()

    assert not made.frame.isEnabled()
    assert "cannot be read" in made.banner.words
