"""Tests an objective by form: how far it is, both ratings, and what helps."""

from datetime import date

import pytest

from app import objective_forms, plan_review, plan_tree
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import ObjectiveStatus
from models.errors import BadInput, NoSuchThing
from models.service import Provider
from tests.makers import add, make_participant, make_plan, objective

TODAY = date(2026, 11, 23)
STATUS = "objective.status"
SINCE = "objective.status_on"


@pytest.fixture
def ada(desk):
    made = make_participant(desk, "Begaye", "Ada")
    make_plan(desk, made, objective("Visit three places", status_on=date(2026, 10, 6)))
    return made


def step_of(desk, ids):
    with desk.read() as session:
        return plan_tree.of_person(session, ids.person).plan.problems[0].objectives[0]


def opened(desk, ids):
    with desk.read() as session:
        return objective_forms.opened(session, Subject(ids.person, step_of(desk, ids).id), TODAY)


def keep(desk, ids, single=None, helping=None):
    shown = opened(desk, ids).answers
    rows = shown.groups["intervention"] if helping is None else helping
    told = Answers(shown.single | (single or {}), {"intervention": rows})
    with desk.work() as session:
        subject = Subject(ids.person, step_of(desk, ids).id)
        return objective_forms.keep(session, subject, told, TODAY)


def test_a_status_that_moves_on_is_news_of_today(desk, ada):
    told = keep(desk, ada, {STATUS: "met", "objective.progress": "3 of 3 places"})

    step = step_of(desk, ada)
    assert told == "Ada Begaye, objective 1.1"
    assert (step.status, step.status_on) == (ObjectiveStatus.MET, TODAY)
    assert step.progress == "3 of 3 places"


def test_the_day_of_a_status_is_the_one_that_was_told(desk, ada):
    keep(desk, ada, {STATUS: "met", SINCE: "11/13/2026"})

    assert step_of(desk, ada).status_on == date(2026, 11, 13)


def test_a_status_that_stays_keeps_its_day(desk, ada):
    keep(desk, ada, {"objective.staff_rating": "2", "objective.participant_rating": "0"})

    step = step_of(desk, ada)
    assert step.status_on == date(2026, 10, 6)
    assert (step.staff_rating, step.participant_rating) == (2, 0)


def test_other_words_are_a_correction_that_needs_a_reason(desk, ada):
    with pytest.raises(Invalid) as refused:
        keep(desk, ada, {"objective.words": "Visit two places"})
    keep(desk, ada, {"objective.words": "Visit two places", REASON: "agreed in review"})

    assert set(refused.value.mistakes) == {REASON}
    assert step_of(desk, ada).words == "Visit two places"


@pytest.mark.parametrize(
    ("single", "wrong"),
    [
        ({STATUS: ""}, {STATUS}),
        ({STATUS: "met", SINCE: "11/24/2026"}, {SINCE}),
        ({"objective.staff_rating": "4"}, {"objective.staff_rating"}),
        (
            {"objective.participant_rating": "many", "objective.words": ""},
            {"objective.participant_rating", "objective.words"},
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(desk, ada, single, wrong):
    before = step_of(desk, ada)

    with pytest.raises(Invalid) as refused:
        keep(desk, ada, single)

    assert set(refused.value.mistakes) == wrong
    assert step_of(desk, ada) == before


def test_what_helps_is_kept_with_its_provider(desk, ada):
    cedar = add(desk, Provider(name="Cedar Bench Counseling"))
    row = {
        "intervention.words": "Group",
        "intervention.provider_id": str(cedar),
        "intervention.frequency": "Mondays",
    }

    keep(desk, ada, {}, [row, {"intervention.words": "Rides"}])

    group, rides = step_of(desk, ada).interventions
    assert (group.words, group.provider, group.frequency) == (
        "Group",
        "Cedar Bench Counseling",
        "Mondays",
    )
    assert (rides.words, rides.provider) == ("Rides", None)


def test_help_without_words_is_told_beside_its_field(desk, ada):
    with pytest.raises(Invalid) as refused:
        keep(desk, ada, {}, [{"intervention.responsible": "R. Stone"}])

    assert set(refused.value.mistakes) == {"intervention[0].intervention.words"}


def test_help_that_is_taken_away_needs_a_reason(desk, ada):
    keep(desk, ada, {}, [{"intervention.words": "Rides"}])

    with pytest.raises(Invalid) as refused:
        keep(desk, ada, {}, [])
    keep(desk, ada, {REASON: "has a car again"}, [])

    assert set(refused.value.mistakes) == {REASON}
    assert step_of(desk, ada).interventions == ()


def test_a_provider_that_has_ended_is_still_read_by_its_name(desk, ada):
    former = add(desk, Provider(name="Old Mill Clinic", ended_on=date(2026, 9, 1)))
    add(desk, Provider(name="Cedar Bench Counseling"))
    row = {"intervention.words": "Group", "intervention.provider_id": str(former)}
    assert [each.words for each in opened(desk, ada).lookups["providers"]] == [
        "Cedar Bench Counseling"
    ]

    keep(desk, ada, {}, [row])

    assert [each.words for each in opened(desk, ada).lookups["providers"]] == [
        "Cedar Bench Counseling",
        "Old Mill Clinic",
    ]


def test_ratings_are_read_in_words(desk, ada):
    ratings = opened(desk, ada).lookups["ratings"]

    assert [each.value for each in ratings] == ["0", "1", "2", "3"]
    assert ratings[3].words == "3: reached"


def test_an_objective_of_an_earlier_version_stays_as_it_was(desk, ada):
    earlier = step_of(desk, ada).id
    with desk.work() as session:
        plan_review.begin(session, ada.person, TODAY)

    told, subject = Answers({STATUS: "met"}, {}), Subject(ada.person, earlier)
    with pytest.raises(BadInput), desk.work() as session:
        objective_forms.keep(session, subject, told, TODAY)


def test_an_objective_that_is_gone_or_somebody_elses_is_told(desk, ada):
    ben = make_participant(desk, "Etcitty")
    with pytest.raises(NoSuchThing), desk.read() as session:
        objective_forms.opened(session, Subject(ben.person, step_of(desk, ada).id), TODAY)
    with pytest.raises(NoSuchThing), desk.read() as session:
        objective_forms.opened(session, Subject(ada.person, 99), TODAY)
