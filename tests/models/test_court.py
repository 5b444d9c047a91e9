from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.court import Court, KeyHolder
from tests.conftest import COURT, HOLDER, ZONE
from tests.makers import add


def test_a_record_is_of_one_court_and_says_which_record_it_is(desk, made):
    with desk.read() as session:
        court = session.scalars(select(Court)).one()

    assert (court.name, court.time_zone, court.sheet_number) == (COURT, ZONE, 1)
    assert court.record_id == made.record_id.hex()


def test_a_slot_has_one_holder(desk):
    with desk.read() as session:
        first = session.scalars(select(KeyHolder)).one()

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(
            desk,
            KeyHolder(slot=first.slot, name="Otis", role="stand-in", added_on=date(2026, 1, 1)),
        )

    assert first.name == HOLDER
