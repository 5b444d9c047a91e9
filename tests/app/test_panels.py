"""Tests the panels as data."""

from app import panels
from app.imports import substances


def test_a_panel_looks_for_substances_that_the_program_knows():
    known = {each.id for each in substances.panel()}

    assert panels.panels()
    for panel in panels.panels():
        assert set(panel.substances) <= known


def test_a_panel_not_known_here_looks_for_everything():
    assert panels.substances_of("Something else") == substances.panel()
    assert {each.id for each in panels.substances_of("EtG strip")} == {"etg"}
