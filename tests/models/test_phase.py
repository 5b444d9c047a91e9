from datetime import date

from sqlalchemy import select

from models.phase import Phase, PhasePeriod, PhaseSet
from tests.makers import ADMITTED, make_participant


def test_the_phases_that_ship_are_dated_and_not_yet_confirmed(desk):
    with desk.read() as session:
        shipped = session.scalars(select(PhaseSet)).one()
        numbers = session.scalars(select(Phase.number).order_by(Phase.number)).all()

    assert shipped.confirmed is False
    assert isinstance(shipped.starts_on, date)
    assert shipped.source
    assert numbers == [1, 2, 3, 4, 5]


def test_a_phase_with_no_day_of_its_own_begins_with_the_status_and_is_not_dated(desk):
    make_participant(desk, phase=3)

    with desk.read() as session:
        period = session.scalars(select(PhasePeriod)).one()

    assert (period.number, period.started_on, period.dated) == (3, ADMITTED, False)
