"""Tests the table of keys: it is made from the actions and leaves none out."""

from ui import actions
from ui.actions import Action
from ui.widgets import shortcuts


def test_every_action_with_keys_is_told_once():
    told = shortcuts.markdown()

    for action in actions.ALL:
        if action.keys:
            assert told.count(f"| {action.keys} | {action.text} |") == 1


def test_an_action_without_a_place_stands_elsewhere(monkeypatch):
    monkeypatch.setattr(actions, "ALL", (*actions.ALL, Action("unlock", "Ctrl+U")))

    told = shortcuts.markdown()

    assert told.index("## On other pages") < told.index("| Ctrl+U | Unlock |")


def test_where_every_action_has_its_place_nothing_stands_elsewhere(monkeypatch):
    monkeypatch.setattr(actions, "ALL", ())

    assert "On other pages" not in shortcuts.markdown()
