from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.choices import Outcome, TestResult
from models.drug_test import DrugTest, DrugTestResult, Prescription
from tests.makers import add, make_participant, make_test

DAY = date(2026, 11, 9)


def test_a_test_that_was_entered_waits_for_no_laboratory(desk):
    who = make_participant(desk)
    make_test(desk, who, DAY)

    with desk.read() as session:
        assert session.scalars(select(DrugTest.awaiting_laboratory)).all() == [False]


def test_a_day_without_a_specimen_has_none_and_no_validity(desk):
    who = make_participant(desk)
    make_test(desk, who, DAY, outcome=Outcome.NO_SHOW, specimen=None, validity=None)

    with desk.read() as session:
        test = session.scalars(select(DrugTest)).one()

    assert (test.specimen, test.validity) == (None, None)


def test_the_database_refuses_a_test_of_an_episode_of_somebody_else(desk):
    one, other = make_participant(desk), make_participant(desk)

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(
            desk,
            DrugTest(
                person_id=one.person,
                episode_id=other.episode,
                collected_on=DAY,
                outcome=Outcome.TESTED,
            ),
        )


def test_a_result_needs_its_test(desk):
    who = make_participant(desk)

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(
            desk,
            DrugTestResult(
                person_id=who.person,
                drug_test_id=404,
                substance="thc",
                result=TestResult.PRESUMPTIVE,
            ),
        )


def test_a_prescription_says_how_it_was_verified(desk):
    who = make_participant(desk)

    with pytest.raises(IntegrityError, match="NOT NULL"):
        add(
            desk,
            Prescription(
                person_id=who.person, episode_id=who.episode, medicine="Methadone", started_on=DAY
            ),
        )
