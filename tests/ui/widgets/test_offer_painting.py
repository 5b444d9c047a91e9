"""Tests how offers are painted: in parts, and nothing over the edge of the row."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ui.widgets import offer_painting
from ui.widgets.offers import Heading, Offer


@pytest.mark.parametrize(
    ("words", "marks", "parts"),
    [
        ("Quintana, Mari", ((0, 3),), [("Qui", True), ("ntana, Mari", False)]),
        ("Ezequiel", ((3, 6),), [("Eze", False), ("qui", True), ("el", False)]),
        ("Lock", (), [("Lock", False)]),
        ("Qui", ((0, 3),), [("Qui", True)]),
    ],
)
def test_what_matched_is_a_part_of_its_own(words, marks, parts):
    assert offer_painting.parts(words, marks) == parts


def painted(line, width: int, *, chosen: bool) -> QImage:
    image = QImage(width, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    offer_painting.paint(painter, QRect(0, 0, width, 36), line, chosen=chosen)
    painter.end()
    return image


def inked(image: QImage, left: int, right: int) -> bool:
    return any(
        image.pixelColor(x, y).lightness() < 200 for x in range(left, right) for y in range(36)
    )


def test_long_words_end_before_the_keys(dressed):
    long = Offer("W" * 200, "users", print, marks=((0, 150),), quiet="W" * 200, keys="Ctrl+K")

    image = painted(long, 400, chosen=False)

    assert inked(image, 30, 200)
    assert not inked(image, 390, 400)


def test_the_chosen_row_has_an_edge_as_well_as_a_tint(dressed):
    row = Offer("Lock", "lock", print)

    plain, chosen = painted(row, 400, chosen=False), painted(row, 400, chosen=True)

    assert not inked(plain, 0, 2)
    assert inked(chosen, 0, 2)


def test_a_heading_has_a_line_above_it_but_for_the_first(dressed):
    first = painted(Heading("People", first=True), 400, chosen=False)
    later = painted(Heading("People"), 400, chosen=False)

    assert first.pixelColor(390, 0) == QColor("white")
    assert later.pixelColor(390, dressed.space("xs")) != QColor("white")
