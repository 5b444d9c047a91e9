import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import medicines, progress
from app.facts import canonical, read
from app.progress import Request
from app.progress_facts import ProgressFacts, State
from models.choices import (
    AttendanceOutcome,
    ConditionKind,
    HearingType,
    ObjectiveStatus,
    OrderStatus,
    Outcome,
    Recipient,
    SessionKind,
)
from models.episode import CourtCondition
from models.errors import NoSuchThing
from tests.conftest import COURT, HOLDER, MOMENT
from tests.makers import (
    Ids,
    add,
    make_attendance,
    make_hearing,
    make_order,
    make_participant,
    make_plan,
    make_session,
    make_test,
    objective,
)

TODAY = date(2026, 11, 23)
HEARING = date(2026, 11, 24)
LAST = date(2026, 11, 3)


@pytest.fixture
def who(desk):
    return make_participant(desk)


def told(desk, who, on=HEARING, as_of=TODAY):
    wanted = Request(who.person, on, Recipient.JUDGE, as_of, COURT, HOLDER, MOMENT, "1-0")
    with desk.read() as session:
        return progress.facts(session.connection(), wanted)


def row(facts, key):
    return next(each for each in facts.since.rows if each.key == key)


def test_the_rows_stand_in_the_order_of_the_page(desk, who):
    keys = [each.key for each in told(desk, who).since.rows]

    assert keys == ["treatment", "tests", "meetings", "appointments"]


def test_nothing_asked_for_is_neither_done_nor_missed(desk, who):
    assert {each.state for each in told(desk, who).since.rows} == {State.PLAIN}


def test_excused_is_told_and_not_counted(desk, who):
    make_hearing(desk, who, LAST)
    for day, outcome in (
        (4, "attended"),
        (5, "late"),
        (6, "absent"),
        (7, "excused"),
        (8, "medical"),
    ):
        make_attendance(desk, who, date(2026, 11, day), AttendanceOutcome(outcome))
    make_attendance(desk, who, date(2026, 11, 9), None)

    treatment = row(told(desk, who), "treatment")

    assert (treatment.done, treatment.required, treatment.excused) == (2, 3, 2)
    assert treatment.state is State.LOOK
    assert [each.day.day for each in treatment.exceptions] == [6, 7, 8]


@pytest.mark.parametrize(
    ("outcome", "done", "required", "excused"),
    [
        (Outcome.TESTED, 1, 1, 0),
        (Outcome.NO_SHOW, 0, 1, 0),
        (Outcome.REFUSED, 0, 1, 0),
        (Outcome.UNABLE, 0, 0, 1),
        (Outcome.EXCUSED, 0, 0, 1),
        (Outcome.REJECTED, 0, 0, 1),
    ],
)
def test_what_nobody_could_help_is_not_counted_against_them(
    desk, who, outcome, done, required, excused
):
    make_test(desk, who, date(2026, 11, 10), outcome=outcome)

    tests = row(told(desk, who), "tests")

    assert (tests.done, tests.required, tests.excused) == (done, required, excused)


def test_the_period_begins_the_day_after_the_last_hearing(desk, who):
    make_hearing(desk, who, LAST)
    for day in (LAST, LAST + timedelta(days=1), TODAY, HEARING):
        make_test(desk, who, day)

    facts = told(desk, who)

    assert (facts.since.first, facts.since.last) == (LAST + timedelta(days=1), TODAY)
    assert row(facts, "tests").done == 2


def test_before_a_first_hearing_a_month_is_shown_or_the_time_since_admission(desk):
    old = make_participant(desk)
    new = make_participant(desk, admitted_on=TODAY - timedelta(days=3))

    assert told(desk, old).since.first == TODAY - timedelta(days=29)
    assert told(desk, new).since.first == TODAY - timedelta(days=3)


def test_a_page_made_ahead_of_time_counts_from_the_last_hearing_that_was_held(desk, who):
    make_hearing(desk, who, LAST, "Bring proof of housing.")
    make_hearing(desk, who, HEARING)

    facts = told(desk, who, on=HEARING + timedelta(days=14))

    assert facts.since.last_hearing_on == LAST
    assert facts.since.first <= facts.since.last
    assert [order.words for order in facts.orders] == ["Bring proof of housing."]


def test_the_hearing_is_told_with_its_docket(desk, who):
    sitting = make_session(desk, HEARING, judge="Hon. Vera Lucero", substitute=True)
    make_hearing(desk, make_participant(desk), HEARING, session=sitting, number=1)
    make_hearing(desk, who, HEARING, session=sitting, number=2, type=HearingType.PHASE)

    hearing = told(desk, who).hearing

    assert (hearing.on_file, hearing.number, hearing.docket_size) == (True, 2, 2)
    assert (hearing.judge, hearing.substitute, hearing.type) == (
        "Hon. Vera Lucero",
        True,
        HearingType.PHASE,
    )


def test_a_day_without_a_hearing_on_file_is_said_so(desk, who):
    hearing = told(desk, who).hearing

    assert (hearing.on, hearing.on_file, hearing.docket_size) == (HEARING, False, None)


