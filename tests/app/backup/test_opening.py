"""Which sheet and how many passphrases open the backups of today."""

from datetime import date

from app.backup import opening
from models import trail
from models.court import Court, KeyHolder
from models.trail import Event


def found(desk):
    with desk.read() as session:
        return opening.of(session)


def test_a_new_record_has_its_first_sheet_since_it_was_made(desk):
    openers = found(desk)

    assert (openers.sheet, openers.holders) == (1, 1)
    assert openers.since is not None


def test_a_sheet_is_valid_since_the_keys_were_last_replaced(desk, moment):
    with desk.work() as session:
        trail.record(session, Event(opening.REPLACED, "key_file"))
        session.query(Court).one().sheet_number = 2

    openers = found(desk)

    assert (openers.sheet, openers.since) == (2, moment)


def test_whoever_was_removed_opens_nothing(desk):
    with desk.work() as session:
        row = session.query(KeyHolder).one()
        row.removed_on = date(2026, 11, 22)

    assert found(desk).holders == 0
