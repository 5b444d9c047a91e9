"""Tests the passphrase field: hidden until asked, and Caps Lock noticed from what is typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.passphrase_field import PassphraseField, caps_lock_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(text: str, modifiers=NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)


@pytest.mark.parametrize(
    ("text", "modifiers", "locked"),
    [
        ("A", NONE, True),
        ("a", SHIFT, True),
        ("a", NONE, False),
        ("A", SHIFT, False),
        ("Ñ", NONE, True),
        ("3", NONE, None),
        ("", NONE, None),
        ("ʼ", NONE, None),
    ],
)
def test_caps_lock_shows_in_what_a_key_types(qapp, text, modifiers, locked):
    assert caps_lock_of(key(text, modifiers)) is locked


def test_typing_tells_about_caps_lock(qtbot):
    field = PassphraseField()
    qtbot.addWidget(field)
    told = []
    field.caps_lock.connect(told.append)

    field.keyPressEvent(key("A"))
    field.keyPressEvent(key("1"))
    field.keyPressEvent(key("b"))

    assert told == [True, False]
    assert field.text() == "A1b"


def test_show_turns_dots_into_letters_and_back(qtbot):
    field = PassphraseField()
    qtbot.addWidget(field)
    assert field.echoMode() == QLineEdit.EchoMode.Password

    field.show_button.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.show_button.text() == "Hide"

    field.hide_again()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.show_button.text() == "Show"
