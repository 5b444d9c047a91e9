"""Tests the unlock page: keyboard alone, mistakes told beside the field, and waits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from ui import tasks
from ui.screens.unlock import UnlockScreen


@pytest.fixture
def page(qtbot):
    made = UnlockScreen(court="Juniper County Treatment Court", holders=["Ruth Amsel"])
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    return made


def test_typing_and_enter_hand_the_passphrase_over(qtbot, page):
    qtbot.keyClicks(page.passphrase, "five words")

    with qtbot.waitSignal(page.passphrase_given) as given:
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    assert given.args == ["Ruth Amsel", "five words"]
    assert not page.unlock.isEnabled()
    assert page.unlock.accessibleName() == "Opening the record…"


def test_a_second_try_waits_for_the_first(qtbot, page):
    qtbot.keyClicks(page.passphrase, "five words")
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    with qtbot.assertNotEmitted(page.passphrase_given):
        page._try()


def test_an_empty_passphrase_is_told_beside_the_field(qtbot, page):
    with qtbot.assertNotEmitted(page.passphrase_given):
        page.unlock.click()

    assert page.mistake.text() == "Type the passphrase first."
    assert page.mistake.isVisible()


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(qtbot, page):
    qtbot.keyClicks(page.passphrase, "wrong")
    page.passphrase.show_button.click()
    page.unlock.click()

    page.refuse("This passphrase does not open the record.")

    assert page.mistake.text() == "This passphrase does not open the record."
    assert page.unlock.isEnabled()
    assert page.passphrase.selectedText()
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_after_several_wrong_tries_one_waits(qtbot, page):
    page._clock.setInterval(10)

    page.refuse("Wrong.", wait=2)
    assert not page.unlock.isEnabled()
    assert page.unlock.accessibleName() == "Wait 2 seconds"
    with qtbot.assertNotEmitted(page.passphrase_given):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    qtbot.waitUntil(page.unlock.isEnabled)
    assert page.waits == 0
    assert page.unlock.accessibleName() == "Unlock"


def test_caps_lock_is_told_before_the_mistake(qtbot, page):
    assert page.caps.isHidden()

    qtbot.keyClicks(page.passphrase, "a", Qt.KeyboardModifier.ShiftModifier)

    told = [label.text() for label in page.caps.findChildren(QLabel) if label.text()]
    assert told == ["Caps Lock is on."]
    assert not page.caps.isHidden()


def test_the_sheet_opens_where_the_passphrase_is_lost(qtbot, page):
    page.switch.click()
    assert page.by_sheet
    for number, field in enumerate(page.sheet.fields):
        field.setText(f"AAAAA{number}")

    with qtbot.waitSignal(page.sheet_given) as given:
        qtbot.keyClick(page.sheet.fields[5], Qt.Key.Key_Return)

    assert given.args[0].splitlines()[5] == "6  AAAAA5"


def test_the_group_with_the_mistake_gets_the_cursor(qtbot, page):
    page.switch.click()
    page.sheet.fields[2].setText("AAAAAA")
    page.unlock.click()

    page.refuse("Group 3 has a mistake in it.", group=3)

    assert page.sheet.fields[2].hasFocus()
    page.refuse("A sheet has six groups.")
    assert page.mistake.text() == "A sheet has six groups."


def test_one_can_go_back_to_the_passphrase(page):
    page.switch.click()
    page.switch.click()

    assert not page.by_sheet
    assert page.switch.text() == "Passphrase lost? Open with the recovery sheet"


def test_the_holders_are_offered_and_the_last_one_stays_chosen(page):
    page.show_holders(["Ann Lee", "Ruth Amsel"])

    assert page.holder.count() == 2
    assert page.holder.currentText() == "Ruth Amsel"
    page.show_holders(["Ann Lee", "Ruth Amsel"], "Ann Lee")
    assert page.holder.currentText() == "Ann Lee"
    page.show_holders(["Ruth Amsel"], "Somebody Else")
    assert page.holder.currentText() == "Ruth Amsel"


def test_another_record_can_be_opened(qtbot, page):
    with qtbot.waitSignal(page.other_wanted):
        page.other.click()


def test_a_backup_can_be_restored(qtbot, page):
    with qtbot.waitSignal(page.restore_wanted):
        page.restore.click()


def test_a_wrong_group_is_named_as_soon_as_it_is_typed(qtbot, page):
    page.ask_for_sheet()
    page.ask_for_sheet()
    qtbot.keyClicks(page.sheet.fields[0], "AAAAAB")
    tasks.settle()

    assert page.mistake.text().startswith("Group 1 has a mistake")
    assert page.sheet.fields[0].accessibleDescription() == page.mistake.text()
    assert page.sheet.fields[1].hasFocus()

    page.sheet.fields[0].setText("AAAAA")
    assert page.mistake.isHidden() or not page.mistake.text()


def test_every_field_says_what_it_is(page):
    for field in (page.holder, page.passphrase, page.unlock, page.switch, page.other):
        assert field.accessibleName()
