from contextlib import closing

import pytest
from sqlalchemy import select

from app import came_back, carrying_out, destroyed_files
from app.backup import making, restoring
from app.errors import Invalid
from app.vault import record as records
from app.vault.unlock import Secret
from models import engine as engines
from models.errors import InUse, NoSuchThing
from models.person import Person
from models.sealing import SealingKind
from tests import whole_file
from tests.app.test_destroying import NUMBER, order
from tests.conftest import PASSPHRASE
from tests.makers import make_participant
from tests.whole_file import CANARY


@pytest.fixture
def ada(opened):
    who = make_participant(opened.desk, "Quillfeather", "Ada")
    order(opened.desk, who.person)
    return who.person


def test_what_is_known_before_is_told(opened, ada, tmp_path):
    making.backup(opened, tmp_path)

    told = carrying_out.before(opened, ada)

    assert (told.name, told.kind, told.number) == ("Ada Quillfeather", SealingKind.EXPUNGE, NUMBER)
    assert [copy.number for copy in told.copies] == [1]


def test_without_an_order_there_is_nothing_to_carry_out(opened):
    who = make_participant(opened.desk)

    told = carrying_out.before(opened, who.person)

    assert (told.kind, told.number, told.ordered_by) == (None, "", "")


def test_nobody_is_missing(opened):
    with pytest.raises(NoSuchThing):
        carrying_out.before(opened, 999)


def test_an_order_is_carried_out_down_to_the_bytes(opened, record_path):
    person = whole_file.fill(opened.desk)

    done = carrying_out.carry_out(opened, person, f"{CANARY} later number")

    key = opened.unlocked.keys.record
    with opened.desk.read() as session:
        [row] = destroyed_files.listed(opened.desk, session)
        kept = carrying_out.certificate(session, done.id)
    assert done.trouble is None
    assert row.is_finished
    assert kept == done.certificate.without_order()
    assert whole_file.found_in(whole_file.pages(record_path, key)) == []
    assert opened.files.log.stat().st_size > 0  # the last event, and nothing else, is in the log
    assert CANARY.encode() not in opened.files.log.read_bytes()


def test_another_number_changes_nothing(opened, ada):
    with pytest.raises(Invalid):
        carrying_out.carry_out(opened, ada, "24-CR-9999")

    with opened.desk.read() as session:
        assert session.get(Person, ada) is not None


def test_while_a_backup_is_on_its_way_nothing_is_destroyed(opened, ada):
    opened.files.snapshot.write_bytes(b"on its way")

    with pytest.raises(InUse):
        carrying_out.carry_out(opened, ada, NUMBER)

    opened.files.snapshot.unlink()
    with opened.desk.read() as session:
        assert session.get(Person, ada) is not None


def test_what_could_not_be_written_anew_is_told_and_done_later(opened, ada, record_path):
    key = opened.unlocked.keys.record
    with closing(engines.connect(record_path, key)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()

        done = carrying_out.carry_out(opened, ada, NUMBER)

    assert isinstance(done.trouble, InUse)
    with opened.desk.read() as session, pytest.raises(NoSuchThing):
        carrying_out.certificate(session, done.id)
    carrying_out.finish(opened, done.id)
    with opened.desk.read() as session:
        assert session.get(Person, ada) is None
        assert carrying_out.certificate(session, done.id).mark_after == done.certificate.mark_after


def test_an_older_backup_brings_the_person_back_and_it_is_noticed(opened, ada, tmp_path):
    (tmp_path / "stick").mkdir()
    made = making.backup(opened, tmp_path / "stick")
    done = carrying_out.carry_out(opened, ada, NUMBER)
    opened.close()

    restoring.restore(made.path, opened.files.record, Secret(passphrase=PASSPHRASE))
    again = records.open_record(opened.files.record, Secret(passphrase=PASSPHRASE))

    try:
        with again.desk.read() as session:
            found = came_back.look(session, again.files)
            number = session.scalars(select(Person.id)).one()
        assert [each.person_id for each in found] == [number] == [ada]
        carrying_out.carry_out(again, ada, NUMBER)
        with again.desk.read() as session:
            assert came_back.look(session, again.files) == ()
    finally:
        again.close()
    assert [copy.file for copy in done.certificate.copies] == [made.path.name]
