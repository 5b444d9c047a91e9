import shutil
import struct

import pytest
from sqlalchemy import text

from app.vault import wal
from models import engine as engines
from tests.makers import key_of

FRAME = 24 + 4096


def grown(record_path, made, commits=6):
    """Return a real log of `commits` saves as a crash leaves it."""
    engine = engines.open_engine(record_path, key_of(made).record)
    for number in range(commits):
        with engine.begin() as connection:
            connection.execute(
                text("INSERT INTO provider (name) VALUES (:name)"), {"name": f"{number}" * 100}
            )
    copy = record_path.parent / "crashed"
    copy.mkdir()
    for part in (record_path, wal.log_of(record_path)):
        shutil.copy(part, copy / part.name)
    engine.dispose()
    return wal.log_of(copy / record_path.name)


@pytest.fixture
def log(record_path, made):
    return grown(record_path, made)


def read_by_sqlite(log, made):
    """Return how many saves SQLite itself reads from the record and its log."""
    record = log.with_name(log.name.removesuffix("-wal"))
    trial = log.parent / "trial"
    trial.mkdir(exist_ok=True)
    for part in (record, log):
        shutil.copy(part, trial / part.name)
    (trial / (record.name + "-shm")).unlink(missing_ok=True)
    connection = engines.connect(trial / record.name, key_of(made).record)
    found = connection.execute("SELECT count(*) FROM provider").fetchone()[0]
    connection.close()
    return found


def commits_of(data):
    """Return the offsets of the frames that end a save."""
    return [
        at
        for at in range(32, len(data) - FRAME + 1, FRAME)
        if struct.unpack_from(">I", data, at + 4)[0]
    ]


def test_a_whole_log_holds_every_save_that_sqlite_reads(log, made):
    assert wal.walk(log) == wal.Walk(6, lost=False)
    assert read_by_sqlite(log, made) == 6


def test_a_bit_flipped_in_any_frame_is_told_as_lost_if_a_save_follows(log, made):
    whole = log.read_bytes()
    last = commits_of(whole)[-1]
    wrong = []

    for at in range(32, len(whole), FRAME):
        for place in (0, 5, 9, 13, 17, 21, 24, 2000, FRAME - 1):
            data = bytearray(whole)
            data[at + place] ^= 0x10
            log.write_bytes(data)
            walked = wal.walk(log)
            # A frame whose own place for the salts or the commit is hit is itself the bad one.
            if walked.lost != (at < last):
                wrong.append((at, place))

    assert wrong == []


def test_what_is_walked_is_what_sqlite_reads(log, made):
    whole = log.read_bytes()

    for at in range(32, len(whole), FRAME):
        data = bytearray(whole)
        data[at + 3000] ^= 1
        log.write_bytes(data)

        assert read_by_sqlite(log, made) == wal.walk(log).commits


@pytest.mark.parametrize("at", range(32))
def test_a_bit_flipped_in_the_head_loses_everything_and_is_told(log, at):
    data = bytearray(log.read_bytes())
    data[at] ^= 1
    log.write_bytes(data)

    assert wal.walk(log) == wal.Walk(0, lost=True)


def test_a_log_that_power_cut_short_in_its_last_frame_is_no_loss_that_was_acknowledged(log):
    whole = log.read_bytes()

    for cut in (1, 100, FRAME - 1):
        log.write_bytes(whole[:-cut])
        walked = wal.walk(log)
        assert (walked.commits, walked.lost) == (5, False)


def test_frames_of_an_earlier_round_behind_the_last_save_are_no_loss(log):
    whole = log.read_bytes()
    old = bytearray(whole[32 : 32 + FRAME])
    old[8] ^= 1  # other salts, as an earlier round of the same file has
    struct.pack_into(">I", old, 4, 9)
    log.write_bytes(whole + bytes(old))

    assert wal.walk(log) == wal.Walk(6, lost=False)


@pytest.mark.parametrize("data", [b"", b"junk", bytes(31), bytes(32), bytes(500)])
def test_a_log_that_holds_nothing_has_lost_nothing(tmp_path, data):
    path = tmp_path / "court.milepost-wal"
    path.write_bytes(data)

    assert wal.walk(path) == wal.Walk(0, lost=False)


def test_a_missing_log_has_lost_nothing(tmp_path):
    assert wal.walk(tmp_path / "none-wal") == wal.Walk(0, lost=False)


def test_junk_in_the_place_of_a_log_is_told(tmp_path):
    path = tmp_path / "court.milepost-wal"
    path.write_bytes(b"junk" * 5000)

    assert wal.walk(path).lost


@pytest.mark.parametrize("missing", [1, 16, 512])
def test_a_save_behind_missing_bytes_is_lost_wherever_it_lies_now(log, missing):
    whole = log.read_bytes()
    last = commits_of(whole)[-1]

    for at in range(32, last, FRAME):
        log.write_bytes(whole[: at + 100] + whole[at + 100 + missing :])

        assert wal.walk(log).lost
