"""Tests the words for what the program writes into the trail: no code is left to a reader."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import paths, trail_words
from app.wording import has

ZONE = "America/Denver"
DEEDS = re.compile(r'Event\(\s*"([a-z-]+)"')


@pytest.mark.parametrize(
    ("fact", "plain", "told"),
    [
        ("clock", "2026-11-23T23:10:00+00:00", "11/23/2026 4:10 PM"),
        ("clock", "2026-11-23T07:05:00+00:00", "11/23/2026 12:05 AM"),
        ("clock", "no moment", "no moment"),
        ("findings", "seal wal", "record not as it was closed, a saved change lost at an inter"),
        ("findings", "new-kind", "new-kind"),
        ("found", "audit-edit 4; audit-gap 9", "event 4 was changed, a gap at event 9"),
        ("list", "drug-tests", "drug tests"),
        ("rows", 12, "12"),
        ("rows", None, ""),
    ],
)
def test_a_fact_is_told_in_words(fact, plain, told):
    assert trail_words.value(fact, plain, ZONE).startswith(told)


def test_a_fact_that_tells_a_person_nothing_has_no_label():
    assert trail_words.label("rows") == "Rows"
    assert trail_words.label("begun") is None


def test_a_table_without_words_keeps_its_name():
    assert trail_words.entity("note") == "Note"
    assert trail_words.entity("elsewhere") == "elsewhere"


def test_every_deed_that_our_code_chains_has_its_sentence():
    root = Path(paths.__file__).parent.parent
    sources = (file.read_text(encoding="utf-8") for file in (root / "app").rglob("*.py"))
    deeds = {deed for source in sources for deed in DEEDS.findall(source)}

    without = {
        deed for deed in deeds if not (has(f"history.{deed}") or has(f"history.whole.{deed}"))
    }

    assert len(deeds) > 8
    assert without == set()


def test_a_moment_stands_by_the_clock_on_the_wall():
    noon = datetime(2026, 7, 1, 18, 0, tzinfo=UTC)

    assert trail_words.moment(noon, ZONE) == "07/01/2026 12:00 PM"
