"""Tests a card: its name, what stands beside it, and what hangs below."""

from PySide6.QtWidgets import QLabel

from ui.widgets.card import Card
from ui.widgets.labels import label


def test_a_card_says_its_name_also_to_those_who_hear_it(qtbot):
    card = Card("Drug tests", "19")
    qtbot.addWidget(card)

    assert card.accessibleName() == "Drug tests"
    assert [each.text() for each in card.findChildren(QLabel)] == ["Drug tests", "19"]


def test_what_is_added_stands_below_in_order(qtbot):
    card = Card("Contact")
    qtbot.addWidget(card)

    card.add_padded(label("first"), label("second"))
    card.add(label("third"))

    texts = [each.text() for each in card.findChildren(QLabel)]
    assert texts[2:] == ["first", "second", "third"]


def test_what_is_hidden_takes_its_room_with_it(qtbot, dressed):
    card, more, kept = Card("Tests"), label("Show all"), label("hidden from the start")
    qtbot.addWidget(card)
    kept.hide()
    empty = card.sizeHint().height()

    card.add_padded(kept)
    assert card.sizeHint().height() == empty

    card.add_padded(more)
    assert card.sizeHint().height() > empty
    more.hide()
    assert card.sizeHint().height() == empty
    more.show()
    assert card.sizeHint().height() > empty
