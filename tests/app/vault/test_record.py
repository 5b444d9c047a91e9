import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.vault import creation, record, state, wal
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.unlock import Secret
from models import engine as engines
from models import schema, trail
from models.audit import Audit
from models.errors import Damaged, InUse, NoSpace, NoSuchThing, NotARecord, TooNew, WrongSecret
from models.service import Provider
from tests.conftest import HOLDER, PASSPHRASE, ZONE
from tests.makers import add, key_of

RIGHT = Secret(passphrase=PASSPHRASE)
WRONG = Secret(passphrase="not the right five words")


def opened(path):
    """Open a record by its sheet-like speed: the findings, and nothing left open."""
    found = record.open_record(path, RIGHT)
    found.close()
    return found


def write(path, *names):
    found = record.open_record(path, RIGHT)
    for name in names:
        add(found.desk, Provider(name=name))
    found.close()


def refused(path, secret=RIGHT):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the class is what is asserted
        record.open_record(path, secret)
    return caught.value


def events(path, action):
    found = record.open_record(path, RIGHT)
    with found.desk.read() as session:
        bodies = session.scalars(select(Audit.body).where(Audit.action == action)).all()
    found.close()
    return [json.loads(body) for body in bodies]


def test_a_record_that_was_closed_in_order_opens_with_no_finding(record_path):
    assert opened(record_path).findings == ()
    assert opened(record_path).findings == ()


def test_closing_leaves_the_record_sealed_whole_and_alone(record_path):
    write(record_path, "Mesa Counseling")

    kept = state.read(record_path.with_suffix(".state"))
    assert kept.clean
    assert kept.audit_mark.startswith(f"{kept.audit_seq}-")
    assert not wal.log_of(record_path).exists()


def test_nothing_in_a_folder_but_the_parts_of_the_record(record_path):
    write(record_path, "Mesa Counseling")

    assert {part.name for part in record_path.parent.iterdir()} == {
        "court.milepost",
        "court.key",
        "court.key.bak",
        "court.state",
        "court.lock",
    }


def test_a_missing_record_is_no_such_thing(tmp_path):
    assert isinstance(refused(tmp_path / "none.milepost"), NoSuchThing)
    assert isinstance(refused(tmp_path), NoSuchThing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00" + bytes(4080), "plain"),
        (b"words", "not-a-record"),
        (bytes(5000), "truncated"),
    ],
)
@pytest.mark.parametrize("secret", [RIGHT, WRONG], ids=["right", "wrong"])
def test_what_is_no_record_is_told_before_the_passphrase(record_path, content, problem, secret):
    record_path.write_bytes(content)

    error = refused(record_path, secret)

    assert isinstance(error, NotARecord)
    assert (error.problem, error.code) == (problem, 11)
    assert record_path.read_bytes() == content


def test_a_record_in_use_is_told_before_anything_else(record_path):
    held = record.open_record(record_path, RIGHT)

    assert isinstance(refused(record_path), InUse)
    assert isinstance(refused(record_path, WRONG), InUse)
    held.close()


def test_a_wrong_passphrase_is_told_before_damage_inside(record_path):
    data = bytearray(record_path.read_bytes())
    data[100] ^= 1
    record_path.write_bytes(data)

    assert isinstance(refused(record_path, WRONG), WrongSecret)
    damaged = refused(record_path)
    assert (type(damaged), damaged.problem) == (Damaged, "page")


def test_a_key_file_of_another_record_is_told_as_that(record_path, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "court.milepost"
    creation.create(other, Wanted("Other Court", "Otis", PASSPHRASE, ZONE))
    for suffix in (".key", ".key.bak"):
        shutil.copy(other.with_suffix(suffix), record_path.with_suffix(suffix))

    error = refused(record_path)

    assert (error.key, error.problem) == ("record.other", "other-record")


def test_a_sheet_of_another_record_without_a_key_file_is_a_wrong_sheet(record_path, made):
    for suffix in (".key", ".key.bak"):
        record_path.with_suffix(suffix).unlink()
    groups = list(made.sheet.groups)
    groups[0], groups[1] = groups[1], groups[0]

    error = refused(record_path, Secret(sheet=" ".join(groups)))

    assert (type(error), error.key) == (WrongSecret, "sheet.other-record")
    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 1


def test_the_sheet_opens_the_record_alone(record_path, made, tmp_path_factory):
    alone = tmp_path_factory.mktemp("alone") / "rescued.milepost"
    shutil.copy(record_path, alone)

    found = record.open_record(alone, Secret(sheet=" ".join(made.sheet.groups)))

    assert "seal" in found.findings
    assert "key-file" in found.findings
    found.close()


def test_wrong_passphrases_are_counted_and_chained_at_the_next_unlock(record_path):
    for _ in range(2):
        refused(record_path, WRONG)

    told = events(record_path, "unlocked")[-1]

    assert told["changes"] == {"failed_unlocks": [None, 2]}
    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 0


def test_a_failed_unlock_leaves_no_lock_behind(record_path):
    refused(record_path, WRONG)

    assert opened(record_path).findings == ()


def tampered_key_file(files):
    file = json.loads(files.key.read_bytes().split(b"\n")[0])
    assert file["holders"]
    files.spare_key.write_bytes(b"cut off")


def removed_state(files):
    files.state.unlink()


def damaged_state(files):
    files.state.write_text("{", encoding="utf-8")


def state_without_a_seal(files):
    state.write(files.state, state.State(clean=True))


def forged_state(files):
    files.state.write_text('{"v":1,"clean":false}', encoding="utf-8")


def altered_state(files):
    state.write(files.state, replace(state.read(files.state), clean=False))


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        (tampered_key_file, "key-file"),
        (removed_state, "seal"),
        (damaged_state, "seal"),
        (state_without_a_seal, "seal"),
        (forged_state, "seal"),
        (altered_state, "seal"),
    ],
)
def test_what_was_done_to_the_files_is_noticed_and_chained(record_path, harm, finding):
    harm(Files(record_path))

    found = opened(record_path)

    assert found.findings == (finding,)
    assert events(record_path, "unlocked")[0]["changes"]["findings"] == [None, finding]


