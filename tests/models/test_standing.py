import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from models.standing import Standing
from tests.conftest import MOMENT
from tests.makers import make_participant


def test_everybody_has_one_row_from_the_moment_they_are_entered(desk):
    people = {make_participant(desk).person for _ in range(3)}

    with desk.read() as session:
        rows = session.scalars(select(Standing)).all()

    assert {row.person_id for row in rows} == people
    assert {row.as_of for row in rows} == {MOMENT.date()}


def test_a_row_may_be_thrown_away_because_it_is_computed(desk):
    make_participant(desk)

    with desk.work() as session:
        session.execute(delete(Standing))

    with desk.read() as session:
        assert session.scalars(select(Standing)).all() == []


def test_there_is_no_row_of_nobody(desk):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), desk.work() as session:
        session.add(Standing(person_id=404, as_of=MOMENT.date()))
