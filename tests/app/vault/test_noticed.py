import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from sqlalchemy import select

from app.vault import record, state, wal
from app.vault.files import Files
from models import engine as engines
from models import schema
from models.errors import TooNew
from models.service import Provider
from tests.app.vault.steps import RIGHT, WRITER, WRONG, events, newer, opened, refused, write
from tests.makers import add, key_of


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