def test_a_removed_state_is_noticed_also_after_a_wrong_passphrase(record_path):
    record_path.with_suffix(".state").unlink()
    refused(record_path, WRONG)

    assert "seal" in opened(record_path).findings


def test_an_old_file_put_back_is_noticed(record_path):
    old = record_path.read_bytes()
    write(record_path, "Mesa Counseling")
    record_path.write_bytes(old)

    assert set(opened(record_path).findings) == {"seal", "audit-tail"}


def test_what_was_noticed_stays_until_it_has_been_told(record_path):
    old = record_path.read_bytes()
    write(record_path, "Mesa Counseling")
    record_path.write_bytes(old)

    assert set(opened(record_path).findings) == {"seal", "audit-tail"}
    assert set(opened(record_path).findings) == {"seal", "audit-tail"}
    record.open_record(record_path, RIGHT).close(told=True)
    assert opened(record_path).findings == ()


def test_what_was_noticed_stays_also_where_the_program_ends_without_closing(record_path, made):
    record_path.with_suffix(".state").unlink()
    sheet = " ".join(made.sheet.groups)
    words = [sys.executable, "-c", WRITER, str(record_path), sheet, "1"]
    writer = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "ready\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()

    assert "seal" in opened(record_path).findings


def test_what_can_be_noticed_again_is_not_kept(record_path):
    spare = record_path.with_suffix(".key.bak")
    whole = spare.read_bytes()
    spare.write_bytes(b"cut off")
    assert opened(record_path).findings == ("key-file",)

    spare.write_bytes(whole)

    assert opened(record_path).findings == ()


def test_what_was_noticed_outlives_an_opening_that_fails_behind_it(record_path, made):
    newer(record_path, made)
    assert isinstance(refused(record_path), TooNew)
    connection = engines.connect(record_path, key_of(made).record)
    connection.execute("UPDATE alembic_version SET version_num = ?", (schema.head(),))
    connection.close()

    assert "seal" in state.read(record_path.with_suffix(".state")).findings
    assert "seal" in opened(record_path).findings


def test_closing_is_chained_as_the_last_event(record_path):
    found = record.open_record(record_path, RIGHT)
    with found.desk.read() as session:
        before = session.scalars(select(Audit.seq)).all()[-1]
    found.close()

    assert state.read(record_path.with_suffix(".state")).audit_seq == before + 1
    assert [body["by"] for body in events(record_path, "locked")] == [HOLDER, HOLDER]


def test_failed_unlocks_are_counted_until_the_trail_holds_them(record_path, monkeypatch):
    refused(record_path, WRONG)

    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(trail, "record", fail)
        assert isinstance(refused(record_path), NoSpace)

    assert state.read(record_path.with_suffix(".state")).failed_unlocks == 1
    assert events(record_path, "unlocked")[-1]["changes"] == {"failed_unlocks": [None, 1]}


def test_a_record_with_a_second_name_is_refused_under_both(record_path, tmp_path):
    second = tmp_path / "second.milepost"
    second.hardlink_to(record_path)

    for name in (record_path, second):
        error = refused(name)
        assert (type(error), error.key, error.code) == (InUse, "record.two-names", 13)

    second.unlink()
    assert opened(record_path).findings == ()


def test_what_is_no_record_gets_no_lock_beside_it(tmp_path):
    path = tmp_path / "letter.milepost"
    path.write_bytes(b"%PDF-1.7" + bytes(5000))

    assert refused(path).problem == "not-a-record"
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_page_put_back_is_noticed(record_path):
    write(record_path, "A" * 100)
    old = record_path.read_bytes()
    write(record_path, "B" * 100)
    new = bytearray(record_path.read_bytes())
    changed = [at for at in range(4096, len(old), 4096) if old[at : at + 64] != new[at : at + 64]]
    new[changed[-1] : changed[-1] + 4096] = old[changed[-1] : changed[-1] + 4096]
    record_path.write_bytes(new)

    assert "seal" in opened(record_path).findings


