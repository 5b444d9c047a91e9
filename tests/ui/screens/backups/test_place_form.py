"""Name and place of a stick are asked below its line."""

import pytest
from PySide6.QtCore import Qt

from ui.screens.backups.place_form import PlaceForm


@pytest.fixture
def form(qtbot, dressed, stick_a):
    made = PlaceForm(stick_a)
    qtbot.addWidget(made)
    made.show()
    return made


def test_both_answers_are_kept_by_the_keys_of_every_form(qtbot, form):
    form.name.setText("Blue")
    form.kept_at.setText("At home")

    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert saved.args == ["Blue", "At home"]


def test_a_mistake_stands_at_the_name_until_it_is_typed_anew(qtbot, form):
    form.refuse("Another place has this name.")
    assert form.row.mistake == "Another place has this name."

    qtbot.keyClicks(form.name, "x")
    assert form.row.mistake == ""


def test_it_can_be_left_and_the_place_let_go(qtbot, form):
    with qtbot.waitSignal(form.closed):
        form.cancel.click()
    with qtbot.waitSignal(form.removed):
        form.remove.click()
