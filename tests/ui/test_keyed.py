"""Tests a button that shows its keys: there is room for them, or they go and the words stay."""

from PySide6.QtWidgets import QPushButton

from ui.keyed import KeyedButton


def made(qtbot, keys="Ctrl+S", look="primary"):
    button = KeyedButton("Save", keys)
    button.setProperty("look", look)
    qtbot.addWidget(button)
    button.show()
    return button


def test_the_keys_have_room_of_their_own(qtbot, dressed):
    plain = QPushButton("Save")
    plain.setProperty("look", "primary")
    qtbot.addWidget(plain)
    plain.ensurePolished()

    button = made(qtbot)
    button.ensurePolished()

    assert button.sizeHint().width() > plain.sizeHint().width() + 30
    assert button.minimumSizeHint() == plain.sizeHint()


def test_the_keys_are_seen_and_go_where_it_is_narrow(qtbot, dressed):
    button = made(qtbot)
    button.resize(button.sizeHint())
    wide = button.grab().toImage()
    right = range(wide.width() - 50, wide.width() - 12)
    light = dressed.hex("on_accent").lower()
    seen = {wide.pixelColor(x, y).name() for x in right for y in range(8, 28)}
    assert light in seen

    button.resize(button.minimumSizeHint())
    assert button.grab().toImage().width() < wide.width()


def test_without_keys_it_is_a_button_like_any_other(qtbot, dressed):
    button = made(qtbot, keys="")

    assert button.sizeHint() == button.minimumSizeHint()
    assert not button.grab().isNull()


def test_an_icon_alone_stays_small(qtbot, dressed):
    button = made(qtbot)
    button.setText("")

    assert button.sizeHint() == button.minimumSizeHint()
