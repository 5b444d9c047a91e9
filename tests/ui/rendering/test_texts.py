"""Tests how plain text is laid out: every word once, nothing cut."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from ui.rendering import texts


@pytest.mark.parametrize("text", ["word " * 5000, "x" * 20_000, "a\tb\n\n  c\n" * 99, "Ж漢 " * 400])
def test_every_sign_of_a_text_stands_on_a_page_in_its_order(text):
    sheets = texts.laid(text)

    lines = [line for sheet in sheets for line in sheet]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(len, lines)) <= texts.LONGEST
    assert all(len(sheet) <= texts.LINES for sheet in sheets)


def test_a_text_without_a_word_has_one_empty_page():
    assert texts.laid("") == [()]


def test_a_line_of_wide_letters_is_drawn_inside_its_margins(qapp):
    page = texts.drawn(("W" * texts.LONGEST, "i"), QSize(850, 1100))

    white = QColor("white")
    right = [page.pixelColor(x, y) for x in range(785, 850) for y in range(140)]
    inside = [page.pixelColor(x, y) for x in range(700, 779) for y in range(75, 92)]
    assert set(map(QColor.name, right)) == {white.name()}
    assert any(colour != white for colour in inside)
