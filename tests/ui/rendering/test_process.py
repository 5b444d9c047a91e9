"""Tests the process that opens documents from inside: what it answers, and what it cannot do."""

import io
import json
import subprocess
import sys

import pytest

from app import frames, paths
from tests import papers
from ui.rendering import process

LIMITED = """
import os, sys
from ui.rendering import process
process.limit()
try:
    {tried}
except (OSError, MemoryError) as error:
    sys.exit(type(error).__name__ + " " + str(error.args[:1]))
"""


def answers(*requests):
    """Return every frame that the process answers to `requests`."""
    asked, told = io.BytesIO(), io.BytesIO()
    for each in requests:
        frames.write(asked, each if isinstance(each, bytes) else json.dumps(each).encode())
    asked.seek(0)
    process.serve(asked, told)
    told.seek(0)
    return list(iter(lambda: frames.read(told), None))


def test_a_document_is_opened_once_and_answers_for_each_of_its_pages(qapp):
    told = answers({"media": "pdf"}, papers.pdf(2), *[{"page": n, "width": 101} for n in (0, 1)])

    assert json.loads(told[0]) == {"pages": 2}
    assert json.loads(told[1])["words"] == "Letter of the court 1"
    assert len(told[2]) == 101 * json.loads(told[1])["height"] * 3
    assert len(told) == 5


def test_a_picture_comes_back_as_it_is_to_be_kept(qapp):
    told = answers({"media": "png"}, papers.png(), {"page": 0, "width": 100})

    assert told[1].startswith(papers.PNG_HEAD)
    assert papers.SECRET not in told[1]
    assert len(told[3]) == 100 * json.loads(told[2])["height"] * 3


@pytest.mark.parametrize("body", [papers.vast_png(), papers.png()[:40]])
def test_what_is_refused_is_the_last_thing_that_is_answered(qapp, body):
    told = answers({"media": "png"}, body, {"page": 0, "width": 100})

    assert [list(json.loads(each)) for each in told] == [["refused"]]


def test_a_document_without_a_page_is_refused(qapp):
    [told] = answers({"media": "pdf"}, papers.assembled([b"<</Type/Catalog>>"]))

    assert json.loads(told) == {"refused": "document.not-shown"}


def test_a_page_that_cannot_be_drawn_is_refused_and_the_next_one_is_answered(qapp):
    told = answers({"media": "pdf"}, papers.pdf(), {"page": 9, "width": 9}, {"page": 0, "width": 9})

    assert json.loads(told[1]) == {"refused": "document.not-shown"}
    assert json.loads(told[2])["width"] == 9


def test_nobody_asking_is_no_fault(qapp):
    assert answers() == []


@pytest.mark.skipif(sys.platform != "linux", reason="bounded by the system only there")
@pytest.mark.parametrize(
    ("tried", "told"),
    [
        ("bytearray(1200 * 1024 * 1024)", "MemoryError"),
        ("open('{path}', 'wb', buffering=0).write(b'x')", "OSError"),
        ("open('{path}', 'wb').close(); sys.exit('nothing')", "nothing"),
    ],
)
def test_it_has_little_memory_and_writes_nothing_into_any_file(tmp_path, tried, told):
    path = tmp_path / "out"
    script = LIMITED.format(tried=tried.format(path=path))

    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=paths.program_root(), capture_output=True, check=False
    )

    assert ended.returncode != 0
    assert told in ended.stderr.decode() or ended.returncode < 0
    assert not path.exists() or path.stat().st_size == 0


def test_it_holds_no_key_no_record_and_no_window():
    script = (
        "import sys\n"
        "from ui.rendering import papers, process\n"
        "names = ['sqlalchemy', 'sqlcipher3', 'cryptography', 'models', 'app.vault',"
        " 'PySide6.QtWidgets', 'PySide6.QtNetwork']\n"
        "print([name for name in names if name in sys.modules])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=paths.program_root(), capture_output=True, check=True
    )

    assert ended.stdout.decode().strip() == "[]"
