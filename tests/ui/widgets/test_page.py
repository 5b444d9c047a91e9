"""Tests what every screen is: a page that tells what happened in its banner."""

import pytest

from models.errors import NoSuchThing
from ui import failures
from ui.widgets.page import Page


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    return made


def test_trouble_stands_in_the_banner_of_the_page(page):
    page.fail(NoSuchThing("record.missing"))

    assert page.banner.words.startswith("There is no record of that name.")


def test_a_fault_of_ours_goes_to_the_report(page, monkeypatch):
    reported = []
    monkeypatch.setattr(failures.failures, "show", reported.append)

    page.fail(KeyError("Begaye"))

    assert [type(error) for error in reported] == [KeyError]
    assert page.banner.isHidden()
