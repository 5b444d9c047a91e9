from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.backup import Backup, BackupPlace, PlaceKind, Reread
from tests.conftest import MOMENT
from tests.makers import add


def backup(seq, **columns):
    return Backup(seq=seq, branch="0" * 32, begun_at=MOMENT, **columns)


def test_a_number_is_given_to_one_backup_only(desk):
    add(desk, backup(1))

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(desk, backup(1))


def test_a_backup_is_begun_before_it_is_good(desk):
    add(desk, backup(7, reread=None))
    with desk.work() as session:
        found = session.scalars(select(Backup)).one()
        found.reread, found.checked_at = Reread.DIRECT, MOMENT

    with desk.read() as session:
        kept = session.scalars(select(Backup)).one()
    assert (kept.seq, kept.reread, kept.checked_at) == (7, Reread.DIRECT, MOMENT)


def test_a_place_is_known_by_one_mark(desk):
    def place():
        return BackupPlace(
            label="Stick A",
            kind=PlaceKind.STICK,
            mark="A1B2-C3D4",
            path="/media/stick-a",
            seen_on=date(2026, 11, 23),
        )

    add(desk, place())

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(desk, place())
