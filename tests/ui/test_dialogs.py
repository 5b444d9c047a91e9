"""Tests the real boxes: verbs on the buttons, the careful answer first, and no box left behind."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,  # noqa: TID251 - the boxes themselves are tested here
    QWidget,
)

from ui import dialogs
from ui.dialogs import Dialogs, FileWanted, Question

DISCARD = Question("Discard the changes?", "They are not saved.", yes="Discard", no="Keep editing")


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def box_of(parent: QWidget, kind: type[QWidget] = QMessageBox):
    return parent.findChild(kind)


def button(box: QMessageBox, text: str):
    return next(each for each in box.buttons() if each.text() == text)


@pytest.mark.parametrize(("pressed", "answer"), [("Discard", True), ("Keep editing", False)])
def test_the_answer_is_the_verb_that_was_pressed(qtbot, parent, pressed, answer):
    answers = []
    Dialogs().ask(parent, DISCARD, answers.append)
    box = box_of(parent)

    button(box, pressed).click()

    qtbot.waitUntil(lambda: answers == [answer])


def test_a_third_way_is_taken_in_place_of_an_answer(qtbot, parent):
    answers, taken = [], []
    question = replace(DISCARD, other="Save first", instead=lambda: taken.append(True))
    Dialogs().ask(parent, question, answers.append)
    box = box_of(parent)

    button(box, "Save first").click()

    qtbot.waitUntil(lambda: taken == [True])
    assert answers == []
    assert box.defaultButton().text() == "Keep editing"


def test_with_a_third_way_the_others_answer_as_ever(qtbot, parent):
    answers = []
    question = replace(DISCARD, other="Save first", instead=lambda: None)
    Dialogs().ask(parent, question, answers.append)

    button(box_of(parent), "Discard").click()

    qtbot.waitUntil(lambda: answers == [True])


def test_the_careful_answer_is_the_default(qtbot, parent):
    answers = []
    Dialogs().ask(parent, DISCARD, answers.append)
    box = box_of(parent)

    assert box.defaultButton().text() == "Keep editing"
    assert box.escapeButton().text() == "Keep editing"

    box.close()
    qtbot.waitUntil(lambda: answers == [False])


def test_what_is_told_can_be_closed(qtbot, parent):
    Dialogs().tell(parent, "That did not work.", "Try again.")
    box = box_of(parent)

    assert box.text() == "That did not work."
    button(box, "Close").click()

    qtbot.waitUntil(lambda: not box_visible(parent))


def test_a_report_can_be_copied(qtbot, parent):
    Dialogs().tell_report(parent, "Look there.", "Milepost 1.0\nKeyError\n")
    box = box_of(parent)

    button(box, "Copy the report").click()

    assert QApplication.clipboard().text() == "Milepost 1.0\nKeyError\n"
    box.close()
    qtbot.waitUntil(lambda: not box_visible(parent))


def test_a_box_is_gone_when_it_is_closed(qtbot, parent):
    Dialogs().tell(parent, "Done.", "")
    box = weakref.ref(box_of(parent))

    box().close()
    qtbot.waitUntil(lambda: not parent.findChildren(QMessageBox))
    gc.collect()

    assert box() is None


@pytest.mark.parametrize("saving", [True, False])
def test_a_file_that_was_chosen_is_handed_over(qtbot, parent, tmp_path, saving):
    chosen = []
    (tmp_path / "page.pdf").touch()
    wanted = FileWanted("Choose", "PDF (*.pdf)", str(tmp_path / "page.pdf"), saving=saving)
    Dialogs().choose_file(parent, wanted, chosen.append)
    box = box_of(parent, QFileDialog)

    box.fileSelected.emit(str(tmp_path / "page.pdf"))
    box.close()

    assert chosen == [tmp_path / "page.pdf"]
    saves = box.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert saves is saving
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))


def test_the_module_asks_through_what_was_put_in_place(parent, asked):
    asked.answers, asked.files, asked.expected = [True], [None], {"told"}
    answers = []

    dialogs.ask(parent, DISCARD, answers.append)
    dialogs.tell(parent, "Title", "Text")
    dialogs.tell_report(parent, "Text", "Report")
    dialogs.choose_file(parent, FileWanted("Choose", "PDF (*.pdf)"), answers.append)

    assert answers == [True]
    assert asked.told == [("Title", "Text"), ("Text", "Report")]


def test_a_question_nobody_expected_is_remembered_as_one(parent, asked):
    dialogs.ask(parent, DISCARD, print)
    dialogs.tell(parent, "Title", "Text")
    dialogs.choose_file(parent, FileWanted("Choose", "PDF (*.pdf)"), print)

    assert asked.unexpected == ["Discard the changes?", "Title", "Choose"]
    asked.unexpected.clear()


def box_visible(parent: QWidget) -> bool:
    return any(box.isVisible() for box in parent.findChildren(QMessageBox))
