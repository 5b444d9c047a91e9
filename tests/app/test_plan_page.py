"""Tests the printed plan on its way out: who may have one, what it says, what is written down."""

from datetime import date

import pytest
from sqlalchemy import select

from app import facts, plan_page
from app.plan_facts import PlanPageFacts
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from models.errors import NoSuchThing
from tests.makers import make_participant, make_plan, objective


class Page:
    """A drawn page."""

    pdf, pages = b"%PDF-1.7 plan", 1


@pytest.fixture
def ada(desk):
    made = make_participant(desk, "Begaye", "Ada", preferred_name="Addie", case_number="26-TC-0117")
    make_plan(desk, made, objective("Keep every injection visit, naltrexone"), version=1)
    return made


@pytest.mark.parametrize("recipient", [Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM])
def test_the_page_says_whom_it_is_for_and_holds_the_newest_version(desk, ada, recipient):
    told = plan_page.facts(desk, ada.person, recipient)

    assert told.recipient is recipient
    assert (told.name, told.case_number) == ("Addie Begaye", "26-TC-0117")
    assert told.plan.problems[0].objectives[0].words == "Keep every injection visit, naltrexone"
    assert (told.prepared_by, told.data_as_of) == (desk.holder, date(2026, 11, 23))
    assert facts.read(PlanPageFacts, facts.canonical(told)) == told


@pytest.mark.parametrize(
    "recipient", sorted(set(Recipient) - {Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM})
)
def test_nobody_else_gets_this_page(desk, ada, recipient):
    with pytest.raises(NoSuchThing):
        plan_page.facts(desk, ada.person, recipient)


def test_without_a_plan_there_is_no_page(desk):
    somebody = make_participant(desk)

    with pytest.raises(NoSuchThing) as refused:
        plan_page.facts(desk, somebody.person, Recipient.PARTICIPANT)

    assert refused.value.key == "plan.none-to-print"


def test_what_leaves_is_written_down_for_treatment(desk, ada):
    told = plan_page.facts(desk, ada.person, Recipient.PARTICIPANT)

    released = plan_page.released(desk, ada.person, told, lambda _document, _facts: Page())

    with desk.read() as session:
        [row] = session.scalars(select(Disclosure))
    assert (row.id, row.document) == (released.disclosure_id, "treatment-plan")
    assert (row.recipient, row.purpose) == (Recipient.PARTICIPANT, Purpose.TREATMENT)
    assert (row.person_id, row.hearing_on) == (ada.person, None)
    assert row.facts == facts.canonical(told)
