"""Tests the capital letter at the beginning of a line."""

from ui.capitals import capital


def test_only_the_first_letter_changes():
    assert capital("buprenorphine: as Dr. Oyelaran prescribed") == (
        "Buprenorphine: as Dr. Oyelaran prescribed"
    )


def test_nothing_stays_nothing():
    assert capital("") == ""
