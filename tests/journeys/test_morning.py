"""A first morning in the real window, by keyboard alone, and what the record holds of it."""

import hashlib
import json
from datetime import date, timedelta

import pytest

from app import clock, drafts, hearings, listing, participants, plan_tree, release, search, testing
from app.listing import Wanted
from app.vault import check
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.choices import Outcome
from tests.conftest import MOMENT
from tests.journeys import morning, screen
from tests.journeys.screen import Screen

TODAY = date(2026, 11, 23)
SECRET = Secret(passphrase=morning.PASSPHRASE)
# Of a thousand slots one may take longer than a person feels, and none longer than this.
ONE_IN, MOST_WORK = 1000, 0.150

pytestmark = [
    pytest.mark.journey,
    pytest.mark.xdist_group("morning"),  # one worker lives it for all of them
    pytest.mark.skipif(bool(screen.missing()), reason=f"there is no {screen.missing()} here"),
    pytest.mark.timeout(180),
]


@pytest.fixture(scope="module")
def lived(tmp_path_factory, request):
    """The morning, lived once; what is seen of it is tried below."""
    home = tmp_path_factory.mktemp("home")
    with Screen(home, MOMENT.isoformat()) as shown:
        try:
            found = morning.live(shown)
        except BaseException:
            shown.picture(home / "lost.png")
            raise
    request.config.get_terminal_writer().line(f"a first morning took {found.keys} keys")
    return found


@pytest.fixture
def later(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(hours=1))


@pytest.fixture
def desk(lived, later):
    opened = open_record(lived.record, SECRET)
    yield opened.desk
    opened.close()


@pytest.fixture
def carla(desk):
    with desk.read() as session:
        return search.people(session, "kealoha")[0].person_id


def test_the_caseload_and_the_referral_are_in_the_record(desk):
    truth = json.loads(morning.CASELOAD.with_name("truth.json").read_text(encoding="utf-8"))
    cases = {each["case_number"] for each in truth["participants"]}

    with desk.read() as session:
        listed = listing.page(session, Wanted())
        lena = search.people(session, "etcitty")[0].person_id
        head = participants.header(session, lena, today=TODAY)

    assert {each.case_number for each in listed} == cases | {"2026-CR-0917"}
    assert head.line.birth_date == date(1991, 3, 7)
    assert [contact.value for contact in head.contacts] == ["555-0117"]


def test_the_plan_has_a_problem_with_two_objectives(desk, carla):
    with desk.read() as session:
        shown = plan_tree.of_person(session, carla)

    (problem,) = shown.plan.problems
    assert problem.description == "No steady place to live"
    assert [(goal.words, len(goal.objectives)) for goal in problem.goals] == [
        ("A home of my own", 2)
    ]
    assert [(step.words, step.target_on) for step in problem.objectives] == [
        ("Hand in the housing application", TODAY + timedelta(days=30)),
        ("See two apartments", None),
    ]


def test_three_drug_tests_say_what_was_found_and_what_was_not_given(desk, carla):
    with desk.read() as session:
        found = testing.tests(session.connection(), until=TODAY, person_id=[carla])

    told = {test.collected_on: test for test in found}
    assert len(found) == 3
    assert told[TODAY - timedelta(days=7)].outcome is Outcome.TESTED
    assert told[TODAY - timedelta(days=7)].results == ()
    positive = told[TODAY - timedelta(days=3)]
    assert [result.substance for result in positive.results] == ["thc"]
    assert told[TODAY - timedelta(days=1)].outcome is Outcome.NO_SHOW


def test_the_hearing_has_its_order_and_the_next_date(desk, carla):
    with desk.read() as session:
        found = hearings.of_person(session, carla)

    assert {each.on for each in found} == {TODAY, TODAY + timedelta(days=14)}
    (order,) = next(each for each in found if each.on == TODAY).orders
    assert order.words == morning.ORDER
    assert order.due_on == TODAY + timedelta(days=14)


def test_the_report_was_printed_and_saved_and_both_are_written_down(desk, lived, carla):
    with desk.read() as session:
        told = release.disclosures(session.connection(), until=clock.now())

    printed, saved = morning.text_of(lived.printed), morning.text_of(lived.saved)
    assert "Carla Kealoha" in printed
    assert printed == saved
    (released,) = told  # the same page once more is the same disclosure
    assert released.person_id == carla
    for page in (lived.printed, lived.saved):
        assert hashlib.sha256(page.read_bytes()).hexdigest() == released.page_sha256


def test_nothing_is_left_half_typed_and_the_record_checks_good(lived, later):
    opened = open_record(lived.record, SECRET)
    with opened.desk.read() as session:
        left = drafts.everything(session)
    opened.close()

    assert left == []
    assert check.check(lived.record, SECRET).problems == []


def test_the_window_never_kept_anybody_waiting(lived):
    held, slots = lived.ended["held"], lived.ended["slots"]

    worked = [(work, who, what) for who, what, _wall, work in held]

    assert slots > ONE_IN
    assert len([work for work, *_ in worked if work > 0.05]) <= slots / ONE_IN
    assert [each for each in worked if each[0] > MOST_WORK] == []
