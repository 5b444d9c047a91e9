import itertools
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfua
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outloud import check

from app import facts
from app.progress_facts import DayWords, ProgressFacts
from reports import fonts, progress_report
from tests.reports import examples, pages

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "ordinary": examples.ordinary,
    "empty": examples.empty,
    "imported": examples.imported,
    "full": examples.full,
    "labelled everywhere": examples.labelled_everywhere,
    "two rows of days": lambda: examples.labelled_everywhere(60),
}

every_page = pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)

hostile = st.one_of(
    st.text(),
    st.sampled_from(
        [
            "<b>bold</b> & <font size=40>",
            "\u202egnitirw\u202c",
            "עברית العربية",
            "\ud800 lone",
            "😀🌻",
            "W" * 3000,
            "word " * 2_000,
            "Ńłíí\u02bc \u02bcAshkii",
            "\x00\x07\x1b[31m",
            "",
        ]
    ),
)


def letters(text: str) -> str:
    return "".join(text.split())


@every_page
def test_every_glyph_is_tagged_or_an_artifact(make):
    pdf = progress_report.to_bytes(make())

    assert all(piece.tag for piece in pages.pieces(pdf))
    assert all(path.tag for path in pages.paths(pdf))


def a_pack() -> bytes:
    return progress_report.pack((examples.ordinary(), examples.full(), examples.empty()))


@pytest.mark.parametrize("make", [*PAGES.values(), None], ids=[*PAGES, "a pack"])
def test_the_checkers_find_nothing(make, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(progress_report.to_bytes(make()) if make else a_pack())

    heard = check(str(file))

    assert heard.error is None
    assert heard.errors == 0
    assert pdfua.validate(file).findings == ()


@every_page
def test_type_is_as_large_as_a_judge_needs(make):
    found = pages.said(progress_report.to_bytes(make()))

    for element, _, own in found:
        least = {"TD": 9.5, "TH": 9.5, "H1": 21, "H2": 9, "Figure": 7.4}.get(element.kind, 7.4)
        assert min(piece.size for piece in own) >= least


@every_page
def test_nothing_leaves_the_page_and_no_words_overlap(make):
    found = pages.pieces(progress_report.to_bytes(make()))

    for one in found:
        assert one.x >= 40 - 0.01
        assert one.right <= 572.01
        assert 26 - 0.01 <= one.y <= 792 - 10
    for page in {piece.page for piece in found}:
        assert pages.overlapping([piece for piece in found if piece.page == page]) == []


@every_page
def test_the_order_of_reading_is_the_order_on_the_page(make):
    found = pages.said(progress_report.to_bytes(make()))

    starts = [own[0] for _, _, own in found if own]
    for before, after in itertools.pairwise(starts):
        assert after.page >= before.page
        upward = after.y > before.y + 8
        assert after.page > before.page or not upward or after.x > before.x


@pytest.mark.parametrize("name", ["ordinary", "empty", "imported", "labelled everywhere"])
def test_the_usual_report_is_one_page(name):
    assert progress_report.drawn(PAGES[name]()).pages == 1


def test_a_long_name_six_conditions_and_twelve_words_still_make_one_page():
    facts_ = replace(
        examples.ordinary(),
        name=examples.imported().name,
        conditions=examples.full().conditions,
        strip=examples.imported().strip,
    )

    assert sum(1 for day in facts_.strip.days if day.label) >= 12
    assert progress_report.drawn(facts_).pages == 1


def test_a_full_page_sends_the_plan_on_and_keeps_everything():
    pdf = progress_report.to_bytes(examples.full())

    first = " ".join(piece.text for piece in pages.pieces(pdf) if piece.page == 0)
    second = " ".join(piece.text for piece in pages.pieces(pdf) if piece.page == 1)
    assert "Objectives and level of care: next page." in first
    assert second.count("Open a savings account") == 4
    assert "Next date" in first


def test_a_fuller_page_sends_the_words_of_the_strip_on_too():
    full = examples.full()

    said = pages.text(progress_report.to_bytes(replace(full, orders=full.orders + full.orders[:2])))

    assert "In words: next page" in said
    assert "no-show: Oct 29, 30, Nov 14" in said
    assert "more days on the next page" not in said


def test_the_fullest_page_sends_on_all_but_two_exceptions_of_a_row_too():
    full = examples.full()
    missed = tuple(DayWords(date(2026, 11, 11 + n), "absent, no ride") for n in range(12))
    rows = (replace(full.since.rows[0], exceptions=missed), *full.since.rows[1:])
    fuller = replace(
        full, since=replace(full.since, rows=rows), orders=full.orders + full.orders[:2]
    )

    said = pages.text(progress_report.to_bytes(fuller))

    assert "In words: next page" in said
    assert "10 more days on the next page" in said
    assert said.count("Sun Nov 22 absent, no ride") == 1
    assert said.count("Wed Nov 11 absent, no ride") == 2


def test_no_name_stands_in_metadata_or_outline():
    file = pages.reader(progress_report.pack((examples.ordinary(), examples.empty())))

    titles = [line.title for line in file.outline]
    assert titles == ["4: case 26-TC-0117", "26-TC-0201"]
    hidden = " ".join(str(value) for value in file.metadata.values())
    hidden += file.trailer["/Root"]["/Metadata"].get_data().decode() + " ".join(titles)
    for name in ("Dani", "Marsh", "Sky", "Rivers"):
        assert name not in hidden


def test_a_pack_reads_like_its_reports():
    pdf = progress_report.pack((examples.ordinary(), examples.full()))

    heads = [words for element, words, _ in pages.said(pdf) if element.kind == "H1"]
    assert heads == ["Dani Marsh", examples.full().name]
    assert pages.overlapping([piece for piece in pages.pieces(pdf) if piece.page == 0]) == []


def test_a_negative_and_an_expected_positive_share_one_mark_and_nothing_names_a_medicine():
    text = pages.text(progress_report.to_bytes(examples.ordinary())).lower()

    assert text.count("as expected") == 1
    for word in ("negative", "prescribed", "prescription", "medicine", "expected positive"):
        assert word not in text


@pytest.mark.parametrize(
    ("language", "zone"),
    [("C", "UTC"), ("de_DE.UTF-8", "Asia/Tokyo"), ("tr_TR.UTF-8", "America/Denver")],
)
def test_equal_facts_are_equal_bytes_in_another_process_language_and_time_zone(
    language, zone, tmp_path
):
    program = (
        "import sys; from app import facts; from app.progress_facts import DayWords, ProgressFacts;"
        "from reports import progress_report;"
        "text = sys.stdin.buffer.read().decode();"
        "sys.stdout.buffer.write(progress_report.to_bytes(facts.read(ProgressFacts, text)))"
    )
    surroundings = {
        **os.environ,
        "LANG": language,
        "LC_ALL": language,
        "TZ": zone,
        "PYTHONHASHSEED": "7",
    }

    there = subprocess.run(
        [sys.executable, "-c", program],
        input=facts.canonical(examples.full()).encode(),
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=True,
    )

    assert there.stdout == progress_report.to_bytes(examples.full())


def test_facts_kept_as_text_print_the_same_page_again():
    kept = facts.canonical(examples.full())

    again = progress_report.to_bytes(facts.read(ProgressFacts, kept))

    assert again == progress_report.to_bytes(examples.full())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, hostile, hostile)
