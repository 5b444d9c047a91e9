"""Tests each sort of document as pages: how many, how large, what they say."""

import pytest
from PySide6.QtCore import QSizeF

from app.document_bounds import TALLEST, WIDEST
from tests import papers as made
from ui.rendering import papers
from ui.rendering.refusal import RefusedError


@pytest.mark.parametrize(
    ("media", "body", "words"),
    [
        ("pdf", made.pdf(), "Letter of the court 1"),
        ("text", b"Dear Ms. Begaye", "Dear Ms. Begaye"),
        ("png", made.png(), ""),
    ],
)
def test_a_document_has_pages_with_pictures_and_words(qapp, media, body, words):
    paper = papers.opened(media, body)

    assert paper.pages == 1
    assert paper.picture(0, 120).width() == 120
    assert paper.words(0) == words
    assert (paper.kept() is None) is (media != "png")


@pytest.mark.parametrize(
    ("media", "body", "key"),
    [
        ("pdf", made.locked(), "document.locked"),
        ("pdf", made.pdf(2001), "document.too-many-pages"),
        ("text", b"\n" * 100_000, "document.too-many-pages"),
    ],
)
def test_what_is_locked_or_endless_is_refused(qapp, media, body, key):
    with pytest.raises(RefusedError, match=key):
        papers.opened(media, body)


def test_a_page_that_is_not_there_cannot_be_drawn(qapp):
    with pytest.raises(RefusedError):
        papers.opened("pdf", made.pdf()).picture(4, 100)


@pytest.mark.parametrize(
    ("wide", "tall", "wanted", "size"),
    [
        (612, 792, 306, (306, 396)),
        (612, 792, 10**9, (WIDEST, 3882)),
        (1, 10**9, 500, (1, TALLEST)),
        (10**9, 1, 500, (500, 1)),
        (10, 20, 5000, (3000, TALLEST)),
    ],
)
def test_a_page_is_as_wide_as_wanted_within_bounds(wide, tall, wanted, size):
    fitted = papers.fitted(QSizeF(wide, tall), wanted)

    assert (fitted.width(), fitted.height()) == size


@pytest.mark.parametrize(("wide", "tall"), [(0, 1), (1, -1), (float("nan"), 1), (1, float("inf"))])
def test_a_page_without_a_size_is_refused(wide, tall):
    with pytest.raises(RefusedError):
        papers.fitted(QSizeF(wide, tall), 100)
