from datetime import date

import pytest

from app import history, sealing
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import Source
from models.errors import NoSuchThing
from models.sealing import SealingKind, SealingOrder
from tests.makers import make_participant

TODAY = date(2026, 11, 23)


def told(**typed):
    reason = typed.pop("reason", "")
    return Answers({f"sealing_order.{key}": text for key, text in typed.items()} | {REASON: reason})


WHOLE = {
    "kind": "expunge",
    "number": "24-CR-0117",
    "ordered_on": "11/20/2026",
    "ordered_by": "Hon. Vera Lucero",
    "received_on": "11/23/2026",
}


def enter(desk, person, answers):
    with desk.work() as session:
        return sealing.enter(session, Subject(person), answers, TODAY)


def test_an_order_is_entered_and_waits(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    sentence = enter(desk, ada.person, told(**WHOLE))

    with desk.read() as session:
        order = sealing.waiting(session, ada.person)
    assert sentence == "Ada Begaye: order to expunge the file entered"
    assert (order.kind, order.number) == (SealingKind.EXPUNGE, "24-CR-0117")
    assert (order.ordered_on, order.source) == (date(2026, 11, 20), Source.FORM)


def test_an_empty_order_offers_the_day_it_came(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    with desk.read() as session:
        opened = sealing.opened(session, Subject(ada.person), TODAY)

    assert opened.about == "Ada Begaye"
    assert opened.answers.single["sealing_order.received_on"] == "11/23/2026"
    assert opened.rows == {}


def test_an_order_of_tomorrow_or_without_a_number_is_refused(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        enter(desk, ada.person, told(**(WHOLE | {"ordered_on": "+1", "number": " "})))

    assert set(refused.value.mistakes) == {"sealing_order.ordered_on", "sealing_order.number"}
    with desk.read() as session:
        assert sealing.waiting(session, ada.person) is None


def test_the_order_that_waits_is_corrected_with_a_reason(desk):
    ada = make_participant(desk)
    enter(desk, ada.person, told(**WHOLE))

    with pytest.raises(Invalid) as refused:
        enter(desk, ada.person, told(number="24-CR-0171"))
    enter(desk, ada.person, told(number="24-CR-0171", reason="misread"))

    assert set(refused.value.mistakes) == {REASON}
    with desk.read() as session:
        order = sealing.waiting(session, ada.person)
        opened = sealing.opened(session, Subject(ada.person), TODAY)
        earlier = history.of_field(session, "sealing_order", order.id, "number")
    assert opened.answers.single["sealing_order.number"] == "24-CR-0171"
    assert opened.rows == {"sealing_order": order.id}
    assert [entry.changes[0].was for entry in earlier] == ["24-CR-0117", ""]


def test_an_order_that_waits_is_told_in_words(desk):
    ada = make_participant(desk)
    with desk.read() as session:
        before = sealing.waiting_words(session, ada.person)

    enter(desk, ada.person, told(**WHOLE))

    with desk.read() as session:
        after = sealing.waiting_words(session, ada.person)
    assert (before, after) == ("", "An order of 11/20/2026 waits: Expunge the file.")


def test_an_order_about_nobody_is_refused(desk):
    with pytest.raises(NoSuchThing):
        enter(desk, 999, told(**WHOLE))


@pytest.mark.parametrize("typed", ["24-CR-0117", " 24-cr-0117 ", "24-CR- 0117"])
def test_the_number_is_known_whatever_its_capitals_and_spaces(typed):
    assert sealing.is_number(SealingOrder(number="24-CR-0117"), typed)


@pytest.mark.parametrize(("number", "typed"), [("24-CR-0117", "24-CR-0118"), ("  ", ""), ("1", "")])
def test_another_number_or_none_is_not_the_order_s(number, typed):
    assert not sealing.is_number(SealingOrder(number=number), typed)
