"""The process that carries a backup: the same as carrying it here, and it can be called off."""

import io
import os
import signal
import threading

import pytest

from app import frames
from app.backup import carrying, in_hand, wire, writing
from app.backup.carrying import CancelledError, Carrier
from app.backup.writing import Load, Stage
from models.errors import NoSpace, NoSuchThing

BLOCKS = (b"a" * 70000, b"b" * 70000, b"c" * 512)
SIZE = sum(len(block) for block in BLOCKS)


@pytest.fixture
def load(tmp_path):
    (tmp_path / "stick").mkdir()
    return Load(
        tmp_path / "stick", "c-000007.milebak", SIZE, bytes(16), "aa" * 16, 7, frozenset(), "UTC"
    )


def nothing(_stage, _done, _total):
    """Tell nobody."""


def test_a_process_of_its_own_carries_the_same_bytes_and_tells_how_far_it_is(load):
    told = []

    carried = Carrier()(load, BLOCKS, lambda *step: told.append(step))

    assert carried.path.read_bytes() == b"".join(BLOCKS)
    assert (Stage.WRITE, SIZE, SIZE) in told
    assert (Stage.REREAD, SIZE, SIZE) in told


def test_the_worlds_faults_come_back_as_what_they_are(load):
    load.folder.rmdir()

    with pytest.raises(NoSuchThing) as refused:
        Carrier()(load, BLOCKS, nothing)

    assert refused.value.facts == {"folder": str(load.folder)}


def test_a_backup_that_is_called_off_leaves_nothing(load):
    carrier = Carrier()

    def call_off(stage, done, _total):
        if stage is Stage.WRITE and done > 70000:
            carrier.cancel()

    with pytest.raises(CancelledError):
        carrier(load, BLOCKS, call_off)

    assert list(load.folder.iterdir()) == []


def test_a_backup_that_was_called_off_before_it_began_never_begins(load):
    carrier = Carrier()
    carrier.cancel()

    with pytest.raises(CancelledError):
        carrier(load, BLOCKS, nothing)

    assert list(load.folder.iterdir()) == []


def test_a_process_that_was_started_early_carries_the_same_and_ends_when_it_is_not_needed(load):
    carrier, unused = Carrier(), Carrier()
    carrier.warm()
    unused.warm()
    unused.cancel()

    carried = carrier(load, BLOCKS, nothing)

    assert carried.path.read_bytes() == b"".join(BLOCKS)
    assert unused._process.wait(5) is not None


def test_a_drive_that_hangs_is_left_behind(load, monkeypatch):
    monkeypatch.setattr(carrying, "PATIENCE", 0.2)
    carrier = Carrier()
    stopped = threading.Event()

    def hang(_stage, _done, _total):
        os.kill(carrier._process.pid, signal.SIGSTOP)  # as a stick that does not answer
        carrier.cancel()
        stopped.set()

    with pytest.raises(CancelledError):
        carrier(load, BLOCKS, hang)

    assert stopped.is_set()
    assert carrier._process.wait(5) == -signal.SIGKILL


def test_a_process_that_dies_is_a_drive_that_did_not_answer(load):
    carrier = Carrier()

    def die(_stage, _done, _total):
        os.kill(carrier._process.pid, signal.SIGKILL)

    with pytest.raises(NoSpace) as refused:
        carrier(load, BLOCKS, die)

    assert refused.value.key == "space.gone"


@pytest.fixture
def patient(monkeypatch):
    """Give a busy machine time: what is tried is not how fast it is."""
    monkeypatch.setattr(carrying, "PATIENCE", 60)


def test_a_process_that_dies_leaves_nothing_on_a_drive_that_still_answers(load, patient):
    carrier = Carrier()
    others = load.folder / f"{load.name}.{'bb' * 4}.partial"
    others.touch()

    def die(stage, done, _total):
        if stage is Stage.WRITE and done > 70000:
            (partial,) = load.folder.glob(f"*.{'aa' * 4}.partial")
            assert in_hand.is_taken(partial)
            os.kill(carrier._process.pid, signal.SIGKILL)

    with pytest.raises(NoSpace):
        carrier(load, BLOCKS, die)

    assert list(load.folder.iterdir()) == [others]


def test_what_a_process_that_is_led_or_was_called_off_ends_with_is_no_kill(load, patient):
    """Only after a kill is there anything to sweep, and another process to start for it."""
    whole, called_off = Carrier(), Carrier()

    whole(load, BLOCKS, nothing)
    with pytest.raises(CancelledError):
        called_off(load, BLOCKS, lambda *_step: called_off.cancel())

    assert [whole._process.poll(), called_off._process.poll()] == [0, 0]


def served(*sent):
    """Return what the process says to the frames that it is sent."""
    source, sink = io.BytesIO(), io.BytesIO()
    for body in sent:
        frames.write(source, body)
    source.seek(0)
    carrying.serve(source, sink)
    sink.seek(0)
    return list(iter(lambda: frames.read(sink), None))


def test_a_process_that_is_told_nothing_ends(tmp_path):
    assert served() == []


def test_a_process_whose_other_end_goes_away_drops_what_was_not_finished(load):
    answers = served(wire.of_load(load), BLOCKS[0])

    assert list(load.folder.iterdir()) == []
    assert carrying.json.loads(answers[-1]) == {"error": "FrameError"}


def test_the_process_here_and_there_does_the_same(load):
    answers = [carrying.json.loads(each) for each in served(wire.of_load(load), *BLOCKS, b"")]

    assert answers[0] == {"next": True}
    assert [each.get("stage") for each in answers].count("write") == 3
    assert wire.carried(answers[-1]).path == load.folder / load.name


def test_damage_and_our_own_faults_cross_the_pipe(load):
    wrong = Load(**vars(load) | {"size": 1})
    answers = served(wire.of_load(wrong), *BLOCKS, b"")

    with pytest.raises(writing.Damaged) as refused:
        wire.carried(carrying.json.loads(answers[-1]))
    assert refused.value.problem == "truncated"
    with pytest.raises(wire.CarryError, match="ZeroDivisionError"):
        wire.carried({"error": "ZeroDivisionError"})


def test_a_backup_is_fetched_whole_from_its_drive(kept, tmp_path):
    told = []

    Carrier().fetch(kept.path, tmp_path / "copy", lambda *step: told.append(step))

    size = kept.path.stat().st_size
    assert (tmp_path / "copy").read_bytes() == kept.path.read_bytes()
    assert told[-1] == (Stage.FETCH, size, size)


def test_a_backup_that_is_gone_is_not_fetched(tmp_path):
    with pytest.raises(NoSuchThing):
        Carrier().fetch(tmp_path / "gone.milebak", tmp_path / "copy", nothing)


def test_a_fetch_can_be_called_off_and_a_drive_that_goes_away_is_told(kept, tmp_path):
    called_off, dying = Carrier(), Carrier()
    called_off.cancel()

    with pytest.raises(CancelledError):
        called_off.fetch(kept.path, tmp_path / "one", nothing)
    dying.warm()
    os.kill(dying._process.pid, signal.SIGKILL)
    with pytest.raises(NoSpace):
        dying.fetch(kept.path, tmp_path / "two", nothing)
