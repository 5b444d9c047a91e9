from datetime import UTC, date, datetime, timedelta

import pytest

from app import people, waiting
from app.waiting import Found
from models.choices import (
    Answer,
    Ethnicity,
    OrderStatus,
    Race,
    Source,
    Status,
    TestResult,
    Verification,
)
from models.episode import Episode
from models.note import Draft
from models.person import Person, PersonRace
from tests.makers import (
    ADMITTED,
    add,
    make_hearing,
    make_order,
    make_participant,
    make_plan,
    make_prescription,
    make_test,
)
from tests.makers import Found as Substance

TODAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def ada(desk):
    return make_participant(desk)


def found(desk, find) -> list[Found]:
    with desk.read() as session:
        return list(find(session.connection(), TODAY))


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def test_an_order_due_by_the_next_hearing_waits_while_it_is_open(desk, ada) -> None:
    before = make_hearing(desk, ada, day(13))
    make_hearing(desk, ada, TUESDAY)
    number = make_order(desk, ada, before, "Bring pay stubs", due_on=TUESDAY)
    make_order(desk, ada, before, "Enroll in a class", due_on=date(2026, 12, 1))
    make_order(desk, ada, before, "Call", due_on=TUESDAY, status=OrderStatus.DONE)

    waits = found(desk, waiting.orders)

    assert waits == [Found(ada.person, TUESDAY, number, "Bring pay stubs")]


def test_an_order_that_names_a_medicine_is_nobodys_to_do(desk, ada) -> None:
    before = make_hearing(desk, ada, day(13))
    make_order(desk, ada, before, "Talk about the methadone dose", due_on=day(1))

    assert found(desk, waiting.orders) == []


def test_a_test_waits_for_the_laboratory_from_the_fourth_day_on(desk, ada) -> None:
    late = make_test(desk, ada, day(6), awaiting_laboratory=True, sent_on=day(4))
    make_test(desk, ada, day(3), awaiting_laboratory=True)

    waits = found(desk, waiting.laboratory)

    assert waits == [Found(ada.person, day(4), late, "Nov 17")]


def test_whoever_left_the_program_has_nothing_to_do(desk) -> None:
    gone = make_participant(desk, status=Status.GRADUATED)
    make_test(desk, gone, day(6), awaiting_laboratory=True)
    make_test(desk, gone, day(6), Substance("cocaine"))

    everything = [
        each for find in (waiting.laboratory, waiting.answers) for each in found(desk, find)
    ]
    everything += found(desk, waiting.not_asked)

    assert everything == []


def test_a_presumptive_result_waits_for_an_answer(desk, ada) -> None:
    asked = make_test(desk, ada, day(2), Substance("cocaine"), Substance("thc"))
    make_test(desk, ada, day(3), Substance("cocaine", answer=Answer.DISPUTED))
    make_test(desk, ada, day(4), Substance("cocaine", TestResult.CONFIRMED))
    make_test(desk, ada, day(60), Substance("cocaine"))

    waits = found(desk, waiting.answers)

    assert waits == [Found(ada.person, day(2), asked, "Nov 21")]


def test_what_a_prescription_produces_or_explains_needs_no_answer(desk, ada) -> None:
    make_prescription(desk, ada, "buprenorphine", ended_on=day(5))
    make_prescription(desk, ada, "amphetamine")
    make_test(desk, ada, day(8), Substance("buprenorphine"))
    make_test(desk, ada, day(7), Substance("amphetamine"))
    since = make_test(desk, ada, day(2), Substance("buprenorphine"))

    waits = found(desk, waiting.answers)

    assert [each.row_id for each in waits] == [since]


def test_an_imported_positive_for_a_single_medicine_waits_for_a_check(desk, ada) -> None:
    check = make_test(desk, ada, day(90), Substance("methadone"), source=Source.IMPORT)
    make_test(desk, ada, day(91), Substance("cocaine"), source=Source.IMPORT)

    waits = found(desk, waiting.medication_checks)
    make_prescription(desk, ada, "methadone")

    assert waits == [Found(ada.person, day(90), check, "Aug 25")]
    assert found(desk, waiting.medication_checks) == []
    assert found(desk, waiting.answers) == []


