"""The test strip as the page must show it: the sums beside it, and one mark a day."""

import re
from datetime import date, timedelta
from itertools import pairwise

from tests.oracle.case import Case, day
from tests.oracle.claims import Claim, may_say, says
from tests.oracle.marks import (
    EXPECTED,
    NOT_IN_POOL,
    UNCONFIRMED,
    WAITING,
    WEIGHT,
    Mark,
    Reading,
    heaviest,
)
from tests.oracle.words import MONTHS, count, full, say, short, squeezed

SHORTEST = 35
GROUP = re.compile(r"([a-z, -]+): ([A-Z][^.]*)\.")
DAY = re.compile(r"([A-Z][a-z]{2} \d+)(?:, \d{4})?(?: \(([^)]*)\))?")


class Strip:
    """The days of the strip with their marks, by what the record says."""

    def __init__(self, case: Case, readings: list[Reading]) -> None:
        self.case = case
        first = case.last_day - timedelta(days=SHORTEST - 1)
        self.first = min(first, case.last_hearing_on or first)
        self.days = [
            self.first + timedelta(days=n) for n in range((case.last_day - self.first).days + 1)
        ]
        self.readings = [reading for reading in readings if reading.on >= self.first]
        custody = case.of_episode("SELECT * FROM custody_period WHERE episode_id = ?")
        self._custody = [(day(period["started_on"]), day(period["ended_on"])) for period in custody]

    def mark(self, on: date) -> Mark | None:
        """The mark of one day; none where no test is on file."""
        found = heaviest([reading.mark for reading in self.readings if reading.on == on])
        if found or not any(
            start and start <= on and (end is None or on <= end) for start, end in self._custody
        ):
            return found
        return Mark(NOT_IN_POOL, frozenset({say("strip.custody")}))

    def sums(self) -> str:
        parts = [
            say(
                "report.tests.counts",
                n=len(self.days),
                last=short(self.case.last_day),
                selected=len(self.readings),
                valid=sum(reading.valid for reading in self.readings),
            )
        ]
        gap = self._longest_gap()
        waiting = sum(reading.mark.kind == WAITING for reading in self.readings)
        if gap:
            parts.append(count("report.tests.gap", gap))
        if waiting:
            parts.append(say("report.tests.waiting", n=waiting))
        return "; ".join(parts)

    def _longest_gap(self) -> int:
        valid = sorted({reading.on for reading in self.readings if reading.valid})
        if not valid:
            return 0
        ends = pairwise([*valid, self.case.last_day])
        return max((later - earlier).days for earlier, later in ends)


def claims(strip: Strip, pages: int) -> list[Claim]:
    keys = [say(f"report.mark.{kind}") for kind in (*WEIGHT, "none")]
    later = say("report.tests.listed-later")
    return [
        Claim("name of the tests' section", (say("report.tests"),), most=pages),
        says("sums beside the strip", strip.sums(), f"{strip.sums()}. {later}"),
        *[says("key of the strip", key) for key in keys],
        may_say("tests told in words later", later),
        Claim("days told in words", (), most=99, least=0, fits=lambda words: _listed(strip, words)),
    ]


def _listed(strip: Strip, words: str) -> bool:
    """Says whether a line such as 'excused: Jul 29' names only days with that word."""
    if ": " not in words:
        return False
    told, days = words.split(": ", 1)
    marks = [strip.mark(found) if found else None for found in _days(strip, days)]
    return bool(marks) and all(mark is not None and told in mark.words for mark in marks)


def _days(strip: Strip, words: str) -> list[date | None]:
    named = {short(on): on for on in strip.days}
    return [named.get(found[0]) for found in DAY.findall(words)]


