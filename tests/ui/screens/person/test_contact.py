"""Tests the card that says how to reach somebody."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from app.participants import ContactFacts
from models.choices import ContactKind
from tests.ui.widgets.test_person_header import FACTS
from ui.screens.person.contact import contact_card


def test_the_contact_says_whether_a_message_may_be_left(qtbot):
    phone = ContactFacts(ContactKind.PHONE, "555-0148", False, True, "mornings")
    other = replace(phone, value="555-0149", may_leave_message=True, confidential=False)
    post = ContactFacts(ContactKind.ADDRESS, "12 Juniper Avenue", True, False, None)
    facts = replace(FACTS, contacts=(phone, other, post), interpreter="Navajo")
    card = contact_card(facts)
    qtbot.addWidget(card)

    told = [label.text() for label in card.findChildren(QLabel)]

    assert "Do not leave a message" in told
    assert told.count("May leave a message") == 1
    assert told.count("Confidential") == 1
    assert "Safe times: mornings" in told
    assert "Interpreter: Navajo" in told


def test_no_way_to_reach_somebody_is_said(qtbot):
    card = contact_card(FACTS)
    qtbot.addWidget(card)

    told = [label.text() for label in card.findChildren(QLabel)]

    assert "No phone number, address or e-mail is on file." in told
