"""The test strip as facts: one mark a day, the word under it, and the sums beside it."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from app import testing
from app.imports import substances
from app.progress_facts import Mark, StripDay, StripFacts
from app.testing import ResultFacts, TestFacts
from app.wording import say
from models.choices import Outcome, Reading, TestResult, Validity

# One row of the drawing; look.md asks for thirty days at least.
SHORTEST = timedelta(days=34)


def facts(
    tests: Iterable[TestFacts],
    custody: Iterable[Any],
    *,
    last: date,
    last_hearing_on: date | None,
) -> StripFacts:
    """Return the strip that ends on `last` and reaches back to the last hearing."""
    first = min(last - SHORTEST, last_hearing_on or last)
    shown = [test for test in tests if first <= test.collected_on <= last]
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    valid = sorted({test.collected_on for test in shown if test.is_valid})
    # The days since the last valid test are a gap too, and often the one that matters.
    gaps = [(after - before).days for before, after in pairwise([*valid, last])] if valid else []
    return StripFacts(
        days=tuple(_day(day, shown, custody, first) for day in days),
        last_hearing_on=last_hearing_on,
        selected=len(shown),
        valid=sum(test.is_valid for test in shown),
        longest_gap=max(gaps, default=None) or None,
        waiting=sum(testing.mark_of(test) is Mark.WAITING for test in shown),
    )


def words_of(test: TestFacts) -> str:
    """Return the word under the mark of a test; empty where the mark says it all."""
    mark = testing.mark_of(test)
    if mark is Mark.AS_EXPECTED:
        return ""
    if mark is Mark.POSITIVE:
        return _positive(test)
    if mark is Mark.UNCONFIRMED:
        return say(f"strip.{_why_unconfirmed(test)}")
    return say(f"strip.{_plain_word(test, mark)}")


def _day(day: date, tests: list[TestFacts], custody: Iterable[Any], first: date) -> StripDay:
    of_day = [test for test in tests if test.collected_on == day]
    if of_day:
        mark = testing.heaviest({testing.mark_of(test) for test in of_day})
        told = next(test for test in of_day if testing.mark_of(test) is mark)
        return StripDay(day, mark, words_of(told))
    for period in custody:
        if period.started_on <= day and (period.ended_on is None or day <= period.ended_on):
            label = say("strip.custody") if day == max(period.started_on, first) else ""
            return StripDay(day, Mark.NOT_IN_POOL, label)
    return StripDay(day, Mark.NONE, "")


def _positive(test: TestFacts) -> str:
    found = [result for result in test.results if result.reading is Reading.UNEXPECTED]
    confirmed = [result for result in found if result.result is TestResult.CONFIRMED]
    admitted = [result for result in found if result.result is not TestResult.CONFIRMED]
    # Whatever somebody answered to it: what a laboratory confirmed never prints as admitted.
    parts = (("strip.confirmed", confirmed), ("strip.admitted", admitted))
    return "; ".join(say(key, substances=_named(results)) for key, results in parts if results)


def _named(results: list[ResultFacts]) -> str:
    labels = (substances.label_of(result.analyte or result.substance) for result in results)
    return ", ".join(dict.fromkeys(labels))


def _why_unconfirmed(test: TestFacts) -> str:
    readings = {result.reading for result in test.results}
    if Reading.DISPUTED in readings:
        return "disputed"
    if Reading.CONTINUING in readings and None not in readings and Reading.PENDING not in readings:
        return "continuing"
    return "reported"


def _plain_word(test: TestFacts, mark: Mark) -> str:
    if mark is Mark.WAITING:
        return "waiting"
    if test.outcome is not Outcome.TESTED:
        return test.outcome.value
    return (test.validity or Validity.INVALID).value
