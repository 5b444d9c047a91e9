"""Tests the banner: one message, one thing to do, and a way to close it."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.widgets.banner import ICONS, Banner


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


def buttons(banner):
    return {each.accessibleName(): each for each in banner.findChildren(QPushButton)}


def test_a_new_banner_is_not_to_be_seen(banner):
    assert banner.isHidden()


@pytest.mark.parametrize("tone", ICONS)
def test_a_message_has_a_tone_an_icon_and_words(banner, tone):
    banner.tell(tone, "The drive did not answer.")

    assert not banner.isHidden()
    assert banner.words == banner.accessibleName() == "The drive did not answer."
    assert banner.property("tone") == tone


def test_the_one_thing_to_do_is_done_and_the_banner_goes(banner):
    done = []
    banner.tell("attention", "No printer.", "Save as…", lambda: done.append(True))

    buttons(banner)["Save as…"].click()

    assert done == [True]
    assert banner.isHidden()


def test_a_message_with_nothing_to_do_has_no_button_for_it(banner):
    banner.tell("info", "Saved.", "Undo")
    buttons(banner)["Undo"].click()

    banner.tell("info", "Saved.")

    assert [name for name, each in buttons(banner).items() if not each.isHidden()] == [
        "Close this message"
    ]


def test_a_message_can_be_closed(banner):
    banner.tell("info", "Saved.")

    buttons(banner)["Close this message"].click()

    assert banner.isHidden()
