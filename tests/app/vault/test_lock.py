import subprocess
import sys
import textwrap
import threading

import pytest

from app.vault import lock
from models.errors import InUse, NoSpace

HOLDING = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from app.vault import lock
    held = lock.take(Path(sys.argv[1]))
    print("held", flush=True)
    sys.stdin.read()
    """
)


@pytest.fixture
def holder(record_path):
    """Another process that holds the lock until it is told to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(record_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_record_that_another_process_holds_is_in_use(record_path, holder):
    with pytest.raises(InUse):
        lock.take(record_path)


def test_the_system_lets_the_lock_go_when_the_process_is_killed(record_path, holder):
    holder.kill()
    holder.wait()

    lock.take(record_path).release()


def test_a_lock_file_that_was_left_behind_holds_nobody_up(record_path):
    lock.lock_of(record_path).write_text("stale", encoding="utf-8")

    lock.take(record_path).release()


def test_the_same_program_cannot_hold_a_record_twice(record_path):
    held = lock.take(record_path)

    with pytest.raises(InUse):
        lock.take(record_path)

    held.release()


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path):
    with pytest.raises(NoSpace):
        lock.take(tmp_path / "file" / "court.milepost" if _file(tmp_path) else tmp_path)


def _file(folder):
    (folder / "file").write_text("a file, not a folder", encoding="utf-8")
    return True


def test_a_record_called_by_another_name_has_the_same_lock(record_path, tmp_path):
    from app.vault.record import open_record
    from app.vault.unlock import Secret
    from tests.conftest import PASSPHRASE

    link = tmp_path / "elsewhere" / "other.milepost"
    link.parent.mkdir()
    link.symlink_to(record_path)
    held = open_record(link, Secret(passphrase=PASSPHRASE))
    try:
        with pytest.raises(InUse):
            open_record(record_path, Secret(passphrase=PASSPHRASE))
    finally:
        held.close()


def test_a_lock_taken_in_one_thread_is_let_go_in_another(tmp_path):
    record = tmp_path / "court.milepost"
    held = lock.take(record)
    letting_go = threading.Thread(target=held.release)
    letting_go.start()
    letting_go.join()

    lock.take(record).release()
