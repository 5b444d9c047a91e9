from app import carrying_out, destroyed_files
from app.backup import making
from models.sealing import SealingKind
from tests.app.test_destroying import NUMBER, order
from tests.conftest import MOMENT
from tests.makers import make_participant


def test_a_destroyed_file_stands_in_the_list_with_the_backups_that_hold_it(opened, tmp_path):
    making.backup(opened, tmp_path)
    ada = make_participant(opened.desk)
    order(opened.desk, ada.person, kind=SealingKind.SEAL)
    making.backup(opened, tmp_path)
    carrying_out.carry_out(opened, ada.person, NUMBER)
    making.backup(opened, tmp_path)

    with opened.desk.read() as session:
        [row] = destroyed_files.listed(opened.desk, session)

    assert (row.kind, row.destroyed_at, row.is_finished) == (SealingKind.SEAL, MOMENT, True)
    assert row.destroyed_by == opened.desk.holder
    assert [copy.number for copy in row.copies] == [2]


def test_the_newest_stands_first(opened):
    for number in ("1", "2"):
        who = make_participant(opened.desk)
        order(opened.desk, who.person, number)
        carrying_out.carry_out(opened, who.person, number)

    with opened.desk.read() as session:
        rows = destroyed_files.listed(opened.desk, session)

    assert [row.id for row in rows] == [2, 1]
