from datetime import date

from app import attendance
from models.choices import AttendanceOutcome, SessionKind
from tests.makers import make_attendance, make_participant


def test_what_was_scheduled_comes_by_day_and_within_the_period(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    for day in (20, 12, 11, 24):
        make_attendance(desk, ada, date(2026, 11, day), AttendanceOutcome.ATTENDED)
    make_attendance(desk, ada, date(2026, 11, 13), None, kind=SessionKind.MEETING)
    make_attendance(desk, ben, date(2026, 11, 12), AttendanceOutcome.ABSENT)

    with desk.read() as session:
        found = attendance.scheduled(
            session.connection(), ada.episode, date(2026, 11, 12), date(2026, 11, 20)
        )

    assert [row.held_on.day for row in found] == [12, 13, 20]
    assert [row.outcome for row in found] == [
        AttendanceOutcome.ATTENDED,
        None,
        AttendanceOutcome.ATTENDED,
    ]
    assert found[1].kind is SessionKind.MEETING
