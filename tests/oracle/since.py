"""What was done of what was required since the last hearing, with the exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tests.oracle.case import Case, day
from tests.oracle.claims import Claim, row, says
from tests.oracle.marks import Reading
from tests.oracle.medicines import kept_off_court_pages
from tests.oracle.record import Row
from tests.oracle.words import say, shown_with_weekday, with_weekday

KINDS = {"meeting": "meetings", "appointment": "appointments"}
NAMES = ("treatment", "tests", "meetings", "appointments")
DONE = frozenset({"attended", "late"})
TOLD = {
    "absent": "court.attendance.absent",
    "excused": "court.attendance.excused",
    "medical": "court.attendance.medical",
}
REQUIRED = DONE | {"absent"}
TESTS_REQUIRED = frozenset({"tested", "no-show", "refused", "tampered"})


@dataclass(frozen=True)
class Sum:
    """One row: done of required, how many entries there are at all, and what did not happen."""

    name: str
    done: int
    required: int
    entries: int
    exceptions: tuple[tuple[date, str], ...]

    @property
    def missed(self) -> int:
        return self.required - self.done

    def shown(self) -> list[str]:
        if self.required:
            return [say("report.since.of", done=self.done, required=self.required)]
        if self.exceptions:
            return [say("report.since.none-due")]
        if self.entries:
            return [say("report.since.none-due"), say("report.since.no-entry")]
        return [say("report.since.no-entry")]


def sums(case: Case, readings: list[Reading]) -> dict[str, Sum]:
    rows = attendance(case)
    found = {name: _sum_of(name, rows) for name in NAMES}
    found["tests"] = _tests([reading for reading in readings if case.in_period(reading.on)])
    return found


def attendance(case: Case) -> list[Row]:
    rows = case.of_episode(
        "SELECT attendance.*, kind, title, held_on FROM attendance "
        "JOIN service_session ON service_session.id = service_session_id "
        "WHERE episode_id = ? ORDER BY held_on, attendance.id"
    )
    return [found for found in rows if case.in_period(day(found["held_on"]))]


def _sum_of(name: str, rows: list[Row]) -> Sum:
    mine = [found for found in rows if KINDS.get(found["kind"], "treatment") == name]
    outcomes = [found["outcome"] for found in mine]
    return Sum(
        name,
        done=sum(outcome in DONE for outcome in outcomes),
        required=sum(outcome in REQUIRED for outcome in outcomes),
        entries=len(mine),
        exceptions=tuple(_exception(found) for found in mine if found["outcome"] in TOLD),
    )


def _exception(found: Row) -> tuple[date, str]:
    words = say(TOLD[found["outcome"]], title=kept_off_court_pages(found["title"]))
    # Why somebody was ill is kept off a court page (rules.md 9: no diagnosis).
    if found["reason"] and found["outcome"] != "medical":
        words = f"{words}: {kept_off_court_pages(found['reason'])}"
    return date.fromisoformat(found["held_on"]), words


def _tests(mine: list[Reading]) -> Sum:
    outcomes = [reading.test["outcome"] for reading in mine]
    told = [reading for reading in mine if reading.test["outcome"] != "tested"]
    return Sum(
        "tests",
        done=outcomes.count("tested"),
        required=sum(outcome in TESTS_REQUIRED for outcome in outcomes),
        entries=len(mine),
        exceptions=tuple((found.on, say(f"strip.{found.test['outcome']}")) for found in told),
    )


def section(case: Case) -> str:
    return say("report.since" if case.last_hearing else "report.since.no-hearing")


def claims(case: Case, found: Iterable[Sum]) -> list[Claim]:
    name = section(case)
    rows = [
        row(
            name,
            f"row of {total.name}",
            [say(f"report.since.{total.name}")],
            total.shown(),
            _exceptions(case, total),
        )
        for total in found
    ]
    return [says("period of the sums", *_period(case)), *rows]


def _period(case: Case) -> list[str]:
    if case.last_hearing_on:
        days = [with_weekday(case.last_hearing_on)]
        days += shown_with_weekday(case.last_hearing_on, case.hearing_on)
        return [say("report.since.evidence", day=text) for text in days]
    first, last = (_plain(on, case) for on in (case.first_day, case.last_day))
    return [say("report.since.period", first=one, last=two) for one in first for two in last]


def _plain(on: date, case: Case) -> list[str]:
    return [text.split(" ", 1)[1] for text in shown_with_weekday(on, case.hearing_on)]


def _exceptions(case: Case, total: Sum) -> list[str]:
    """All of them in the order of their days; each day as the page may write it."""
    told = [""]
    for at, (on, words) in enumerate(total.exceptions):
        mark = "; " if at else ""
        days = shown_with_weekday(on, case.hearing_on)
        told = [
            f"{so_far}{mark}{say('report.since.exception', day=text, words=words)}"
            for so_far in told
            for text in days[:1]
        ]
    return told