def test_no_text_breaks_a_page_or_vanishes_from_it(name, strength, label):
    facts_ = examples.ordinary()
    day = replace(facts_.strip.days[3], label=label)
    days = (*facts_.strip.days[:3], day, *facts_.strip.days[4:])
    order = replace(facts_.orders[0], words=name, note=strength)
    facts_ = replace(
        facts_,
        name=name,
        strength=strength,
        own_words=label,
        conditions=(label, name),
        orders=(order,),
        strip=replace(facts_.strip, days=days),
    )

    pdf = progress_report.to_bytes(facts_)

    found = pages.pieces(pdf)
    drawn = [letters(words) for _, words, _ in pages.said(pdf)]
    for typed in (name, strength, label):
        assert any(letters(fonts.clean(typed)) in words for words in drawn)
    assert all(piece.right <= 572.1 for piece in found)
    assert all(piece.tag for piece in found)


@pytest.mark.parametrize("name", ["Ńłíí\u02bc", "\u02bcAshkii", "O\u2019Keefe", "Ǧ\u00e1\u0142"])
def test_a_name_is_printed_letter_by_letter(name):
    found = pages.pieces(progress_report.to_bytes(replace(examples.ordinary(), name=name)))

    assert name in {piece.text for piece in found if piece.size == 21}


def test_a_note_of_ten_thousand_letters_runs_on_to_further_pages_whole():
    words = " ".join(f"word{n}" for n in range(1_500))
    pdf = progress_report.to_bytes(replace(examples.ordinary(), strength=words))

    said = letters("".join(piece.text for piece in pages.pieces(pdf) if piece.tag == "TD"))
    assert letters(words) in said
    cells = [
        element
        for element in pages.elements(pdf)
        if element.kind == "TD" and len(element.leaves) > 1
    ]
    assert len(cells) == 1
