"""Tests what stands around the tree: the review day, a line, the plan and its versions."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.plan_facts import PlanShown, VersionFacts
from tests.ui.screens.person.plans import PLAN, PROBLEM, plan_of
from ui.screens.person import plan_cards, plan_lines

TODAY = date(2026, 11, 23)
NEWEST = VersionFacts(PLAN.id, 3, date(2026, 10, 6))
EARLIER = VersionFacts(7, 2, date(2026, 6, 1))


def words(widget):
    return [each.text().replace("\xa0", " ") for each in widget.findChildren(QLabel)]


def nothing():
    return None


@pytest.mark.parametrize(
    ("on", "told", "name"),
    [
        (date(2026, 11, 25), "Review due Wed Nov 25", "banner"),
        (date(2026, 11, 20), "Review due Fri Nov 20", "banner"),
        (date(2026, 12, 31), "Review due Thu Dec 31", "badge"),
        (None, "No review date yet", "banner"),
    ],
)
def test_a_review_that_is_near_or_not_set_is_in_the_tone_of_attention(qtbot, on, told, name):
    chip = plan_cards.review_chip(on, TODAY)
    qtbot.addWidget(chip)

    assert told in words(chip)
    assert chip.objectName() == name


@pytest.mark.parametrize(("change", "buttons"), [(nothing, 1), (None, 0)])
def test_a_line_is_told_whole_and_changed_where_that_is_possible(qtbot, change, buttons):
    line = plan_lines.lines(plan_of(PROBLEM), TODAY)[2]
    card = plan_cards.line_card(line, change)
    qtbot.addWidget(card)

    assert words(card)[0] == "Objective 1.1"
    assert "Visit three places" in words(card)
    assert len(card.findChildren(QPushButton)) == buttons


def test_one_version_needs_no_choice(qtbot):
    facts = PlanShown(PLAN, (NEWEST,))
    card = plan_cards.about_card(facts, TODAY, nothing, plan_cards.versions_chip(facts))
    qtbot.addWidget(card)

    assert plan_cards.versions_chip(facts) is None
    assert [button.text() for button in card.findChildren(QPushButton)] == ["Change the plan"]


def test_an_earlier_version_is_chosen_and_cannot_be_changed(qtbot):
    facts = PlanShown(PLAN, (VersionFacts(9, 4, date(2026, 11, 1)), NEWEST, EARLIER))
    chip = plan_cards.versions_chip(facts)
    card = plan_cards.about_card(facts, TODAY, nothing, chip)
    qtbot.addWidget(card)

    assert chip.text().replace("\xa0", " ") == "Shown: Version 3, since Oct 6, 2026"
    assert card.findChildren(QPushButton) == [chip]


def test_the_newest_version_is_called_that(qtbot):
    chip = plan_cards.versions_chip(PlanShown(PLAN, (NEWEST, EARLIER)))
    qtbot.addWidget(chip)

    assert chip.text() == "Shown: newest version"


def test_an_empty_plan_says_what_will_stand_there(qtbot):
    begun = []
    add = QPushButton("Add")
    card = plan_cards.empty_card(add, lambda: begun.append(True))
    qtbot.addWidget(card)

    [link] = [each for each in card.findChildren(QPushButton) if each is not add]
    link.click()

    assert any(text.startswith("No treatment plan is on file.") for text in words(card))
    assert begun == [True]
