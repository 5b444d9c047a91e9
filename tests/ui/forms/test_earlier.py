"""Tests the table of a field's earlier values."""

from ui.forms import earlier


def test_it_says_when_what_by_whom_and_why(court_desk):
    heads = [column.heading for column in earlier.columns(court_desk)]

    assert heads == ["Day", "It was", "It became", "By", "Why"]
