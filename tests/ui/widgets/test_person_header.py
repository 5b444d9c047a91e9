"""Tests the head of a person's page: preferred name first, and honest gaps."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.lines import Line
from app.participants import ContactFacts, HeaderFacts
from models.choices import ContactKind, Status
from tests.ui import geometry
from ui.widgets import person_header
from ui.widgets.person_header import PersonHeader

TODAY = date(2026, 11, 23)
LINE = Line(
    person_id=1,
    last_name="Quintana",
    first_name="Marisol",
    preferred_name="Mari",
    birth_date=None,
    sex=None,
    case_number="2025-CR-0143",
    status=Status.ACTIVE,
    phase=3,
    phase_since=date(2026, 10, 14),
    phase_minimum_days=90,
    next_hearing_on=date(2026, 11, 24),
)
FACTS = HeaderFacts(
    line=LINE,
    pronouns="she/her",
    legal_name="Marisol Reyes Quintana",
    interpreter=None,
    accommodations=None,
    contacts=(),
    cases=("2025-CR-0143",),
)


def facts(**changed):
    return replace(FACTS, line=replace(LINE, **changed))


def test_the_head_says_who_where_and_what_is_next(qtbot):
    header = PersonHeader(FACTS, TODAY, QPushButton("Progress report"))
    qtbot.addWidget(header)

    told = [label.text() for label in header.findChildren(QLabel)]

    assert told[:2] == ["MQ", "Mari Quintana"]
    for words in ("2025-CR-0143", "3, day 41 of 90", "Active", "Tue Nov\N{NO-BREAK SPACE}24"):
        assert any(
            words.replace("\N{NO-BREAK SPACE}", " ") in each.replace("\N{NO-BREAK SPACE}", " ")
            for each in told
        )


@pytest.mark.parametrize(("width", "below"), [(1180, False), (700, True)])
def test_in_a_narrow_window_how_far_stands_below_who_and_no_word_is_cut(qtbot, width, below):
    header = PersonHeader(FACTS, TODAY, QPushButton("Progress report"))
    qtbot.addWidget(header)

    header.resize(width, 100)
    header.show()
    QApplication.processEvents()

    name, phase = (
        next(each for each in header.findChildren(QLabel) if each.text() == words)
        for words in ("Mari Quintana", "3, day 41 of 90")
    )
    top = [each.mapTo(header, each.rect().bottomLeft()).y() for each in (name, phase)]
    assert (top[1] - top[0] > name.height() // 2) is below
    assert geometry.mistakes(header) == []


def test_the_legal_name_stands_only_where_it_is_another():
    assert person_header.second_line(FACTS) == "Legal name Marisol Reyes Quintana, she/her"
    same = replace(FACTS, legal_name="Mari Quintana", pronouns=None)
    assert person_header.second_line(same) == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "3, day 41 of 90"),
        ({"phase_minimum_days": None}, "3, day 41"),
        ({"phase_since": None}, "3, start not on file"),
        ({"phase": None}, "Not on file"),
    ],
)
def test_the_phase_says_what_is_known_and_no_more(changed, words):
    assert person_header.phase_words(facts(**changed), TODAY) == words


def test_gaps_are_told():
    told = dict(person_header.where(facts(status=None, next_hearing_on=None), TODAY))

    assert told["Status"] == "Not on file"
    assert told["Next hearing"] == "none on file"


def test_what_must_be_minded_is_one_neutral_mark_and_its_words_stand_on_a_key(qtbot, dressed):
    phone = ContactFacts(ContactKind.PHONE, "555-0148", False, True, None)
    minded = replace(FACTS, contacts=(phone,), interpreter="Navajo", accommodations="Large print")
    header = PersonHeader(minded, TODAY, QPushButton("Progress report"))
    qtbot.addWidget(header)
    header.resize(1180, 100)
    header.show()
    assert header.mark.text() == "Please note"

    header.mark.click()
    QApplication.processEvents()
    words = "No voicemail, address confidential, interpreter, accommodations"
    assert (header.mark.text(), header.mark.accessibleName()) == (words, words)
    assert geometry.mistakes(header) == []

    header.mark.click()
    assert header.mark.text() == "Please note"


def test_without_anything_to_mind_there_is_no_mark(qtbot):
    header = PersonHeader(FACTS, TODAY, QPushButton("Progress report"))
    qtbot.addWidget(header)

    assert person_header.minded(FACTS) == []
    assert header.mark.isHidden()


def test_the_initials_are_of_the_name_that_somebody_goes_by(qtbot):
    assert person_header.initials(FACTS) == "MQ"
    assert person_header.initials(facts(preferred_name=None, first_name="Íñigo")) == "ÍQ"
