"""Tests identity: names are searched by their new form, declined is an answer."""

from datetime import date

import pytest

from app import audit, history, identities, listing, situation
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from app.listing import Wanted
from models.choices import Ethnicity, Race
from models.person import Person
from tests.makers import make_participant

TODAY = date(2026, 11, 23)


def opened(desk, ids):
    with desk.read() as session:
        return identities.opened(session, Subject(ids.person), TODAY)


def correct(desk, ids, single=None, races=()):
    told = Answers(single or {}, {"race": list(races)})
    with desk.work() as session:
        return identities.correct(session, Subject(ids.person), told, TODAY)


def test_a_new_name_is_found_and_the_old_one_asks_why(desk):
    ada = make_participant(desk, "Begaye", "Ada")
    name = {"person.last_name": "Tsosie"}

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, name)
    sentence = correct(desk, ada, name | {REASON: "married"})

    assert set(refused.value.mistakes) == {REASON}
    assert sentence == "Ada Tsosie, identity"
    with desk.read() as session:
        assert listing.count(session, Wanted("tsosie")) == 1
        assert listing.count(session, Wanted("begaye")) == 0


def test_what_is_asked_apart_is_a_first_answer(desk):
    ada = make_participant(desk)

    correct(desk, ada, {"person.ethnicity": "declined"}, [{"person_race.race": "white"}])

    with desk.read() as session:
        assert session.get_one(Person, ada.person).ethnicity is Ethnicity.DECLINED
        assert [row.race for row in identities.races_of(session, ada.person)] == [Race.WHITE]
    assert opened(desk, ada).answers.groups["race"][0]["person_race.race"] == "white"


def test_a_person_without_a_name_is_refused_and_stays_as_it_was(desk):
    ada = make_participant(desk, "Begaye")

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, {"person.last_name": " ", REASON: "slip"})

    assert set(refused.value.mistakes) == {"person.last_name"}
    assert opened(desk, ada).answers.single["person.last_name"] == "Begaye"


def test_how_a_name_is_said_goes_from_the_form_to_the_page_and_into_the_trail(desk):
    ada = make_participant(desk)
    correct(desk, ada, {"person.said_as": "een-YEE-go"})
    correct(desk, ada, {"person.said_as": "ih-NEE-go", REASON: "told us"})

    with desk.read() as session:
        connection = session.connection()
        page = situation.of(connection, ada.person, as_of=TODAY, on=TODAY)
        events = list(audit.events(connection))
        newest, _first = history.of_field(session, "person", ada.person, "said_as")
    assert page.said_as == "ih-NEE-go"
    assert "said_as: een-YEE-go -> ih-NEE-go" in (events[-1].changes or "")
    assert newest.changes[0].label == "Name said as"


def test_a_race_is_named_once(desk):
    ada = make_participant(desk)
    white = {"person_race.race": "white"}

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, races=[white, white])

    assert set(refused.value.mistakes) == {"race[1].person_race.race"}
    assert opened(desk, ada).answers.groups["race"] == []
