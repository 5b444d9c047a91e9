"""Tests the question why something on file is changed."""

from ui.forms.reason import Reason


def test_it_is_hidden_until_it_is_needed_and_tells_its_mistake(qtbot, dressed):
    made = Reason()
    qtbot.addWidget(made)
    assert not made.isVisibleTo(made.parentWidget())

    made.tell("Say why.")
    made.put("told us")
    assert made.text() == "told us"

    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(made.line, "!")
    assert made._mistake.text() == ""
