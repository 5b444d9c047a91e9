import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.progress_facts import Mark, StripFacts
from app.wording import say
from reports import progress_report, strip
from reports.strip import StripRow
from tests.reports import examples, pages
from tests.reports.pages import Piece


def shown(facts: StripFacts) -> tuple[list[Piece], str]:
    """Return the pieces in the figures of a page with this strip, and all its text."""
    pdf = progress_report.to_bytes(replace(examples.ordinary(), strip=facts))
    return [piece for piece in pages.pieces(pdf) if piece.tag == "Figure"], pages.text(pdf)


def rows(facts: StripFacts) -> list[StripRow]:
    return [block for block in strip.drawn(facts).blocks if isinstance(block, StripRow)]


def test_a_day_has_its_number_over_its_mark():
    inside, _ = shown(examples.strip(examples.ORDINARY_MARKS))

    numbers = [piece for piece in inside if piece.text.isdigit()]
    assert [int(piece.text) for piece in numbers] == [
        (examples.FIRST_DAY + timedelta(days=n)).day for n in range(35)
    ]
    middles = [(piece.x + piece.right) / 2 for piece in numbers]
    steps = [after - before for before, after in itertools.pairwise(middles)]
    assert min(steps) == pytest.approx(max(steps), abs=0.1)


@pytest.mark.parametrize(("days", "count"), [(30, 1), (35, 1), (36, 2), (71, 3), (365, 11)])
def test_more_days_than_fit_go_to_further_rows(days, count):
    made = rows(examples.strip({}, days))

    assert len(made) == count
    assert [day for row in made for day in row.days] == list(examples.strip({}, days).days)
    assert all(len(row.days) <= strip.ROW_DAYS for row in made)


@pytest.mark.parametrize(
    "facts",
    [examples.ordinary(), examples.imported(), examples.full()],
    ids=lambda facts: facts.name,
)
def test_words_under_the_marks_are_there_and_never_overlap_or_leave_the_strip(facts):
    inside, _ = shown(facts.strip)

    labels = {day.label for day in facts.strip.days if day.label}
    assert labels <= {piece.text for piece in inside}
    for one in inside:
        assert one.x >= 126 - 0.01
        assert one.right <= 572 + 0.01
        for other in inside:
            level = abs(one.y - other.y) < 5
            if one is not other and level:
                assert one.right <= other.x + 0.01 or other.right <= one.x + 0.01


def test_neighbouring_days_share_their_words():
    marks = dict.fromkeys((3, 4, 6), (Mark.NO_SHOW, "no-show")) | {20: (Mark.NO_SHOW, "no-show")}

    inside, _ = shown(examples.strip(marks))

    assert [piece.text for piece in inside].count("no-show") == 2


def test_words_that_find_no_place_are_listed_with_their_days():
    inside, text = shown(examples.labelled_everywhere().strip)

    assert "no-show" not in {piece.text for piece in inside}
    assert "no-show: Oct 21, 26, 31, Nov 5, 10, 15, 20" in text


def test_words_longer_than_the_strip_are_listed_whole():
    words = "rejected by the laboratory because " * 20

    _, text = shown(examples.strip({5: (Mark.NO_SPECIMEN, words)}))

    assert f"{words.strip()} : Oct 25" in text


def test_the_last_hearing_is_marked_in_words():
    with_it, _ = shown(examples.strip({}))
    without, _ = shown(replace(examples.strip({}), last_hearing_on=None))
    before, _ = shown(replace(examples.strip({}), last_hearing_on=date(2026, 1, 5)))

    since = say("report.strip.since")
    assert since in {piece.text for piece in with_it}
    assert since not in {piece.text for piece in without}
    assert since not in {piece.text for piece in before}


@pytest.mark.parametrize("hearing", range(35))
def test_the_names_of_months_never_meet_the_words_for_the_hearing(hearing):
    facts = replace(
        examples.strip({}), last_hearing_on=examples.FIRST_DAY + timedelta(days=hearing)
    )

    inside, _ = shown(facts)

    head = [piece for piece in inside if not piece.text.isdigit()]
    for one in head:
        assert one.x >= 126 - 0.01
        assert one.right <= 572.01
        for other in head:
            if one is not other and abs(one.y - other.y) < 5:
                assert one.right <= other.x or other.right <= one.x


@pytest.mark.parametrize("first", [date(2026, 10, 26 + n) for n in range(6)])
def test_a_month_that_begins_at_once_is_named_alone(first):
    inside, _ = shown(replace(examples.strip({}, 35, first), last_hearing_on=None))

    months = [piece for piece in inside if not piece.text.isdigit()]
    days_left = 32 - first.day
    opening = {1: [], 2: ["Oct"]}.get(days_left, ["October"])
    assert [piece.text for piece in months if not piece.text.startswith("Dec")] == [
        *opening,
        "November",
    ]
    for one, other in itertools.pairwise(months):
        assert one.right <= other.x


def test_the_figure_says_in_words_what_it_shows():
    facts = examples.strip(examples.ORDINARY_MARKS)

    told = strip.alternative(facts.days, facts.last_hearing_on)

    assert told.startswith("Drug tests, Tuesday, October 20, 2026 to Monday, November 23, 2026.")
    assert (
        "as expected: Oct 21, Oct 24, Oct 30, Nov 3, Nov 5, Nov 6, Nov 10, Nov 14, Nov 18." in told
    )
    assert "dilute, invalid: Oct 29 (dilute)." in told
    assert "waiting for result: Nov 22 (waiting for result)." in told
    assert "No test on file on all other days." in told
    assert "The last hearing was on Nov 10." in told


def test_a_strip_full_of_marks_says_nothing_of_other_days():
    days = examples.strip(dict.fromkeys(range(5), (Mark.AS_EXPECTED, "")), 5).days

    assert "other days" not in strip.alternative(days, None)


def test_what_is_drawn_and_what_is_said_are_in_the_document():
    pdf = progress_report.to_bytes(examples.imported())

    (figure,) = [each for each in pages.elements(pdf) if each.kind == "Figure"]

    facts = examples.imported().strip
    assert figure.alt == strip.alternative(facts.days, facts.last_hearing_on)
