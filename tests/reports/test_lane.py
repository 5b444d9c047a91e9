import io
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app import facts, frames, paths
from reports import drawing, lane, progress_report
from reports.lane import Lane, LaneError
from tests.reports import examples

ROOT = Path(__file__).resolve().parents[2]
SERVE = "import sys; from reports import lane; lane.serve(sys.stdin.buffer, sys.stdout.buffer)"


@pytest.fixture(autouse=True)
def _own_process(monkeypatch):
    """Start the far end by itself, so that no command has to exist for it."""
    monkeypatch.setattr(paths, "command_line", lambda *_: [sys.executable, "-c", SERVE])


@pytest.fixture
def far_end():
    opened = Lane()
    yield opened
    opened.close()


def test_a_page_drawn_far_away_is_the_page_drawn_here(far_end):
    drawn = far_end.draw("progress-report", examples.ordinary())

    assert drawn.pdf == progress_report.to_bytes(examples.ordinary())
    assert drawn.pages == 1


def test_a_pack_and_a_sheet_go_the_same_way(far_end):
    pack = far_end.draw("progress-pack", (examples.ordinary(), examples.empty()))
    sheet = far_end.draw("recovery-sheet", examples.sheet())

    assert pack.pages == 2
    assert sheet.pages == 1


def test_one_process_draws_every_page(far_end):
    far_end.warm()
    first = far_end._process

    far_end.draw("progress-report", examples.ordinary())

    assert far_end._process is first


def test_a_process_that_died_is_started_again(far_end):
    far_end.draw("progress-report", examples.ordinary())
    far_end._process.kill()

    drawn = far_end.draw("progress-report", examples.empty())

    assert drawn.pages == 1


def test_a_process_that_dies_again_and_again_is_given_up(monkeypatch, far_end):
    monkeypatch.setattr(paths, "command_line", lambda *_: [sys.executable, "-c", "pass"])

    with pytest.raises(LaneError):
        far_end.draw("progress-report", examples.ordinary())


def test_what_cannot_be_drawn_is_told_without_its_values(far_end):
    with pytest.raises(LaneError) as told:
        far_end.draw("progress-report", examples.sheet())

    assert "Error at facts.py" in str(told.value)
    assert "Juniper" not in str(told.value)
    assert far_end.draw("progress-report", examples.ordinary()).pages == 1


def test_many_threads_get_each_their_own_page(far_end):
    wanted = {1: examples.ordinary(), 2: examples.full()}
    got: dict[int, int] = {}

    def ask(pages: int) -> None:
        got[pages] = far_end.draw("progress-report", wanted[pages]).pages

    threads = [threading.Thread(target=ask, args=(pages,)) for pages in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == {1: 1, 2: 2}


def test_closing_ends_the_process_and_the_lane(far_end):
    far_end.draw("progress-report", examples.ordinary())
    process = far_end._process

    far_end.close()

    assert process.poll() is not None
    with pytest.raises(LaneError):
        far_end.draw("progress-report", examples.ordinary())


def test_a_process_that_is_started_while_the_lane_closes_is_ended_too(monkeypatch, far_end):
    start, started = lane._start, []

    def start_and_close():
        started.append(start())
        far_end.close()
        return started[0]

    monkeypatch.setattr(lane, "_start", start_and_close)

    with pytest.raises(LaneError):
        far_end.warm()

    assert started[0].poll() is not None
    assert far_end._process is None


def test_closing_twice_is_closing_once(far_end):
    far_end.close()
    far_end.close()

    assert far_end._process is None


@pytest.mark.parametrize("busy", [False, True])
def test_closing_never_waits_for_a_process_that_hangs(monkeypatch, busy):
    hang = "import sys, time; sys.stdin.buffer.read(1); time.sleep(60)"
    monkeypatch.setattr(paths, "command_line", lambda *_: [sys.executable, "-c", hang])
    hanging = Lane()
    hanging.warm()
    process = hanging._process
    failed: list[LaneError] = []
    worker = threading.Thread(target=lambda: _ask(hanging, failed))
    if busy:
        worker.start()
        while not hanging._turn.locked():
            time.sleep(0.01)
        time.sleep(0.1)

    started = time.monotonic()
    hanging.close()

    assert time.monotonic() - started < 2
    if busy:
        worker.join(10)
        assert len(failed) == 1
    assert process.wait(5) is not None


def _ask(hanging: Lane, failed: list[LaneError]) -> None:
    try:
        hanging.draw("progress-report", examples.ordinary())
    except LaneError as error:
        failed.append(error)


def test_the_far_end_ends_with_its_input():
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    process.communicate(timeout=20)

    assert process.returncode == 0


def test_the_lane_names_the_hidden_word(monkeypatch):
    asked: list[tuple[str, ...]] = []
    ends = [sys.executable, "-c", "pass"]
    monkeypatch.setattr(paths, "command_line", lambda *words: asked.append(words) or ends)
    started = Lane()

    started.warm()
    started.close()

    assert asked == [("_draw",)]


def test_serving_here_answers_request_by_request():
    source, sink = io.BytesIO(), io.BytesIO()
    text = facts.canonical(examples.ordinary())
    frames.write(source, json.dumps({"kind": "progress-report", "facts": text}).encode())
    frames.write(source, b"no json")
    source.seek(0)

    lane.serve(source, sink)

    sink.seek(0)
    assert json.loads(frames.read(sink)) == {"ok": True, "pages": 1}
    assert frames.read(sink).startswith(b"%PDF")
    answer = json.loads(frames.read(sink))
    assert not answer["ok"]
    assert "no json" not in answer["error"]
    assert drawing.KINDS.keys() == {
        "certificate",
        "progress-pack",
        "progress-report",
        "proof",
        "protected",
        "recovery-sheet",
        "trail-extract",
        "treatment-plan",
    }
