"""Tests that better words are offered, whole words only, and quotations are left alone."""

import time

import pytest

from app.person_first import suggestions


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("She relapsed on Friday.", ["relapsed"]),
        ("A former addict, and an addict.", ["former addict", "addict"]),
        ("Dirty UA; the client said sorry", ["Dirty UA", "client"]),
        ("The house is cleaner, with a user-made shelf", []),
        ("He said “I am an addict” in group.", []),
        ('Says: "clean since May".', []),
        ("Relapse. relapse.", ["Relapse"]),
        ("", []),
    ],
)
def test_each_word_of_the_list_is_found_once_outside_quotations(written, found):
    assert [each.found for each in suggestions(written)] == found


def test_the_better_word_puts_the_person_first():
    [told] = suggestions("an addict")

    assert told.better == "person who uses drugs"


def test_quotations_that_never_close_hold_nobody_up():
    written = "‘ " * 10_000 + "an addict"

    began = time.process_time()
    found = suggestions(written)

    assert [each.found for each in found] == ["addict"]
    assert time.process_time() - began < 0.5