def test_the_plan_in_force_is_reviewed_in_time(desk, ada) -> None:
    make_plan(desk, ada, next_review_on=day(100))
    plan = make_plan(desk, ada, started_on=day(60), version=2, next_review_on=date(2026, 11, 30))
    ben = make_participant(desk, "Etcitty")
    make_plan(desk, ben, next_review_on=date(2026, 12, 1))

    assert found(desk, waiting.plan_reviews) == [Found(ada.person, date(2026, 11, 30), plan)]


def test_thirty_days_after_admission_there_is_a_plan(desk, ada) -> None:
    ben = make_participant(desk, "Etcitty")
    make_plan(desk, ben)
    make_participant(desk, "Nakai", admitted_on=day(29), referred_on=day(40))

    waits = found(desk, waiting.without_plan)

    assert waits == [Found(ada.person, ADMITTED + timedelta(days=30), words="Feb 2")]


def test_a_prescription_known_from_the_person_alone_is_verified(desk, ada) -> None:
    facts = {"verified_by": Verification.SELF_REPORT}
    number = make_prescription(desk, ada, "methadone", **facts)
    make_prescription(desk, ada, "naltrexone", ended_on=day(1), **facts)
    make_prescription(desk, ada, "buprenorphine")

    assert found(desk, waiting.unverified) == [Found(ada.person, ADMITTED, number)]


def test_whoever_is_active_has_a_next_hearing(desk, ada) -> None:
    ben = make_participant(desk, "Etcitty")
    make_hearing(desk, ben, TUESDAY)
    make_participant(desk, "Nakai", status=Status.REFERRED, admitted_on=None)

    assert found(desk, waiting.without_hearing) == [Found(ada.person)]


def test_a_phase_or_status_without_its_day_is_asked_for(desk, ada) -> None:
    ben = make_participant(desk, "Etcitty", phase=None, status=Status.SUSPENDED)
    cara = make_participant(desk, "Nakai", status=Status.SUSPENDED)
    with desk.work() as session:
        episode = session.get_one(Episode, cara.episode)
        people.set_status(session, episode, Status.ACTIVE, since=day(5))

    waits = {each.person_id: each.variant for each in found(desk, waiting.undated)}

    assert waits == {ada.person: "phase", ben.person: "status", cara.person: "phase"}


def test_phase_and_status_without_a_day_are_one_thing_to_do(desk) -> None:
    ada = make_participant(desk, status=Status.SUSPENDED)

    assert found(desk, waiting.undated) == [Found(ada.person, variant="both")]


@pytest.mark.parametrize(
    ("ethnicity", "race", "variant"),
    [
        (None, None, "both"),
        (Ethnicity.DECLINED, None, "race"),
        (None, Race.DECLINED, "ethnicity"),
        (Ethnicity.DECLINED, Race.DECLINED, None),
    ],
)
def test_race_and_ethnicity_are_asked_until_there_is_an_answer(
    desk, ada, ethnicity, race, variant
) -> None:
    with desk.work() as session:
        session.get_one(Person, ada.person).ethnicity = ethnicity
    if race is not None:
        add(desk, PersonRace(person_id=ada.person, race=race))

    waits = found(desk, waiting.not_asked)

    assert waits == ([Found(ada.person, variant=variant)] if variant else [])


def test_a_draft_waits_since_the_day_on_the_wall(desk, ada) -> None:
    late = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)  # still the evening of the 21st in Denver
    facts = {"subject": "/", "words": "{}", "saved_at": late}
    known = add(desk, Draft(form="note", person_id=None, **facts))
    other = add(desk, Draft(form="another", person_id=ada.person, **facts))

    waits = found(desk, waiting.drafts)

    assert waits == [
        Found(None, date(2026, 11, 21), known, "Note", draft=("note", "/")),
        Found(ada.person, date(2026, 11, 21), other, "Form", draft=("another", "/")),
    ]


def test_without_drafts_nothing_waits(desk) -> None:
    assert found(desk, waiting.drafts) == []
