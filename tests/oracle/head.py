"""The head of the page: court, hearing, docket tab, person, status, phase, needs, conditions."""

from datetime import date, time
from itertools import permutations

from tests.oracle.case import Case, day
from tests.oracle.claims import Claim, may_say, says
from tests.oracle.medicines import kept_off_court_pages
from tests.oracle.record import Row
from tests.oracle.words import clock, full, say

BETWEEN = " · "
MARGIN = "margin"


def claims(case: Case, pages: int) -> list[Claim]:
    return [
        *_of_court(case),
        *_tab(case, pages),
        says("name", name(case)),
        says("line beside the name", _beside_name(case)),
        *_phase(case),
        says("name of the attorney's field", say("report.attorney")),
        says("attorney", case.episode["attorney"] or say("report.not-on-file")),
        *_needs(case.person),
        says("conditions", *_conditions(case)),
        *_running(case, pages),
    ]


def name(case: Case) -> str:
    first = case.person["preferred_name"] or case.person["first_name"]
    return f"{first} {case.person['last_name']}"


def case_number(case: Case) -> str:
    numbers = case.of_episode(
        "SELECT number FROM court_case WHERE episode_id = ? ORDER BY position, id"
    )
    return str(numbers[0]["number"])


def _of_court(case: Case) -> list[Claim]:
    court = case.record.first("SELECT * FROM court")
    assert court
    title = says("title", say("report.for.judge"))
    if case.hearing is None:
        hearing = f"{say('report.hearing')} {full(case.hearing_on)}"
        missing = says("no hearing", say("report.hearing.not-on-file"))
        return [says("court", court["name"]), says("hearing", hearing), missing, title]
    place = case.hearing["place"]
    where = f"{court['name']}, {place}" if place else court["name"]
    return [says("court", where), says("hearing", _hearing(case, case.hearing)), title]


def _hearing(case: Case, hearing: Row) -> str:
    parts = [f"{say('report.hearing.' + hearing['type'])} {full(case.hearing_on)}"]
    if hearing["starts_at"]:
        parts.append(clock(time.fromisoformat(hearing["starts_at"])))
    if hearing["judge"] and hearing["substitute"]:
        parts.append(say("report.hearing.substitute", judge=hearing["judge"]))
    elif hearing["judge"]:
        parts.append(hearing["judge"])
    return ", ".join(parts)


def _tab(case: Case, pages: int) -> list[Claim]:
    if case.hearing is None or case.hearing["number"] is None:
        return []
    tab = f"{case.hearing['number']} {say('report.tab.of', size=case.docket_size)}"
    return [Claim("docket tab", (tab,), least=pages, most=pages)]


def _running(case: Case, pages: int) -> list[Claim]:
    numbers = [
        says("page number", say("report.page", number=number + 1, of=pages))
        for number in range(pages)
    ]
    running = say("report.running", case=case_number(case), day=full(case.hearing_on))
    return [*numbers, Claim("running head", (running,), least=pages - 1, most=pages - 1)]


def _beside_name(case: Case) -> str:
    number = say("report.case", number=case_number(case))
    aloud = case.person["said_as"]
    said = say("report.said-as", words=aloud) if aloud else None
    parts = [said, case.person["pronouns"], number, say(f"status.{status(case) or 'none'}")]
    return BETWEEN.join(part for part in parts if part)


def status(case: Case) -> str | None:
    period = _latest(case, "status_period", case.as_of)
    return str(period["status"]) if period else None


def _latest(case: Case, table: str, last: date) -> Row | None:
    """The newest period that had begun by that day; undated ones come first."""
    periods = case.of_episode(
        f"SELECT * FROM {table} WHERE episode_id = ? "  # noqa: S608 - the table is our own word
        "AND (started_on IS NULL OR started_on <= ?) "
        "ORDER BY started_on IS NOT NULL, started_on, id",
        last.isoformat(),
    )
    return periods[-1] if periods else None


def _phase(case: Case) -> list[Claim]:
    field = says("name of the phase's field", say("report.phase"))
    period = _latest(case, "phase_period", case.last_day)
    if period is None:
        return [field, says("phase", say("report.not-on-file"))]
    phases = case.record.rows(
        "SELECT * FROM phase WHERE phase_set_id = ? ORDER BY number", period["phase_set_id"]
    )
    number = str(period["number"])
    if phases:
        number = say("report.phase.of", number=period["number"], of=len(phases))
    phase = next((one for one in phases if one["number"] == period["number"]), None)
    found = [
        field,
        says("phase", number),
        says("day of the phase", _phase_day(case, period, phase)),
    ]
    return [*found, says("name of the phase", phase["name"])] if phase else found


def _phase_day(case: Case, period: Row, phase: Row | None) -> str:
    started = day(period["started_on"])
    if not period["dated"] or started is None:
        return say("report.phase.no-start")
    in_phase = (case.hearing_on - started).days + 1
    if phase is None:
        return say("report.phase.day", day=in_phase)
    return say("report.phase.day-of", day=in_phase, minimum=phase["minimum_days"])


def _needs(person: Row) -> list[Claim]:
    missing = say("report.none-on-file")
    kinds = {"interpreter": "report.interpreter", "accommodations": "report.accommodations"}
    found = [says("name of the needs' field", say("report.needs"))]
    return found + [
        says(column, say(key, what=person[column] or missing)) for column, key in kinds.items()
    ]


def _conditions(case: Case) -> list[str]:
    rows = case.of_episode(
        "SELECT words FROM court_condition WHERE episode_id = ? "
        "AND (started_on IS NULL OR started_on <= ?) AND (ended_on IS NULL OR ended_on >= ?)",
        case.last_day.isoformat(),
        case.last_day.isoformat(),
    )
    in_force = [kept_off_court_pages(row["words"]) for row in rows]
    opening = say("report.conditions")
    if not in_force:
        return [f"{opening} {say('report.none-on-file')}"]
    return [f"{opening} {BETWEEN.join(order)}" for order in permutations(in_force)]


def headings(case: Case, sections: list[str], pages: int) -> list[Claim]:
    """Every section has its name; one that goes on overleaf may carry it there again."""
    continued = [may_say(MARGIN, say("report.continued", name=section)) for section in sections]
    # The tests' section is named by its own claims, beside the sums of the strip.
    named = [section for section in sections if section != say("report.tests")]
    return [*continued, *[Claim("section", (section,), most=pages) for section in named]]
