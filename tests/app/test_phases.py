from datetime import date

from sqlalchemy import select, text

from app import phases
from models.phase import Phase, PhaseSet

# rules.md 11: minimum days, days without known use, and days between hearings.
SHIPPED = [
    (1, "Acute stabilization", 60, 14, 14),
    (2, "Clinical stabilization", 90, 30, 14),
    (3, "Prosocial habilitation", 90, 45, 21),
    (4, "Adaptive habilitation", 90, 60, 30),
    (5, "Recovery management", 90, 90, 30),
]


def test_the_five_phases_ship_dated_and_not_confirmed(desk) -> None:
    with desk.read() as session:
        (phase_set,) = session.scalars(select(PhaseSet))
        found = session.scalars(select(Phase).order_by(Phase.number)).all()

    assert not phase_set.confirmed
    assert phase_set.source
    assert [
        (
            each.number,
            each.name,
            each.minimum_days,
            each.days_without_use,
            each.hearing_interval_days,
        )
        for each in found
    ] == SHIPPED


def test_the_newest_set_without_a_track_is_the_current_one(desk) -> None:
    with desk.work() as session:
        newer = phases.add_default(session, on=date(2026, 11, 23))
        session.add(PhaseSet(track="veterans", starts_on=date(2026, 11, 23), source="a court"))

    with desk.read() as session:
        assert phases.current_set(session) == newer.id


def test_the_phases_in_force_say_since_when_and_from_where(desk):
    with desk.read() as session:
        found = phases.in_force(session)

    assert [phase.number for phase in found.phases] == [1, 2, 3, 4, 5]
    assert found.source
    assert found.confirmed is False


def test_without_phases_there_are_none_in_force(desk):
    with desk.work() as session:
        session.execute(text("DELETE FROM phase"))
        session.execute(text("DELETE FROM phase_set"))

    with desk.read() as session:
        assert phases.in_force(session) is None
