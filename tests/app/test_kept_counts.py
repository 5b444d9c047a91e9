from datetime import date

from sqlalchemy import select

from app import kept_counts
from models.choices import Status
from models.episode import StatusPeriod
from models.sealing import KeptCount
from tests.makers import add, make_episode, make_participant


def counted(desk):
    with desk.read() as session:
        rows = session.scalars(select(KeptCount).order_by(KeptCount.id))
        return [(row.year, row.admitted, row.status, row.episodes) for row in rows]


def test_every_episode_is_counted_by_year_and_its_last_status(desk):
    ada = make_participant(desk, admitted_on=date(2023, 2, 1), status=Status.ACTIVE)
    ends = date(2026, 11, 23)
    add(desk, StatusPeriod(person_id=ada.person, episode_id=ada.episode,
                           status=Status.GRADUATED, started_on=ends))  # fmt: skip
    make_episode(desk, ada, admitted_on=date(2025, 1, 5), status=Status.ACTIVE)

    with desk.work() as session:
        kept_counts.keep(session, ada.person)

    assert counted(desk) == [
        (2023, True, Status.GRADUATED, 1),
        (2025, True, Status.ACTIVE, 1),
    ]


def test_the_same_year_and_ending_are_one_count(desk):
    people = [make_participant(desk, admitted_on=date(2024, 5, day)).person for day in (1, 2, 3)]

    for person in people:
        with desk.work() as session:
            kept_counts.keep(session, person)

    assert counted(desk) == [(2024, True, Status.ACTIVE, 3)]


def test_an_episode_that_was_never_admitted_counts_by_its_referral(desk):
    ada = make_participant(desk, admitted_on=None, referred_on=date(2022, 4, 1),
                           status=Status.NOT_ADMITTED)  # fmt: skip

    with desk.work() as session:
        kept_counts.keep(session, ada.person)

    assert counted(desk) == [(2022, False, Status.NOT_ADMITTED, 1)]
