"""Tests the list of offers: headings are passed over, the ends are ends, a click opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.offers import Group, Offer
from ui.widgets.offers_list import NOWHERE, OffersList

GROUPS = (
    Group("People", [Offer("Quintana, Mari", "users", print), Offer("Quigley", "users", print)]),
    Group("Commands", [Offer("Quick hide", "eye-off", print, marks=((0, 3),), keys="Ctrl+H")]),
)


@pytest.fixture
def offers(qtbot):
    made = OffersList("Found")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_groups(GROUPS)
    made.show()
    return made


def test_the_first_offer_is_chosen_and_never_a_heading(offers):
    assert offers.current.words == "Quintana, Mari"

    told = []
    for _ in range(4):
        offers.move_by(1)
        told.append(offers.current.words)

    assert told == ["Quigley", "Quick hide", "Quick hide", "Quick hide"]
    offers.move_by(-9)
    assert offers.current.words == "Quintana, Mari"


def test_every_row_is_named_and_headings_cannot_be_chosen(offers):
    model = offers.offers
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [model.index(row, 0) for row in range(model.rowCount())]

    assert [row.data() for row in rows] == [
        "People",
        "Quintana, Mari",
        "Quigley",
        "Commands",
        "Quick hide, Ctrl+H",
    ]
    assert [bool(row.flags() & Qt.ItemFlag.ItemIsSelectable) for row in rows] == [
        False,
        True,
        True,
        False,
        True,
    ]
    assert model.data(NOWHERE) is None
    assert tester.model() is model


def test_a_click_opens_the_row_under_it_and_a_heading_nothing(qtbot, offers):
    second = offers.visualRect(offers.offers.index(2, 0)).center()
    with qtbot.waitSignal(offers.opened) as opened:
        qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert opened.args[0].words == "Quigley"

    heading = offers.visualRect(offers.offers.index(0, 0)).center()
    with qtbot.assertNotEmitted(offers.opened):
        qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=heading)


def test_nothing_scrolls_at_the_height_that_is_needed(offers):
    offers.resize(500, offers.needed)

    assert offers.verticalScrollBar().maximum() == 0


def test_with_nothing_to_offer_nothing_is_chosen(offers):
    offers.show_groups([])

    assert offers.current is None
    assert offers.needed == 0
