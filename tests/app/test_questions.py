"""Tests the questions about what waits: the same of everybody and of one person."""

from datetime import date, timedelta

from app import questions
from models.choices import Status
from models.plan import TreatmentPlan
from tests.makers import add, make_participant, make_test

TODAY = date(2026, 11, 23)
LATE = TODAY - timedelta(days=9)


def asked(desk, question, who=None, **days):
    with desk.read() as session:
        return question.ask(session.connection(), who, **days)


def test_what_is_asked_of_one_person_is_answered_of_nobody_else(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    for each in (ada, ben):
        make_test(desk, each, LATE, awaiting_laboratory=True)

    of_all = asked(desk, questions.SENT, sent_before=TODAY)
    of_ben = asked(desk, questions.SENT, ben.person, sent_before=TODAY)

    assert [row.person_id for row in of_all] == [ada.person, ben.person]
    assert [row.person_id for row in of_ben] == [ben.person]


def test_the_same_question_is_answered_anew_for_another_day(desk):
    make_test(desk, make_participant(desk), LATE, awaiting_laboratory=True)

    found = [len(asked(desk, questions.SENT, sent_before=day)) for day in (LATE, TODAY)]

    assert found == [0, 1]


def test_only_the_newest_version_of_a_plan_is_reviewed_and_none_that_is_to_come(desk):
    ada = make_participant(desk)
    for version, started in ((1, LATE), (2, LATE), (3, TODAY + timedelta(days=1))):
        own = {"person_id": ada.person, "episode_id": ada.episode, "version": version}
        add(desk, TreatmentPlan(**own, started_on=started, next_review_on=TODAY))

    found = asked(desk, questions.REVIEWS, ada.person, today=TODAY, soon=TODAY)

    assert [row.id for row in found] == [2]


def test_whoever_takes_no_part_any_more_is_not_asked_about(desk):
    make_participant(desk, status=Status.GRADUATED)

    assert asked(desk, questions.NOT_ASKED) == []
