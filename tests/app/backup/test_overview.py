from datetime import date, timedelta

import pytest

from app.backup import making, overview, places
from app.backup.overview import Freshness
from models.backup import Backup
from tests.conftest import MOMENT
from tests.makers import make_participant


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


def state(record, now=MOMENT):
    with record.desk.read() as session:
        return overview.state(session, now)


def whole(record):
    with record.desk.read() as session:
        return overview.of(session, MOMENT)


def test_without_a_backup_everything_is_in_danger(opened):
    make_participant(opened.desk)

    found = state(opened)

    assert (found.freshness, found.made_at, found.age) == (Freshness.NONE, None, None)
    assert found.changes > 0


@pytest.mark.parametrize(
    ("age", "freshness"),
    [
        (timedelta(0), Freshness.FRESH),
        (timedelta(days=1), Freshness.FRESH),
        (timedelta(days=1, seconds=1), Freshness.OLD),
        (timedelta(days=3), Freshness.OLD),
        (timedelta(days=3, seconds=1), Freshness.TOO_OLD),
        (timedelta(days=-3650), Freshness.OLD),
    ],
)
def test_the_age_of_the_last_good_backup_is_told(opened, stick, age, freshness):
    making.backup(opened, stick)

    found = state(opened, MOMENT + age)

    assert found.freshness is freshness
    assert found.age == max(age, timedelta(0))


def test_changes_since_the_backup_are_counted_and_its_own_are_not(opened, stick):
    making.backup(opened, stick)
    assert state(opened).changes == 0

    make_participant(opened.desk)

    assert state(opened).changes >= 2  # the person and the episode at least


def test_a_backup_that_was_only_begun_is_no_backup(opened, stick):
    making.begin(opened, stick, insists=True, tell=making.nothing)

    assert state(opened).freshness is Freshness.NONE
    assert whole(opened).lines == ()


def test_backups_are_listed_the_newest_first_with_their_place(opened, stick):
    with opened.desk.work() as session:
        place = places.add(session, stick, "Clerk's share", date(2026, 11, 23))
    for _ in range(2):
        begun = making.begin(opened, stick, place_id=place, insists=True, tell=making.nothing)
        made = making.carry(begun, making.writing.carry, making.nothing)
        making.finish(opened, begun, made)

    found = whole(opened)

    assert [line.seq for line in found.lines] == [2, 1]
    assert {line.place for line in found.lines} == {"Clerk's share"}
    assert found.lines[0].size == made.size
    assert found.is_on_one_place
    assert [each.label for each in found.places] == ["Clerk's share"]


def test_one_backup_is_not_yet_called_all_on_one_stick_and_what_is_gone_is_not_listed(
    opened, stick
):
    for _ in range(2):
        making.backup(opened, stick)
    with opened.desk.work() as session:
        session.query(Backup).filter_by(seq=1).one().gone_on = date(2026, 11, 23)

    found = whole(opened)

    assert [line.seq for line in found.lines] == [2]
    assert not found.is_on_one_place
