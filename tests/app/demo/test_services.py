from datetime import timedelta

from app.demo import services
from models.choices import AttendanceOutcome
from models.service import Attendance, ServiceSession
from tests.app.demo.conftest import AS_OF, MARI, kept


def add(live, slot: int, groups=None):
    life = live(slot)
    services.add(life, services.add_providers(life.sheaf), {} if groups is None else groups)
    return life


def test_people_of_a_section_share_their_groups(live) -> None:
    groups: services.Groups = {}

    first, second = add(live, 1, groups), add(live, 2, groups)

    one = {row.held_on for row in kept(first, ServiceSession) if row.title.startswith("Intensive")}
    two = {row.held_on for row in kept(second, ServiceSession) if row.title.startswith("Intensive")}
    assert one
    assert not one & two


def test_every_session_has_one_attendance_of_the_person(live) -> None:
    life = add(live, MARI)

    assert len(kept(life, Attendance)) == len(kept(life, ServiceSession)) > 50


def test_what_is_not_told_yet_is_only_of_the_last_days(court) -> None:
    rows = court.rows(
        "SELECT s.held_on, a.verified, a.received_on FROM attendance a"
        " JOIN service_session s ON s.id = a.service_session_id WHERE a.outcome IS NULL"
    )

    assert rows
    first = (AS_OF - timedelta(days=services.NOT_TOLD_DAYS)).isoformat()
    assert all(first < row.held_on < AS_OF.isoformat() for row in rows)
    assert not any(row.verified or row.received_on for row in rows)


def test_absences_say_why_and_are_not_verified(court) -> None:
    rows = court.rows(
        "SELECT outcome, reason, verified FROM attendance WHERE outcome <> 'attended'"
    )

    assert {row.outcome for row in rows} == set(AttendanceOutcome) - {AttendanceOutcome.ATTENDED}
    assert all(row.reason for row in rows)
    assert not any(row.verified for row in rows if row.outcome != "late")


def test_some_of_the_last_sessions_are_attended_and_not_verified(court) -> None:
    rows = court.rows("SELECT id FROM attendance WHERE outcome = 'attended' AND NOT verified")

    assert rows


def test_the_groups_that_the_pictures_tell_as_missed_are_missed(live) -> None:
    travis = add(live, 0)
    held = [row for row in kept(travis, ServiceSession) if row.kind.value == "group"]
    last = [row.held_on for row in held if (AS_OF - row.held_on).days <= 7]

    told = [row for row in kept(travis, Attendance) if row.outcome is AttendanceOutcome.ABSENT]

    assert len(last) == 2
    assert len(told) >= 2
