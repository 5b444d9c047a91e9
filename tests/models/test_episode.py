import pytest
from sqlalchemy.exc import IntegrityError

from models.choices import Status
from models.episode import CourtCase, StatusPeriod
from tests.makers import Ids, add, make_episode, make_participant


def test_the_database_refuses_a_status_of_an_episode_of_somebody_else(desk):
    one, other = make_participant(desk), make_participant(desk)
    mixed = {"person_id": one.person, "episode_id": other.episode}

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(desk, StatusPeriod(status=Status.ACTIVE, **mixed))


def test_a_person_has_as_many_episodes_as_admissions(desk):
    who = make_participant(desk)

    again = make_episode(desk, who)

    assert again.person == who.person
    assert again.episode != who.episode


def test_an_episode_keeps_several_cases_in_order(desk):
    who = make_participant(desk)
    case = {"person_id": who.person, "episode_id": who.episode, "position": 2}

    assert add(desk, CourtCase(number="D-2", folded_number="d-2", **case)) > 1


def test_the_database_refuses_an_episode_of_nobody(desk):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(desk, StatusPeriod(status=Status.ACTIVE, **vars_of(Ids(404, 404))))


def vars_of(who):
    return {"person_id": who.person, "episode_id": who.episode}
