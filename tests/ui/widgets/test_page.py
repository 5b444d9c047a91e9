"""Tests what every screen is: a page that tells what happened in its banner."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from models.errors import NoSuchThing
from ui import failures
from ui.widgets.labels import label
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


def test_what_scrolls_reaches_to_the_side_and_the_foot_stays_below(qtbot, page):
    line = QHBoxLayout()
    line.addWidget(label("Save"))
    body, column = page.scroll_below()
    column.addWidget(label("A question"))
    foot = page.stand_below(line)
    page.resize(600, 400)
    page.show()
    QCoreApplication.processEvents()

    assert body.width() == foot.width() == page.width()
    assert foot.geometry().bottom() == page.height() - 1
    assert body.geometry().bottom() < foot.geometry().top()
