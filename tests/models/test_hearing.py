from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.choices import HearingType, OrderStatus
from models.hearing import CourtOrder, CourtSession, Hearing
from tests.makers import add, make_hearing, make_participant, make_session

DAY = date(2026, 11, 24)


def test_one_sitting_has_many_hearings_in_one_place(desk):
    sitting = make_session(desk, DAY, place="Reserve courthouse", substitute=True)
    for _ in range(2):
        make_hearing(desk, make_participant(desk), DAY, session=sitting)

    with desk.read() as session:
        assert len(session.scalars(select(Hearing)).all()) == 2
        assert session.scalars(select(CourtSession.substitute)).all() == [True]


def test_an_order_is_open_until_somebody_says_otherwise(desk):
    make_hearing(desk, make_participant(desk), DAY, "Bring proof of housing.")

    with desk.read() as session:
        assert session.scalars(select(CourtOrder.status)).all() == [OrderStatus.OPEN]


def test_the_database_refuses_a_hearing_of_an_episode_of_somebody_else(desk):
    one, other = make_participant(desk), make_participant(desk)
    mixed = {"person_id": one.person, "episode_id": other.episode}

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(
            desk,
            Hearing(type=HearingType.REVIEW, court_session_id=make_session(desk, DAY), **mixed),
        )
