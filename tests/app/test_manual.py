"""Tests the manual: every page is there, links lead to pages, and every place has its page."""

import re

import pytest

from app import manual, paths


@pytest.mark.parametrize("page", manual.PAGES, ids=lambda page: page.key)
def test_every_page_has_its_title_and_its_text(page):
    assert page.title
    assert len(manual.text(page.key)) > 80


def test_no_text_stands_beside_the_pages():
    files = {file.stem for file in paths.resource("manual").iterdir()}

    assert files == {page.key for page in manual.PAGES}


def test_links_lead_to_pages_and_to_nothing_outside():
    keys = {page.key for page in manual.PAGES}
    links = [
        link
        for page in manual.PAGES
        for link in re.findall(r"\]\(([^)]+)\)", manual.text(page.key))
    ]

    assert links
    assert {link.removesuffix(".md") for link in links} <= keys


def test_a_place_is_explained_by_its_page_and_any_other_by_the_first():
    assert manual.page_for("participants") == "people"
    assert manual.page_for("elsewhere") == manual.PAGES[0].key


def test_a_page_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        manual.text("../text/en/window")
