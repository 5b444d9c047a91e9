"""The cards before an order: the first of many lines, and ways to whoever is named."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.carrying_out import Before
from app.certificate_facts import Copy
from app.mentions import Mention
from app.wording import say
from models.sealing import SealingKind
from ui.screens.sealing import cards

COPY = Copy(7, date(2026, 11, 20), "Stick A", None, "court.milebak", date(2026, 12, 1))


def before(**facts):
    usual = {
        "name": "Ada Begaye",
        "kind": SealingKind.SEAL,
        "number": "24-CR-0117",
        "ordered_on": date(2026, 11, 20),
        "ordered_by": "Hon. Vera Lucero",
        "copies": (),
        "beside": (),
        "mentions": (),
    }
    return Before(**(usual | facts))


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


@pytest.fixture
def kept(qtbot, dressed):
    def keep(widget):
        qtbot.addWidget(widget)
        return widget

    return keep


def test_backups_say_where_they_are_and_until_when(kept):
    unknown = Copy(8, date(2026, 11, 21), None, None, None, None)

    told = words(kept(cards.copies(before(copies=(COPY, unknown), beside=("a.milepost",)))))

    assert "No. 7, Stick A, about until Dec\N{NO-BREAK SPACE}1, 2026" in told
    assert any(text.endswith(say("sealing.copies.ever")) for text in told)
    assert "a.milepost" in told


def test_without_a_backup_the_card_says_so(kept):
    assert say("sealing.copies.none") in words(kept(cards.copies(before())))


def test_of_many_backups_the_first_are_shown_and_the_rest_is_counted(kept):
    told = words(kept(cards.copies(before(copies=(COPY,) * 9))))

    assert sum(text.startswith("No. 7") for text in told) == cards.FIRST
    assert say("sealing.copies.more", n=3) in told


def test_a_mention_leads_to_whose_file_it_stands_in(kept):
    wanted = []
    found = (Mention("note", 4, 9, "Ben Etcitty"), Mention("court_session", 2, None, None))

    card = kept(cards.mentions(before(mentions=found), lambda *to: wanted.append(to)))
    [way] = card.findChildren(QPushButton)
    way.click()

    assert way.text() == "Note, Ben Etcitty"
    assert wanted == [("person", 9)]
    assert f"Court session, {say('sealing.mentions.court')}" in words(card)
