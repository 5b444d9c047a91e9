"""Tests the frame of the first start: the way on, the way back, and leaving nothing half made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import tasks
from ui.screens.first_start.backup import BackupStep
from ui.screens.first_start.place import PlaceStep
from ui.screens.first_start.profile import ProfileStep
from ui.screens.first_start.screen import FirstStartScreen
from ui.steps.groups import GroupsStep
from ui.steps.key import KeyStep
from ui.steps.sheet import SheetStep

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(qtbot):
    made = FirstStartScreen()
    made.told = []
    made.left.connect(lambda: made.told.append("left"))
    made.kept.connect(lambda _said: made.told.append("kept"))
    made.begun.connect(lambda _said: made.told.append("begun"))
    qtbot.addWidget(made)
    made.resize(1000, 690)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    yield made
    made.abandon()
    tasks.settle()


def press(key, how=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, how)
    tasks.settle()
    QApplication.processEvents()


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def to_place(screen):
    write("Juniper County Treatment Court")
    press(Qt.Key.Key_Return)
    write("Ruth Amsel")
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    write(screen.step.new.words.text())
    press(Qt.Key.Key_Return)


def to_groups(screen):
    to_place(screen)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # prints
    press(Qt.Key.Key_Return)


def type_groups(screen):
    for number in screen.step.rows:
        write(screen.answers.made.sheet.groups[number - 1])
        press(Qt.Key.Key_Tab)


def test_the_whole_way_needs_no_mouse(screen, printed, documents):
    to_groups(screen)
    assert isinstance(screen.step, GroupsStep)
    assert screen.told == []

    type_groups(screen)
    press(Qt.Key.Key_Return)
    assert isinstance(screen.step, BackupStep)
    assert screen.told == ["kept"]

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert screen.told == ["kept", "kept", "begun"]
    assert screen.answers.begins_with == "import"
    assert (documents / "Milepost" / "court.milepost").is_file()
    assert not screen.onward.isEnabled()


def test_every_step_says_which_it_is_and_has_one_way_on(screen):
    assert screen.counter.text() == "Step 1 of 7"
    assert screen.accessibleName() == "Step 1 of 7: The court"
    assert screen.onward.property("look") == "primary"


@pytest.mark.parametrize(("key", "how"), [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Left, ALT)])
def test_one_goes_back_and_what_was_typed_still_stands(screen, key, how):
    to_place(screen)

    for kind in (KeyStep, ProfileStep):
        press(key, how or Qt.KeyboardModifier.NoModifier)
        assert isinstance(screen.step, kind)

    assert screen.step.text("name").text() == "Juniper County Treatment Court"
    press(key, how or Qt.KeyboardModifier.NoModifier)
    assert screen.told == ["left"]


def test_there_is_no_way_back_once_the_record_is_made(screen):
    to_place(screen)
    press(Qt.Key.Key_Return)
    assert isinstance(screen.step, SheetStep)

    press(Qt.Key.Key_Escape)

    assert isinstance(screen.step, SheetStep)
    assert not screen.back.isVisible()


def test_the_sheet_can_be_printed_again_from_its_groups(screen, printed):
    to_groups(screen)

    press(Qt.Key.Key_Escape)

    assert isinstance(screen.step, SheetStep)
    press(Qt.Key.Key_Return)
    assert len(printed) == 2


def test_leaving_before_the_groups_leaves_no_record(screen, printed, documents):
    to_groups(screen)
    assert (documents / "Milepost" / "court.milepost").is_file()

    screen.abandon()
    tasks.settle()

    assert list((documents / "Milepost").iterdir()) == []


def test_leaving_after_the_groups_leaves_the_record(screen, printed, documents):
    to_groups(screen)
    type_groups(screen)
    press(Qt.Key.Key_Return)

    screen.abandon()
    tasks.settle()

    assert (documents / "Milepost" / "court.milepost").is_file()


def test_leaving_while_the_record_is_made_takes_it_away_again(screen, documents):
    to_place(screen)
    assert isinstance(screen.step, PlaceStep)

    screen.onward.click()
    assert not screen.onward.isEnabled()
    screen.abandon()
    tasks.settle()

    assert list((documents / "Milepost").iterdir()) == []


def test_while_something_is_done_nothing_else_can_be_asked_for(screen):
    screen.step.working.emit("Making the folder…")

    screen._go_on()
    screen.go_back()

    assert screen.doing.text() == "Making the folder…"
    assert screen.told == []
    screen.resume()
    assert screen.onward.isEnabled()


def test_the_tab_key_goes_as_the_page_is_read(screen):
    order = []
    for _ in range(7):
        order.append(QApplication.focusWidget().accessibleName())
        press(Qt.Key.Key_Tab)

    assert order == ["Court", "County", "Judge", "Place", "Time zone", "Go on", "Back"]


def test_a_mistake_below_the_edge_is_brought_into_view(screen, qtbot):
    screen.resize(1000, 300)
    screen.step.text("name").setText("Court")
    screen.step.zone.setEditText("Mars")
    screen.step.text("name").setFocus()

    press(Qt.Key.Key_Return)

    row = screen.step.rows["time_zone"]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_every_control_says_what_it_is(screen):
    for widget in screen._controls():
        assert widget.accessibleName()


def test_enter_goes_on_from_the_time_zone_too(screen):
    write("Juniper County Treatment Court")
    for _ in range(4):
        press(Qt.Key.Key_Tab)

    press(Qt.Key.Key_Return)

    assert isinstance(screen.step, KeyStep)


def test_enter_on_a_button_is_that_button(screen):
    write("Court")
    press(Qt.Key.Key_Return)
    words = screen.step.new.words.text()
    screen.step.new.another.setFocus()

    press(Qt.Key.Key_Return)

    assert isinstance(screen.step, KeyStep)
    assert screen.step.new.words.text() != words
