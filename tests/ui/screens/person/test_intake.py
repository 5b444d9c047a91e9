"""Tests what intake has put on file: gaps are said, each part opens its own form."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from models.sealing import SealingKind, SealingOrder
from tests.makers import add, make_participant
from ui.forms.catalogue import FORMS
from ui.screens.person.intake import IntakeTab


@pytest.fixture
def tab(open_tab, desk):
    ada = make_participant(desk, "Begaye", case_number="2026-CR-0001")
    return open_tab(IntakeTab, desk, ada.person)


def test_what_is_not_on_file_is_said(tab):
    told = [label.text() for label in tab.findChildren(QLabel)]

    assert {"Begaye", "2026-CR-0001", "Not on file", "None on file"} <= set(told)


def test_each_part_opens_its_form(qtbot, tab):
    for form in ("identity", "admission", "case", "contact", "legal", "prescription"):
        change = tab.findChild(QPushButton, form)
        with qtbot.waitSignal(tab.wants) as wanted:
            change.click()

        assert wanted.args[0] == "form"
        assert wanted.args[1][0] in FORMS
        assert change.accessibleName().startswith("Change ")


def test_an_order_about_the_whole_file_has_a_page_of_its_own(qtbot, tab):
    with qtbot.waitSignal(tab.wants) as wanted:
        tab.findChild(QPushButton, "sealing").click()

    assert wanted.args == ["sealing", tab.person_id]


def test_an_order_that_waits_is_said(open_tab, desk):
    ada = make_participant(desk, "Begaye")
    order = SealingOrder(
        person_id=ada.person,
        kind=SealingKind.SEAL,
        number="24-CR-0117",
        ordered_on=date(2026, 11, 20),
        ordered_by="Hon. Vera Lucero",
    )
    add(desk, order)

    tab = open_tab(IntakeTab, desk, ada.person)

    told = [label.text() for label in tab.findChildren(QLabel)]
    assert "An order of 11/20/2026 waits: Seal the file." in told
