import sys

import pytest

from app.backup import snapshot
from app.vault import contents
from models.errors import Damaged, NoSpace, WrongSecret
from tests.makers import make_participant


def take(record):
    return snapshot.take(record.engine, record.files.record, record.unlocked.keys.record)


def test_a_snapshot_is_encrypted_whole_and_says_where_the_trail_ends(opened):
    make_participant(opened.desk, "Quintana")

    taken = take(opened)
    checked = contents.check(taken, opened.unlocked.keys.record)

    assert checked.contents.rows["person"] == 1
    assert checked.court == "Juniper County Treatment Court"
    assert int(checked.audit_mark.partition("-")[0]) == checked.contents.rows["audit"]
    assert b"Quintana" not in taken.read_bytes()
    assert [part.name for part in taken.parent.iterdir() if part.name.endswith("-wal")] == [
        "court.milepost-wal"
    ]


def test_work_goes_on_while_a_snapshot_is_checked(opened):
    taken = take(opened)
    make_participant(opened.desk, "Quintana")

    checked = contents.check(taken, opened.unlocked.keys.record)

    assert checked.contents.rows["person"] == 0


def test_a_leftover_of_an_interrupted_backup_is_written_over(opened):
    snapshot.snapshot_of(opened.files.record).write_bytes(b"half a snapshot")

    taken = take(opened)

    assert contents.check(taken, opened.unlocked.keys.record).contents.rows["court"] == 1


def test_a_damaged_page_is_found(opened):
    make_participant(opened.desk)
    taken = take(opened)
    data = bytearray(taken.read_bytes())
    data[4096 * 20 + 50] ^= 1
    taken.write_bytes(bytes(data))

    with pytest.raises(Damaged) as refused:
        contents.check(taken, opened.unlocked.keys.record)

    assert refused.value.problem == "page"


def test_an_entry_of_nobody_is_found(opened):
    make_participant(opened.desk)
    with opened.engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        driver.execute("PRAGMA query_only=OFF")
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("UPDATE episode SET person_id = 99")
        driver.execute("PRAGMA foreign_keys=ON")
    taken = take(opened)

    with pytest.raises(Damaged) as refused:
        contents.check(taken, opened.unlocked.keys.record)

    assert refused.value.problem == "foreign-key"


def test_another_key_opens_no_snapshot(opened):
    taken = take(opened)

    with pytest.raises(WrongSecret):
        contents.check(taken, bytes(32))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_drive_that_takes_no_more_leaves_no_snapshot(opened):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40960, limits[1]))
    try:
        with pytest.raises(NoSpace):
            take(opened)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert not snapshot.snapshot_of(opened.files.record).exists()