def test_an_old_log_put_beside_a_closed_record_is_noticed(record_path):
    found = record.open_record(record_path, RIGHT)
    add(found.desk, Provider(name="Mesa Counseling"))
    log = wal.log_of(record_path).read_bytes()
    found.close()
    wal.log_of(record_path).write_bytes(log)

    assert "seal" in opened(record_path).findings
    (kept,) = record_path.parent.glob("*-kept-*")
    assert kept.read_bytes() == log


def test_junk_put_in_the_place_of_a_log_is_noticed_and_kept(record_path):
    wal.log_of(record_path).write_bytes(b"junk" * 5000)

    found = opened(record_path)

    assert set(found.findings) == {"wal", "seal"}
    (kept,) = record_path.parent.glob("*-kept-*")
    assert kept.read_bytes() == b"junk" * 5000


def test_a_cut_tail_of_the_trail_is_noticed(record_path, made):
    write(record_path, "Mesa Counseling")
    connection = engines.connect(record_path, key_of(made).record)
    connection.execute("DROP TRIGGER audit_no_delete")
    connection.execute("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    connection.close()

    assert set(opened(record_path).findings) == {"seal", "audit-tail"}


def crash(record_path):
    """Return a copy of a record as it stands when the power goes, with its log."""
    found = record.open_record(record_path, RIGHT)
    for name in ("one", "two", "three"):
        add(found.desk, Provider(name=name))
    folder = record_path.parent / "crashed"
    folder.mkdir()
    for part in record_path.parent.glob("court.*"):
        if part.suffix != ".lock" and not part.name.endswith("-shm"):
            shutil.copy(part, folder / part.name)
    found.close()
    return folder / record_path.name


def providers(path):
    found = record.open_record(path, RIGHT)
    with found.desk.read() as session:
        names = session.scalars(select(Provider.name).order_by(Provider.id)).all()
    found.close()
    return names


def test_after_a_crash_everything_saved_is_there_and_nothing_is_suspected(record_path):
    crashed = crash(record_path)

    assert opened(crashed).findings == ()
    assert providers(crashed) == ["one", "two", "three"]


def test_a_save_lost_in_the_log_of_a_crash_is_told_and_the_log_kept(record_path):
    crashed = crash(record_path)
    log = wal.log_of(crashed)
    data = bytearray(log.read_bytes())
    data[32 + 2 * (24 + 4096) + 500] ^= 1
    log.write_bytes(data)

    found = opened(crashed)

    assert found.findings == ("wal",)
    (kept,) = crashed.parent.glob("*-kept-*")
    assert kept.read_bytes() == bytes(data)


def newer(path, made):
    connection = engines.connect(path, key_of(made).record)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def test_a_record_of_a_newer_version_is_refused_and_stays_as_it_is(record_path, made):
    newer(record_path, made)
    before = {part.name: part.read_bytes() for part in record_path.parent.glob("court.[mk]*")}

    error = refused(record_path)

    assert isinstance(error, TooNew)
    assert {
        part.name: part.read_bytes() for part in record_path.parent.glob("court.[mk]*")
    } == before
    assert isinstance(refused(record_path, WRONG), WrongSecret)


def test_a_record_without_a_revision_is_not_whole(record_path, made):
    connection = engines.connect(record_path, key_of(made).record)
    connection.execute("DROP TABLE alembic_version")
    connection.close()

    assert refused(record_path).problem == "schema"


def test_the_lock_is_let_go_even_where_closing_fails(record_path):
    found = record.open_record(record_path, RIGHT)
    state_file = record_path.with_suffix(".state")
    state_file.unlink()
    state_file.mkdir()

    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's affair
        found.close()
    state_file.rmdir()

    assert "seal" in opened(record_path).findings


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from app.vault import record
    from app.vault.unlock import Secret
    from models.service import Provider

    found = record.open_record(Path(sys.argv[1]), Secret(sheet=sys.argv[2]))
    number = int(sys.argv[3])
    print("ready", flush=True)
    while True:
        with found.desk.work() as session:
            session.add(Provider(name=str(number)))
        print(number, flush=True)
        number += 1
    """
)


def test_a_program_killed_while_it_writes_loses_nothing_that_it_acknowledged(record_path, made):
    acknowledged, sheet = 0, " ".join(made.sheet.groups)

    for cycle in range(15):
        words = [sys.executable, "-c", WRITER, str(record_path), sheet, str(acknowledged + 1)]
        writer = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert writer.stdout.readline() == "ready\n"
        for _ in range(cycle % 7):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        told = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        engine = engines.connect(record_path, key_of(made).record)
        names = [int(row[0]) for row in engine.execute("SELECT name FROM provider ORDER BY id")]
        engine.close()
        assert names == list(range(1, len(names) + 1))
        assert len(names) >= (int(told[-1]) if told else acknowledged)
        acknowledged = len(names)

    assert acknowledged >= 15
    assert set(opened(record_path).findings) <= {"seal"}
    assert Path(record_path).exists()
