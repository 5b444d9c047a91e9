from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.choices import AttendanceOutcome
from models.service import Attendance
from tests.makers import add, make_attendance, make_participant

DAY = date(2026, 11, 9)


def test_until_the_provider_says_so_nobody_was_there_or_absent(desk):
    who = make_participant(desk)
    make_attendance(desk, who, DAY, None, verified=False)

    with desk.read() as session:
        row = session.scalars(select(Attendance)).one()

    assert (row.outcome, row.verified) == (None, False)


def test_attendance_needs_its_session(desk):
    who = make_participant(desk)

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(
            desk,
            Attendance(
                person_id=who.person,
                episode_id=who.episode,
                service_session_id=404,
                outcome=AttendanceOutcome.ATTENDED,
            ),
        )
