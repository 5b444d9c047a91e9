"""Tests a new referral: a person, an episode, cases and contacts in one go, or nothing."""

from datetime import date

import pytest

from app import cases, contacts, listing, referrals
from app.acting import act
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from app.listing import Wanted
from models.choices import ReferralRoute, Status
from models.episode import Episode
from models.person import Person

TODAY = date(2026, 11, 23)
WHO = {
    "person.last_name": "Peña",
    "person.first_name": "Luz",
    "person.pronouns": "she/her",
    "person.birth_date": "3/7/90",
    "episode.referred_on": "t",
    "episode.referral_route": "plea",
    "episode.attorney": "Paul Rennick",
}
GROUPS = {
    "case": [{"court_case.number": "2026-CR-0512", "court_case.county": "Juniper"}],
    "charge": [{"charge.description": "Possession", "charge.offense_class": "F6"}],
    "contact": [{"contact_method.kind": "phone", "contact_method.value": "555-0142"}],
}


def receive(desk, single=WHO, groups=GROUPS):
    told = Answers(single, groups)
    return act(desk, lambda session: referrals.receive(session, Subject(), told, TODAY))


def test_a_referral_puts_everything_on_file_at_once(desk):
    done = receive(desk)

    with desk.read() as session:
        [row] = listing.page(session, Wanted("pena"))
        person = session.get_one(Person, row.person_id)
        [episode] = session.query(Episode)
        [case] = cases.of_episode(session, episode.id)
        [charge] = cases.charges_of(session, [case])
        [phone] = contacts.of_person(session, person.id)
    assert done.sentence == "Luz Peña, new referral"
    assert (row.status, row.case_number) == (Status.REFERRED, "2026-CR-0512")
    assert (person.birth_date, person.pronouns) == (date(1990, 3, 7), "she/her")
    assert (episode.referred_on, episode.referral_route) == (TODAY, ReferralRoute.PLEA)
    assert (episode.attorney, case.county, charge.description) == (
        "Paul Rennick",
        "Juniper",
        "Possession",
    )
    assert (phone.value, phone.may_leave_message) == ("555-0142", False)


@pytest.mark.parametrize(
    ("single", "groups", "wrong"),
    [
        (WHO | {"person.last_name": ""}, GROUPS, {"person.last_name"}),
        (WHO | {"episode.referred_on": ""}, GROUPS, {"episode.referred_on"}),
        (WHO, GROUPS | {"case": []}, {"case[0].court_case.number"}),
        (
            WHO,
            GROUPS | {"contact": [{"contact_method.value": "555-0142"}]},
            {"contact[0].contact_method.kind"},
        ),
        (
            WHO,
            GROUPS | {"charge": [{"charge.description": "x", "court_case.number": "nine"}]},
            {"charge[0].court_case.number"},
        ),
    ],
)
def test_a_mistake_anywhere_leaves_nothing_behind(desk, single, groups, wrong):
    with pytest.raises(Invalid) as refused:
        receive(desk, single, groups)

    assert set(refused.value.mistakes) == wrong
    with desk.read() as session:
        assert session.query(Person).count() == 0


def test_a_file_that_was_begun_is_closed_and_never_undone(desk):
    assert receive(desk).is_reversible is False


def test_a_new_referral_opens_on_today(desk):
    with desk.read() as session:
        loaded = referrals.opened(session, Subject(), TODAY)

    assert loaded.answers.single == {"episode.referred_on": "11/23/2026"}
    assert set(loaded.lookups) >= {"team", "attorneys", "judges", "providers"}


def refused(desk, **more):
    single = WHO | {f"person.{column}": text for column, text in more.items()}
    with pytest.raises(Invalid) as told:
        receive(desk, single)
    return told.value.mistakes


def test_who_seems_to_be_on_file_is_asked_about_once(desk):
    receive(desk, WHO | {"person.first_name": "Catherine"})

    mistakes = refused(desk, last_name="Pena", first_name="Katherine")
    done = receive(desk, WHO | {"person.first_name": "Katherine", REASON: "a cousin"})

    assert set(mistakes) == {REASON}
    assert "Catherine Peña, 03/07/1990" in mistakes[REASON]
    assert done.sentence == "Katherine Peña, new referral"


def test_a_name_alone_is_asked_about_where_a_birth_date_is_not_known(desk):
    receive(desk, WHO | {"person.birth_date": ""})

    assert "birth date not known" in refused(desk)[REASON]


@pytest.mark.parametrize(
    "other", [{"birth_date": "3/8/90"}, {"last_name": "Etcitty"}, {"first_name": "Marta"}]
)
def test_somebody_else_is_not_asked_about(desk, other):
    receive(desk)

    receive(desk, WHO | {f"person.{column}": text for column, text in other.items()})

    with desk.read() as session:
        assert listing.count(session, Wanted()) == 2


def test_a_name_that_only_sounds_alike_is_not_asked_about_without_a_birth_date(desk):
    receive(desk, WHO | {"person.first_name": "Catherine", "person.birth_date": ""})

    receive(desk, WHO | {"person.first_name": "Katherine", "person.birth_date": ""})

    with desk.read() as session:
        assert listing.count(session, Wanted()) == 2