@pytest.mark.parametrize(
    ("facts", "state", "done_on"),
    [
        ({"status": OrderStatus.DONE, "status_on": date(2026, 11, 9)}, State.DONE, 9),
        ({"status": OrderStatus.NOT_DONE}, State.LOOK, None),
        ({"due_on": TODAY - timedelta(days=1)}, State.LOOK, None),
        ({"due_on": TODAY}, State.PLAIN, None),
        ({}, State.PLAIN, None),
        ({"status": OrderStatus.LIFTED, "due_on": LAST}, State.PLAIN, None),
    ],
)
def test_an_order_is_done_open_or_overdue(desk, who, facts, state, done_on):
    make_order(desk, who, make_hearing(desk, who, LAST), "Bring proof of housing.", **facts)

    (order,) = told(desk, who).orders

    assert order.state is state
    assert (order.done_on.day if order.done_on else None) == done_on


def test_objectives_show_what_was_met_and_what_is_due_soon(desk, who):
    make_hearing(desk, who, LAST)
    met = {"status": ObjectiveStatus.MET, "status_on": TODAY}
    make_plan(
        desk,
        who,
        objective("met", target_on=TODAY, **met),
        objective("met long ago", status=ObjectiveStatus.MET, status_on=LAST),
        objective("due", target_on=TODAY + timedelta(days=45)),
        objective("later", target_on=TODAY + timedelta(days=46)),
        objective("dropped", status=ObjectiveStatus.DISCONTINUED, target_on=TODAY),
        objective("some day"),
        level_of_care="2.1",
        level_words="intensive outpatient",
    )

    plan = told(desk, who).plan

    assert [each.words for each in plan.objectives] == ["met", "due", "some day"]
    assert plan.level_of_care == "intensive outpatient (ASAM level 2.1)"


def test_the_plan_in_force_is_the_newest_that_has_started(desk, who):
    make_plan(desk, who, level_of_care="1")
    make_plan(desk, who, level_of_care="2.1", started_on=date(2026, 6, 1), version=2)
    make_plan(desk, who, level_of_care="3.5", started_on=date(2026, 12, 1), version=3)

    assert told(desk, who).plan.level_of_care == "ASAM level 2.1"
    assert told(desk, make_participant(desk)).plan is None


def test_what_providers_have_not_verified_or_reported_is_told(desk, who):
    attended = AttendanceOutcome.ATTENDED
    make_attendance(desk, who, date(2026, 11, 9), attended, title="Women's group", verified=False)
    make_attendance(desk, who, date(2026, 11, 10), None)

    assert told(desk, who).unverified == (
        "Women's group of Nov 9",
        "1 session not yet reported by its provider",
    )


def test_why_somebody_was_ill_is_not_told_to_the_court(desk, who):
    day = date(2026, 11, 9)
    make_attendance(desk, who, day, AttendanceOutcome.MEDICAL, reason="a matter of health")

    (absence,) = row(told(desk, who), "treatment").exceptions

    assert "a matter of health" not in absence.words


def test_nothing_on_the_judges_page_names_a_medicine(desk):
    named = "Suboxone"
    who = make_participant(desk)
    hearing = make_hearing(desk, who, LAST)
    make_order(desk, who, hearing, f"Stay on {named}", note=f"{named} verified")
    absent, late = AttendanceOutcome.ABSENT, AttendanceOutcome.LATE
    for day, outcome, reason in ((4, absent, f"picked up {named}"), (5, late, None)):
        make_attendance(
            desk,
            who,
            date(2026, 11, day),
            outcome,
            title=f"{named} clinic",
            reason=reason,
            verified=False,
            kind=SessionKind.APPOINTMENT,
        )
    make_plan(
        desk,
        who,
        objective(f"Taper {named}", progress=f"Takes {named}", target_on=TODAY),
        goal=f"Get off {named}",
        level_of_care=f"OTP {named}",
        level_words=f"{named} program",
    )
    condition = {"kind": ConditionKind.CONDITION, "words": f"No {named}"}
    add(desk, CourtCondition(person_id=who.person, episode_id=who.episode, **condition))

    text = canonical(told(desk, who))

    assert not medicines.named_in(text)
    assert "treatment matter" in text


def test_nobody_without_an_episode_by_then_has_a_report(desk, who):
    with pytest.raises(NoSuchThing):
        told(desk, who, as_of=date(2025, 1, 1))
    with pytest.raises(NoSuchThing):
        told(desk, Ids(404, 404))


def test_the_facts_come_back_from_their_text(desk, who):
    make_hearing(desk, who, LAST, "Bring proof of housing.")
    make_hearing(desk, who, HEARING)
    make_plan(desk, who, objective("Get a photo ID"))

    facts = told(desk, who)

    assert read(ProgressFacts, canonical(facts)) == facts
    assert json.loads(canonical(facts))["data_as_of"] == TODAY.isoformat()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(st.lists(st.tuples(st.integers(0, 34), st.sampled_from(Outcome)), max_size=4))
def test_done_is_never_more_than_was_asked_for(desk, calls):
    who = make_participant(desk)
    for days, outcome in calls:
        make_test(desk, who, TODAY - timedelta(days=days), outcome=outcome)

    facts = told(desk, who)
    tests = row(facts, "tests")

    assert 0 <= tests.done <= tests.required
    assert facts.strip.valid <= facts.strip.selected == len(calls)
    assert facts.strength
