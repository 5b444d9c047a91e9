"""Tests the process that opens documents from this end of the pipe, with good and hostile files."""

import os
import signal
import sys
import time

import pytest

from app import paths, showing
from app.showing import Showing
from app.wording import say
from models.document import Media
from models.errors import BadInput
from tests import papers
from tests.papers import SECRET


@pytest.fixture
def one():
    made = Showing()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("media", "body", "pages"),
    [
        (Media.PDF, papers.pdf(3), 3),
        (Media.JPEG, papers.jpeg(), 1),
        (Media.PNG, papers.png(), 1),
        (Media.TEXT, b"One line.\n" * 100, 3),
    ],
)
def test_every_sort_becomes_pictures_of_its_pages(one, media, body, pages):
    looked = one.look(media, body)
    picture = one.page(pages - 1, 301)

    assert looked.pages == pages
    assert picture.width == 301
    assert len(picture.pixels) == 301 * picture.height * 3
    assert len(set(picture.pixels)) > 1


def test_the_words_of_a_page_come_with_it(one):
    one.look(Media.PDF, papers.pdf(2, "Handbook"))

    assert one.page(1, 200).words == "Handbook 2"


@pytest.mark.parametrize("media", [Media.JPEG, Media.PNG])
def test_of_a_picture_nothing_is_kept_but_what_is_seen(one, media):
    body = papers.jpeg() if media is Media.JPEG else papers.png()

    kept = one.look(media, body).body

    assert SECRET in body
    assert SECRET not in kept
    assert b"Exif" not in kept


def test_a_photograph_is_kept_as_it_was_held(one):
    kept = one.look(Media.JPEG, papers.jpeg(60, 40, turned=6)).body
    one.look(Media.JPEG, kept)
    picture = one.page(0, 40)

    assert (picture.width, picture.height) == (40, 60)
    # Turned to the right, the red corner at the upper left is at the upper right.
    upper_right = picture.pixels[(5 * 40 + 35) * 3 : (5 * 40 + 35) * 3 + 3]
    upper_left = picture.pixels[(5 * 40 + 5) * 3 : (5 * 40 + 5) * 3 + 3]
    assert upper_right[0] > 200
    assert upper_left[0] < 80


def test_pdfs_and_texts_are_kept_as_they_are(one):
    body = papers.pdf()

    assert one.look(Media.PDF, body).body == body


@pytest.mark.parametrize(
    ("media", "body", "key"),
    [
        (Media.PDF, papers.pdf()[:150], "document.not-shown"),
        (Media.PDF, papers.assembled([b"null"]), "document.not-shown"),
        (Media.PDF, papers.locked(), "document.locked"),
        (Media.PDF, papers.pdf(2001), "document.too-many-pages"),
        (
            Media.PDF,
            papers.pdf().replace(b"/Count 1", b"/Count 1000000"),
            "document.too-many-pages",
        ),
        (Media.PNG, papers.vast_png(), "document.too-many-pixels"),
        (Media.PNG, papers.png()[:60], "document.not-shown"),
        (Media.JPEG, papers.png(), "document.not-shown"),
        (Media.TEXT, b"\n" * 100_000, "document.too-many-pages"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_sentence(one, media, body, key):
    with pytest.raises(BadInput) as refused:
        one.look(media, body)

    assert refused.value.key == key


def test_a_page_that_is_not_there_is_refused_and_the_next_one_is_shown(one):
    one.look(Media.TEXT, b"One line.")

    with pytest.raises(BadInput):
        one.page(7, 200)

    assert one.page(0, 200).words == "One line."


@pytest.mark.skipif(sys.platform != "linux", reason="bounded by the system only there")
def test_a_file_that_unpacks_to_more_than_there_may_be_is_refused(one):
    with pytest.raises(BadInput) as refused:
        one.look(Media.PDF, papers.bomb(1400 * 1024 * 1024))

    assert refused.value.key == "document.not-shown"


def test_a_file_that_is_never_done_is_killed_in_its_time(one):
    one._longest = 1.5
    began = time.monotonic()

    with pytest.raises(BadInput) as refused:
        one.look(Media.PDF, papers.circle())

    assert refused.value.key == "document.not-shown"
    assert time.monotonic() - began < 6
    assert one._process is None


def test_a_process_that_died_is_begun_again_for_the_next_page(one):
    one.look(Media.PDF, papers.pdf(2))
    process = one._process
    os.kill(process.pid, signal.SIGSEGV)
    process.wait()

    picture = one.page(1, 100)

    assert picture.width == 100
    assert one._process is not process


def test_a_process_that_dies_over_a_page_says_only_that_it_cannot_be_shown(one):
    one.look(Media.PDF, papers.pdf())
    one._process.send_signal(signal.SIGSTOP)
    one._longest = 0.3

    with pytest.raises(BadInput) as refused:
        one.page(0, 100)

    assert refused.value.key == "document.not-shown"


def test_a_page_is_asked_for_only_of_a_document_that_was_looked_at(one):
    with pytest.raises(AssertionError):
        one.page(0, 100)


def test_what_is_closed_opens_nothing_any_more(one):
    one.look(Media.PDF, papers.pdf())
    process = one._process
    one.close()
    assert process.poll() is not None

    with pytest.raises(BadInput):
        one.page(0, 100)


LYING = """
import json, struct, sys
def send(body):
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()
def get():
    size = sys.stdin.buffer.read(4)
    return sys.stdin.buffer.read(struct.unpack(">I", size)[0]) if size else sys.exit(0)
get(); get()
"""


@pytest.mark.parametrize(
    ("media", "script"),
    [
        (Media.PDF, "send(b'no json')"),
        (Media.PDF, "send(b'[1, 2]')"),
        (Media.PDF, "send(b'{}')"),
        (Media.PDF, "send(b'{\"pages\": 1000000}')"),
        (Media.PDF, 'send(b\'{"pages": "9"}\')'),
        (Media.PDF, 'send(b\'{"refused": "person.missing"}\')'),
        (Media.PDF, "sys.stdout.buffer.write(b'\\xff\\xff\\xff\\xff')"),
        (Media.PNG, 'send(b\'{"pages": 1}\'); send(b"MZ no picture")'),
        (Media.PNG, "send(b'{\"pages\": 1}')"),
    ],
)
def test_a_process_that_was_taken_over_is_not_believed(one, monkeypatch, media, script):
    monkeypatch.setattr(paths, "command_line", lambda _w: [sys.executable, "-c", LYING + script])

    with pytest.raises(BadInput) as refused:
        one.look(media, b"anything")

    assert refused.value.key == "document.not-shown"


@pytest.mark.parametrize(
    "told",
    [
        '{"width": 100, "height": 100}',
        '{"width": 100000, "height": 1}',
        '{"width": 1, "height": -1}',
        '{"width": true, "height": 2.5}',
    ],
)
def test_a_picture_of_another_size_than_it_says_is_not_taken(one, monkeypatch, told):
    script = f"send(b'{{\"pages\": 1}}'); get(); send({told.encode()!r}); send(b'abc')"
    monkeypatch.setattr(paths, "command_line", lambda _w: [sys.executable, "-c", LYING + script])
    one.look(Media.PDF, b"anything")

    with pytest.raises(BadInput) as refused:
        one.page(0, 100)

    assert refused.value.key == "document.not-shown"


def test_every_refusal_has_its_sentence():
    told = [say(key, **facts) for key, facts in showing.REFUSALS.items()]

    assert all(told)
