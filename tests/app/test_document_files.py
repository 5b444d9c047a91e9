"""Tests what a file is taken for: by its content alone, and never more of it than may be."""

import os

import pytest

from app import document_files
from models.document import Media
from models.errors import BadInput, NoSuchThing
from tests import papers


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (papers.pdf(), Media.PDF),
        (b"\n\n" + papers.pdf(), Media.PDF),
        (papers.jpeg(), Media.JPEG),
        (papers.png(), Media.PNG),
        (b"Dear Ms. Lucero,\r\n\tthe court has\f", Media.TEXT),
    ],
)
def test_a_file_is_what_its_content_says_whatever_its_name_says(tmp_path, body, media):
    path = tmp_path / "letter.exe"
    path.write_bytes(body)

    given = document_files.read(path)

    assert (given.name, given.media, given.body) == ("letter.exe", media, body)


@pytest.mark.parametrize(
    "body",
    [
        "Peña".encode("cp1252"),
        "Peña".encode("utf-8-sig"),
        "Peña".encode("utf-16"),
        b"\xfe\xff" + "Peña".encode("utf-16-be"),
    ],
)
def test_a_text_is_kept_in_one_writing_whichever_it_came_in(body):
    given = document_files.given("a.txt", body)

    assert given.body.decode() == "Peña"


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"", "document.empty"),
        (b"PK\x03\x04 a zip", "document.unknown"),
        (b"GIF89a\x01\x00", "document.unknown"),
        (b"half\x81\x8d\x8f", "document.unknown"),
        (b"x" * (20 * 1024 * 1024 + 1), "document.too-large"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(body, key):
    with pytest.raises(BadInput) as refused:
        document_files.given("a.pdf", body)

    assert refused.value.key == key


def test_a_file_of_twenty_megabytes_is_taken_and_of_a_larger_one_only_one_byte_more_is_read(
    tmp_path,
):
    most = document_files.MOST_BYTES
    exact, larger = tmp_path / "exact", tmp_path / "larger"
    exact.write_bytes(b"x" * most)
    with larger.open("wb") as file:
        file.truncate(most * 1000)

    taken = document_files.read(exact)

    assert len(taken.body) == most
    with pytest.raises(BadInput) as refused:
        document_files.read(larger)
    assert refused.value.facts == {"most": 20}


def test_what_is_no_file_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    for name in ("pipe", "", "missing.pdf"):
        with pytest.raises(NoSuchThing):
            document_files.read(tmp_path / name)


def test_a_file_that_goes_away_between_two_looks_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(document_files.Path, "is_file", lambda _path: True)

    with pytest.raises(NoSuchThing):
        document_files.read(tmp_path / "missing.pdf")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("scan\n\u202e0001.pdf", "scan0001.pdf"),
        ("\udcff.pdf", "?.pdf"),
        ("\x07", "?"),
        ("a" * 300, "a" * 120),
    ],
)
def test_a_name_is_kept_without_what_cannot_be_shown(name, shown):
    assert document_files.plain_name(name) == shown
