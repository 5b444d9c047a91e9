from datetime import date

import pytest
from sqlalchemy import select

from app.backup import rows
from models.backup import Backup, BackupPlace, Begun, Branch, PlaceKind, Reread

HERE, THERE = "11" * 32, "22" * 32


@pytest.fixture
def number(desk):
    def numbered(machine=HERE):
        with desk.work() as session:
            return rows.number(session, machine, None)

    return numbered


def branches(desk):
    with desk.read() as session:
        return session.scalars(select(Branch).order_by(Branch.id)).all()


def test_numbers_go_on_and_are_never_used_twice(number):
    assert [number().seq for _ in range(3)] == [1, 2, 3]


def test_a_record_has_one_branch_on_one_computer(desk, number):
    first, second = number(), number()

    assert first.branch == second.branch
    assert [branch.begun for branch in branches(desk)] == [Begun.CREATED]


def test_another_computer_begins_a_branch_of_its_own_and_so_does_coming_back(desk, number):
    here, there, back = number(), number(THERE), number()

    assert len({here.branch, there.branch, back.branch}) == 3
    assert [branch.begun for branch in branches(desk)] == [
        Begun.CREATED, Begun.OTHER_MACHINE, Begun.OTHER_MACHINE,
    ]  # fmt: skip


def test_good_are_those_that_were_read_back(desk, number, moment):
    for _ in range(3):
        number()
    with desk.work() as session:
        session.scalars(select(Backup).where(Backup.seq == 2)).one().checked_at = moment

    assert number().good == {2}


def test_unknown_are_those_of_this_copy_and_place_that_nobody_entered(desk, moment):
    day = moment.date()
    with desk.work() as session:
        for name in "ab":
            kind = PlaceKind.FOLDER
            session.add(BackupPlace(mark=name, label=name, kind=kind, path=name, seen_on=day))
        session.flush()
        rows.number(session, THERE, 1)
        here, elsewhere, anywhere, good = (
            rows.number(session, HERE, place).id for place in (1, 2, None, 1)
        )
        session.get_one(Backup, good).checked_at = moment
        asked = {place: rows.number(session, HERE, place).unknown for place in (1, None)}

    assert asked == {1: {here, anywhere}, None: {anywhere}}
    assert elsewhere not in asked[1] | asked[None]


def test_what_made_room_is_written_down(desk, number):
    for _ in range(3):
        number()
    with desk.work() as session:
        rows.thinned(session, (1, 3), date(2026, 11, 23))

    with desk.read() as session:
        gone = session.scalars(select(Backup.gone_on).order_by(Backup.seq)).all()
    assert gone == [date(2026, 11, 23), None, date(2026, 11, 23)]


def test_a_computer_has_one_mark_under_one_key_and_tells_nobody_its_name(tmp_path, monkeypatch):
    (tmp_path / "machine-id").write_text("0123456789abcdef\n")
    monkeypatch.setattr(rows, "MACHINE_IDS", (tmp_path / "none", tmp_path / "machine-id"))

    record = tmp_path / "court.milepost"
    mark = rows.machine_mark(bytes(32), record)

    assert mark == rows.machine_mark(bytes(32), record.with_name("court.milepost.next"))
    assert mark != rows.machine_mark(bytes([1]) * 32, record)
    assert mark != rows.machine_mark(bytes(32), tmp_path / "copy" / "court.milepost")
    assert "0123456789abcdef" not in mark
    monkeypatch.setattr(rows, "MACHINE_IDS", ())
    assert rows.machine_mark(bytes(32), record) != mark


def test_what_was_proved_and_what_was_read_again_is_written_down(desk, number, moment):
    numbered = number()
    with desk.work() as session:
        rows.proved(session, numbered.id)
        rows.read_again(session, numbered.id)

    with desk.read() as session:
        row = session.get_one(Backup, numbered.id)
    assert (row.proved_at, row.reread) == (moment, Reread.DROPPED)