def figure_differences(strip: Strip, figures: list[str], drawings: list[str]) -> list[str]:
    """Compares the strip's figures, whose texts together tell every day of it."""
    told: dict[date, tuple[str, str]] = {}
    found: list[str] = []
    at = strip.first
    for alternative, drawing in zip(figures, drawings, strict=True):
        last = _end(strip, alternative, at)
        if last is None:
            return [f"strip: a figure tells {alternative[:90]!r}, but should begin {full(at)}"]
        days = [on for on in strip.days if at <= on <= last]
        told |= _told(days, alternative)
        found += _odd_words(strip, days, alternative) + _odd_drawing(strip, days, drawing)
        at = last + timedelta(days=1)
    if at <= strip.case.last_day:
        found.append(f"strip: ends before {full(at)}, should end {full(strip.case.last_day)}")
    return found + [text for on in strip.days for text in _of_day(strip, on, told.get(on))]


def _end(strip: Strip, alternative: str, first: date) -> date | None:
    for last in strip.days:
        opening = say("report.strip.alt", first=full(first), last=full(last))
        if alternative.startswith(opening):
            return last
    return None


def _told(days: list[date], alternative: str) -> dict[date, tuple[str, str]]:
    named = {short(on): on for on in days}
    told = {}
    for mark, listed in GROUP.findall(alternative):
        for when, words in DAY.findall(listed):
            if when in named:
                told[named[when]] = (mark.strip(), words)
    return told


def _odd_words(strip: Strip, days: list[date], alternative: str) -> list[str]:
    """What is left of a figure's text when its known parts are taken away."""
    rest = alternative.removeprefix(
        say("report.strip.alt", first=full(days[0]), last=full(days[-1]))
    )
    hearing_on = strip.case.last_hearing_on
    sentence = say("report.strip.alt-hearing", day=short(hearing_on)) if hearing_on else ""
    if hearing_on in days and sentence not in rest:
        sentence = say("report.strip.alt-hearing", day=f"{short(hearing_on)}, {hearing_on.year}")
        if sentence not in rest:
            return [f"strip: {rest[-60:]!r} should say {sentence!r}"]
    rest = rest.replace(sentence, "") if sentence else rest
    rest = rest.replace(say("report.strip.alt-none"), "")
    named = {short(on) for on in days}
    for mark, listed in GROUP.findall(rest):
        if {when for when, _ in DAY.findall(listed)} <= named:
            rest = rest.replace(f"{mark}: {listed}.", "")
    return [f"strip: not accounted for: {rest.strip()!r}"] if rest.strip() else []


def _of_day(strip: Strip, on: date, told: tuple[str, str] | None) -> list[str]:
    mark = strip.mark(on)
    expected = say(f"report.mark.{mark.kind}") if mark else None
    shown, words = told or (None, "")
    if shown != expected:
        return [f"strip: {short(on)} is told as {shown!r}, should be {expected!r}"]
    # Only the first of many days in custody needs its word; every other mark tells its own.
    wordless = not words and mark is not None and mark.kind == NOT_IN_POOL
    if mark and mark.words and words not in mark.words and not wordless:
        return [f"strip: {short(on)} has the words {words!r}, should have {sorted(mark.words)}"]
    return []


def _odd_drawing(strip: Strip, days: list[date], drawing: str) -> list[str]:
    """Day numbers stand over the marks in order; all other words are months and labels."""
    lines = drawing.split("\n")
    numbers = [int(line) for line in lines if line.isdigit()]
    found = []
    if numbers != [on.day for on in days]:
        found.append(f"strip: the day numbers are {numbers}, should be {[on.day for on in days]}")
    rest = squeezed("".join(line for line in lines if not line.isdigit()))
    for word in sorted(_labels(strip, days), key=len, reverse=True):
        rest = rest.replace(squeezed(word), "")
    if rest:
        found.append(f"strip: drawn and not accounted for: {rest!r}")
    return found


def _labels(strip: Strip, days: list[date]) -> set[str]:
    months = {MONTHS[on.month - 1] for on in days} | {
        f"{MONTHS[on.month - 1]} {on.year}" for on in days
    }
    marks = [mark for mark in map(strip.mark, days) if mark and mark.kind != EXPECTED]
    words = {word for mark in marks for word in mark.words}
    return months | {month[:3] for month in months} | words | {say("report.strip.since")}


def unconfirmed(readings: list[Reading]) -> int:
    return sum(reading.mark.kind == UNCONFIRMED for reading in readings)
