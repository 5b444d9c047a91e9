"""`milepost list`: participants, drug tests, hearings and disclosures, as of a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app import hearings, participants, release, testing
from app.facts import plain
from app.vault.record import Record
from models.errors import UnknownWord
from ui.commands import output
from ui.commands.opening import opened
from ui.commands.words import AS_OF, OPENING, Command, Wanted, word

PARTICIPANT = (
    "case_number",
    "last_name",
    "first_name",
    "preferred_name",
    "birth_date",
    "sex",
    "status",
    "track",
    "phase",
    "referred_on",
    "admitted_on",
)
# Lists of the contract that come with work still to be done.
LATER = ("medications", "consents", "phases", "responses", "attendance")


@dataclass(frozen=True)
class Kind:
    """One list: how its rows are read, and which columns a person sees first."""

    name: str
    rows: Callable[[Record, date], list[dict[str, Any]]]


def _participants(record: Record, day: date) -> list[dict[str, Any]]:
    with record.desk.read() as session:
        lines = participants.as_of(session.connection(), day)
    return [
        {"id": str(line.person_id)} | {name: plain(getattr(line, name)) for name in PARTICIPANT}
        for line in lines
    ]


def _drug_tests(record: Record, day: date) -> list[dict[str, Any]]:
    with record.desk.read() as session:
        tests = testing.tests(session.connection(), until=day)
        cases = participants.first_cases(session.connection())
    rows = [_drug_test(test, cases.get(test.episode_id)) for test in tests]
    return sorted(
        rows, key=lambda row: (row["case_number"] or "", row["collected_on"], int(row["id"]))
    )


def _drug_test(test: testing.TestFacts, case_number: str | None) -> dict[str, Any]:
    return {
        "id": str(test.id),
        "participant_id": str(test.person_id),
        "case_number": case_number,
        "collected_on": plain(test.collected_on),
        "specimen": plain(test.specimen),
        "outcome": plain(test.outcome),
        "validity": plain(test.validity),
        "results": [
            {
                "substance": result.substance,
                "result": plain(result.result),
                "reading": plain(result.reading),
            }
            for result in test.results
        ],
    }


def _hearings(record: Record, day: date) -> list[dict[str, Any]]:
    with record.desk.read() as session:
        rows = hearings.everyone(session.connection(), known_on=day)
    return [
        {
            "id": str(row.id),
            "participant_id": str(row.person_id),
            "case_number": row.case_number,
            "date": plain(row.on),
            "time": row.at.strftime("%H:%M") if row.at else None,
            "type": plain(row.type),
            "appearance": plain(row.appearance),
        }
        for row in rows
    ]


def _disclosures(record: Record, day: date) -> list[dict[str, Any]]:
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(record.desk.zone))
    with record.desk.read() as session:
        rows = release.disclosures(session.connection(), until=midnight.astimezone(UTC))
    return [_disclosure(row) for row in rows]


def _disclosure(row: release.DisclosureRow) -> dict[str, Any]:
    shown: dict[str, Any] = plain(row)
    person_id = shown.pop("person_id")
    participant = None if person_id is None else str(person_id)
    return shown | {"id": str(row.id), "participant_id": participant}


KINDS = {
    kind.name: kind
    for kind in (
        Kind("participants", _participants),
        Kind("drug-tests", _drug_tests),
        Kind("hearings", _hearings),
        Kind("disclosures", _disclosures),
    )
}


def run(wanted: Wanted) -> int:
    if wanted.what in LATER:
        raise UnknownWord("list.not-here", what=wanted.what)
    with opened(wanted) as record:
        day = wanted.as_of or record.desk.today()
        rows = KINDS[wanted.what].rows(record, day)
        release.shown(record.desk, wanted.what, len(rows))
    if wanted.as_json:
        output.value({"what": wanted.what, "count": len(rows), "rows": rows})
    else:
        for row in rows:
            output.line("\t".join(_told(cell) for cell in row.values()))
    return 0


def _told(cell: Any) -> str:
    if isinstance(cell, list):
        return "; ".join(" ".join(_told(each) for each in part.values()) for part in cell)
    return "" if cell is None else str(cell)


COMMAND = Command(
    "list",
    (*OPENING, AS_OF, word("--what", required=True, choices=(*KINDS, *LATER), metavar="KIND")),
    run,
)
