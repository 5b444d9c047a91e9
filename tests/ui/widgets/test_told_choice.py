"""Tests how a choice is heard: by its name, with what is chosen as its value."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel

from ui.widgets import told_choice
from ui.widgets.boxes import ChoiceBox
from ui.widgets.told_choice import ToldChoice

Text = QAccessible.Text


@pytest.fixture
def box(qtbot):
    told_choice.install()
    told_choice.install()  # a second time changes nothing
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(["Urine", "Oral fluid"])
    made.setAccessibleName("Specimen")
    return made


def test_a_choice_is_told_by_its_name_and_then_by_what_is_chosen(box):
    box.setCurrentIndex(1)

    told = QAccessible.queryAccessibleInterface(box)

    assert told.text(Text.Name) == "Specimen"
    assert told.text(Text.Value) == "Oral fluid"
    assert told.role() is QAccessible.Role.ComboBox


def test_help_is_told_as_well(box):
    box.setAccessibleDescription("As it stands on the cup.")

    told = QAccessible.queryAccessibleInterface(box)

    assert told.text(Text.Description) == "As it stands on the cup."


@pytest.mark.parametrize(("typed", "parts"), [(False, 1), (True, 2)])
def test_its_list_and_the_line_to_type_in_are_parts_of_it(box, typed, parts):
    box.setEditable(typed)

    told = QAccessible.queryAccessibleInterface(box)

    assert told.childCount() == parts
    assert [told.indexOfChild(told.child(number)) for number in range(parts)] == [*range(parts)]
    assert told.child(0).object() is box.view()
    assert told.child(parts) is None
    assert told.indexOfChild(told) == -1
    assert bool(told.state().editable) is typed


@pytest.mark.qt_log_ignore("plugin does not support")
def test_it_says_whether_its_list_is_open(qtbot, box):
    box.show()
    told = QAccessible.queryAccessibleInterface(box)
    assert told.state().expandable
    assert not told.state().expanded

    box.showPopup()

    qtbot.waitUntil(lambda: bool(told.state().expanded))
    box.hidePopup()


def test_other_controls_are_told_as_qt_tells_them(qtbot, box):
    plain, words = QComboBox(), QLabel("words")
    for each in (plain, words):
        qtbot.addWidget(each)

    assert not isinstance(QAccessible.queryAccessibleInterface(plain), ToldChoice)
    assert QAccessible.queryAccessibleInterface(words).text(Text.Name) == "words"


def test_choices_come_and_go_without_harm(qtbot, dressed):
    told_choice.install()
    for number in range(200):
        made = ChoiceBox()
        made.setAccessibleName(str(number))
        assert QAccessible.queryAccessibleInterface(made).text(Text.Name) == str(number)
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_only_a_choice_can_be_told_so(qtbot):
    words = QLabel("words")
    qtbot.addWidget(words)

    with pytest.raises(TypeError):
        ToldChoice(words).text(Text.Value)
