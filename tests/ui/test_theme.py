"""Tests that every text can be read in every theme, and that sizes follow the system's letters."""

import re

import pytest
from PySide6.QtGui import QFontInfo

from app import paths
from ui import theme
from ui.theme import COLOURS, EDGE_PAIRS, TEXT_PAIRS, Scheme, Theme


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(table):
    return [(text, ground) for text, grounds in table for ground in grounds]


def test_the_contrast_is_computed_as_the_guidelines_say():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#1B2320", "#EBEEEC") == pytest.approx(13.74, abs=0.01)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("text", "ground"), pairs(TEXT_PAIRS))
def test_every_text_can_be_read(scheme, text, ground):
    dressed = Theme(scheme)

    assert contrast(dressed.hex(text), dressed.hex(ground)) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("edge", "ground"), pairs(EDGE_PAIRS))
def test_every_edge_and_the_focus_can_be_seen(scheme, edge, ground):
    dressed = Theme(scheme)

    assert contrast(dressed.hex(edge), dressed.hex(ground)) >= 3.0


def test_all_pairs_that_were_promised_are_checked():
    assert len(pairs(TEXT_PAIRS)) + len(pairs(EDGE_PAIRS)) >= 50


def test_the_style_sheet_names_tokens_and_no_colour_of_its_own():
    text = paths.resource("theme.qss.in").read_text(encoding="utf-8")

    named = set(re.findall(r"@(\w+)", text))

    assert named <= set(COLOURS)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", text)


def test_the_style_sheet_grows_with_the_letters():
    plain, large = theme.style_sheet(Theme()), theme.style_sheet(Theme(scale=1.5))

    assert "font-size: 12px" in plain
    assert "font-size: 18px" in large
    assert "@" not in plain


def test_the_program_uses_the_font_that_it_carries(qapp, dressed):
    info = QFontInfo(dressed.font(strong=True))

    assert info.family() == theme.FAMILY
    assert info.pixelSize() == 14


def test_a_theme_that_was_asked_for_wins_over_the_system(qapp):
    assert theme.from_system(qapp, "dark").scheme is Scheme.DARK


def test_without_a_wish_the_system_decides(qapp):
    found = theme.from_system(qapp, "system")

    assert found.scheme in {Scheme.LIGHT, Scheme.DARK}
    assert 1.0 <= found.scale <= theme.LARGEST_SCALE
