"""Tests what becomes of a picture from outside: the same dots, and nothing else of it."""

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage

from app.document_bounds import MOST_BYTES
from tests import papers
from tests.papers import SECRET
from ui.rendering import pictures
from ui.rendering.refusal import RefusedError


@pytest.mark.parametrize(("sort", "body"), [("jpeg", papers.jpeg()), ("png", papers.png())])
def test_a_picture_is_written_anew_without_what_it_said_of_itself(qapp, sort, body):
    image = pictures.decoded(body, sort)
    again = pictures.encoded(image, sort)

    assert SECRET in body
    assert SECRET not in again
    assert image.textKeys() == []
    assert pictures.decoded(again, sort).size() == image.size()


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_stands_as_it_was_held(qapp, turned):
    image = pictures.decoded(papers.jpeg(60, 40, turned), "jpeg")

    assert (image.width() > image.height()) is (turned < 5)


def test_colours_of_another_space_become_those_of_every_screen(qapp):
    source = QImage(20, 20, QImage.Format.Format_RGB32)
    source.fill(QColor(200, 100, 50))
    source.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))

    image = pictures.decoded(papers._saved(source, "PNG"), "png")

    assert not image.colorSpace().isValid()
    assert image.pixelColor(5, 5).red() > 210


def test_what_is_see_through_stands_on_white(qapp):
    source = QImage(20, 20, QImage.Format.Format_ARGB32)
    source.fill(QColor(0, 0, 0, 0))

    image = pictures.decoded(papers._saved(source, "PNG"), "png")

    assert image.pixelColor(5, 5) == QColor("white")


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (papers.vast_png(), "document.too-many-pixels"),
        (papers.vast_png(6400), "document.too-many-pixels"),
        (papers.vast_png(6000), "document.not-shown"),
        (papers.png()[:50], "document.not-shown"),
        (papers.jpeg(), "document.not-shown"),
    ],
)
def test_a_picture_that_is_vast_or_broken_is_refused(qapp, body, key):
    with pytest.raises(RefusedError, match=key):
        pictures.decoded(body, "png")


def test_a_picture_that_would_be_too_large_is_kept_as_a_jpeg(qapp, monkeypatch):
    image = pictures.decoded(papers.png(300, 300), "png")
    plain = len(pictures.encoded(image, "png"))
    monkeypatch.setattr(pictures, "MOST_BYTES", plain - 1)

    with pytest.raises(RefusedError, match=r"document\.too-large"):
        pictures.encoded(image, "png")
    monkeypatch.setattr(pictures, "MOST_BYTES", MOST_BYTES)
    assert pictures.encoded(image, "jpeg").startswith(b"\xff\xd8\xff")
