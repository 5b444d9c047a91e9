from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from app.answers import Answers, key_of
from app.court_day import COUNSEL, NEXT, ORDER, SAID, HearingFacts, OrderFacts
from models.choices import Appearance, OrderStatus
from ui.screens.court_day.said_card import SaidCard

FACTS = HearingFacts(
    hearing_id=1,
    person_id=2,
    name="Mari Quintana",
    held_on=date(2026, 11, 24),
    appearance=None,
    last_on=date(2026, 11, 10),
    last_orders=(OrderFacts(5, "Bring pay stubs", None, OrderStatus.OPEN),),
    orders=(),
    next_on=None,
    answers=Answers({key_of(SAID): "Proud."}),
    draft=None,
)


@pytest.fixture
def card(qtbot):
    made = SaidCard(lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    return made


def test_a_hearing_is_shown_with_what_is_on_file(card):
    card.show_hearing(replace(FACTS, appearance=Appearance.REMOTE), anew=True)

    assert card.name.text() == "Mari Quintana"
    assert card.appearances[Appearance.REMOTE].isChecked()
    assert card.answers() == Answers({key_of(SAID): "Proud."})


def test_before_the_call_no_appearance_is_chosen(card):
    card.show_hearing(replace(FACTS, appearance=Appearance.REMOTE), anew=True)
    card.show_hearing(FACTS, anew=True)

    assert not any(chip.isChecked() for chip in card.appearances.values())


def test_ways_to_appear_are_told_as_one_of_several(card):
    card.show_hearing(replace(FACTS, appearance=Appearance.REMOTE), anew=True)
    told = [QAccessible.queryAccessibleInterface(each) for each in card.appearances.values()]

    assert {each.role() for each in told} == {QAccessible.Role.RadioButton}
    assert [bool(each.state().checked) for each in told].count(True) == 1


def test_what_was_ordered_and_the_next_date_are_told(card):
    given = OrderFacts(6, "Keep both groups", None, OrderStatus.OPEN)
    card.show_hearing(replace(FACTS, orders=(given,), next_on=date(2026, 12, 8)), anew=True)

    assert card.given.text() == "Ordered today: Keep both groups"
    assert card.next_known.text() == "On the docket of Tuesday, December 8, 2026."


def test_the_same_orders_keep_their_lines(card):
    card.show_hearing(FACTS, anew=True)
    before = list(card.orders)
    card.show_hearing(FACTS, anew=False)
    kept = card.orders == before
    card.show_hearing(replace(FACTS, last_orders=(), last_on=None), anew=True)

    assert kept
    assert card.orders == []


def test_an_order_that_names_a_medicine_is_told_what_becomes_of_it(card):
    card.show_hearing(FACTS, anew=True)
    card.fields[key_of(ORDER)].input.widget.setPlainText("Stop the methadone")
    named = card.medicine.isVisible(), card.fields[key_of(COUNSEL)].isVisible()
    card.fields[key_of(ORDER)].input.widget.setPlainText("Bring pay stubs")

    assert named == (True, True)
    assert not card.medicine.isVisible()
    assert not card.fields[key_of(COUNSEL)].isVisible()


def test_an_order_says_that_it_was_marked(qtbot, card):
    card.show_hearing(FACTS, anew=True)

    with qtbot.waitSignal(card.marked) as marked:
        card.orders[0].button.click()

    assert marked.args == [5, OrderStatus.DONE]


def test_choosing_an_appearance_answers_the_question(qtbot, card):
    card.show_hearing(FACTS, anew=True)
    card.tell_appearance()
    asked = card.ask_first.isVisible()

    with qtbot.waitSignal(card.appeared) as appeared:
        card.appearances[Appearance.EXCUSED].click()

    assert asked
    assert appeared.args == [Appearance.EXCUSED]
    assert not card.ask_first.isVisible()


def test_mistakes_stand_below_their_fields(card):
    card.tell({key_of(NEXT): "Type a later day."})

    assert card.fields[key_of(NEXT)]._mistake.isVisible()


def test_the_button_says_who_is_next(card):
    card.name_save("Ramón Etcitty")
    following = card.save.text()
    card.name_save(None)

    assert following == "Save, call Ramón Etcitty"
    assert card.save.text() == "Save"


def test_without_anybody_the_card_has_its_own_name(card):
    card.show_hearing(FACTS, anew=True)

    card.show_nobody()

    assert card.name.text() == "Said and ordered"


def test_every_control_has_a_name_that_is_not_its_value(card):
    card.show_hearing(FACTS, anew=True)

    for field in card.fields.values():
        assert field.input.widget.accessibleName()
    for chip in card.appearances.values():
        assert chip.accessibleName() == chip.text()
