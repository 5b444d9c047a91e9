"""Tests the corpus of hostile files, and a little of it in the process that opens documents."""

from app import document_files
from tests.torture import hostile_files


def test_the_same_seed_makes_the_same_files_and_another_one_others():
    first, again, other = (list(hostile_files.corpus(60, seed)) for seed in (1, 1, 2))

    assert first == again
    assert first != other
    assert len({body for _media, body in first}) > 55


def test_most_of_the_files_still_begin_as_what_they_are():
    files = list(hostile_files.corpus(400))

    kept = [document_files.media_of(body) is media for media, body in files]

    assert sum(kept) > 390


def test_no_broken_file_does_more_than_not_to_be_shown():
    told, _ends = hostile_files.all_tried(12)

    assert sum(told.values()) == 12
    assert {each.partition(": ")[2] for each in told} <= {
        "shown",
        "document.not-shown",
        "document.locked",
        "document.too-many-pages",
        "document.too-many-pixels",
    }
