"""Tests the offers of quick search: each row is told whole to whoever hears it."""

from ui.widgets.offers import Heading, Offer


def test_a_row_is_told_with_everything_that_stands_in_it():
    offer = Offer(
        "Quintana, Mari",
        "users",
        print,
        aside="2025-CR-0143",
        quiet="Phase 3, active",
        keys="Enter",
    )

    assert offer.told == "Quintana, Mari, 2025-CR-0143, Phase 3, active, Enter"
    assert Offer("Lock", "lock", print).told == "Lock"
    assert Heading("People").told == "People"
