"""The foot of the page: the law, what is not verified, who prepared it when, and the mark."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.case import Case
from tests.oracle.claims import Claim, may_say
from tests.oracle.medicines import kept_off_court_pages
from tests.oracle.record import Row, symbols
from tests.oracle.since import DONE, attendance
from tests.oracle.words import clock, count, dated, say, short, shown

MARK = re.compile(r"\b(\d+)-([0-9A-HJKMNP-TV-Z]{16})\b")


def claims(case: Case, pages: int) -> list[Claim]:
    foot = {
        "law": [say("report.foot.law")],
        "consent": [say("report.foot.consent")],
        "not verified": _unverified(case),
        "where": [say("report.foot.where")],
        "as of": [say("report.foot.as-of", day=dated(case.as_of))],
    }
    found = [
        Claim(name, tuple(wordings), least=1, most=pages)
        for name, wordings in foot.items()
        if wordings
    ]
    return [
        *found,
        may_say("moved", say("report.foot.moved")),
        may_say("moved", say("report.foot.moved.name")),
    ]


def of_disclosure(case: Case, printed: str, pages: int) -> tuple[list[Claim], list[str]]:
    """The mark is taken from the page and must be an event; what it led to tells who and when."""
    found = MARK.search(printed)
    if found is None:
        return [], ["foot: there is no audit mark"]
    event = case.record.first("SELECT * FROM audit WHERE seq = ?", int(found[1]))
    disclosure = case.record.first(
        "SELECT * FROM disclosure WHERE audit_mark = ? AND person_id = ?",
        found[0],
        case.person["id"],
    )
    if event is None or disclosure is None:
        return [], [f"foot: the audit mark {found[0]} is of no event before a disclosure"]
    wordings = {
        "audit mark": [say("report.foot.audit-mark", mark=f"{found[1]}-{_symbols(event)}")],
        "prepared": _prepared(case, disclosure),
    }
    return [
        Claim(name, tuple(texts), least=1, most=pages) for name, texts in wordings.items()
    ], _odd_disclosure(case, disclosure, pages)


def _symbols(event: Row) -> str:
    return symbols(int.from_bytes(event["mac"][:10], "big"), 16)


def _odd_disclosure(case: Case, disclosure: Row, pages: int) -> list[str]:
    expected = {"hearing_on": case.hearing_on.isoformat(), "pages": pages, "recipient": "judge"}
    return [
        f"disclosure: {column} is {disclosure[column]!r}, should be {value!r}"
        for column, value in expected.items()
        if disclosure[column] != value
    ]


def _prepared(case: Case, disclosure: Row) -> list[str]:
    """The page is made up to a minute before the disclosure of it is written down."""
    court = case.record.first("SELECT time_zone FROM court")
    assert court
    written = datetime.fromisoformat(disclosure["made_at"]).replace(tzinfo=UTC)
    moments = [
        (written - timedelta(minutes=earlier)).astimezone(ZoneInfo(court["time_zone"]))
        for earlier in (0, 1)
    ]
    return [
        say(
            "report.foot.prepared",
            by=disclosure["made_by"],
            at=f"{short(at.date())}, {at.year}, {clock(at.time())}",
        )
        for at in moments
    ]


def _unverified(case: Case) -> list[str]:
    rows = attendance(case)
    silent = sum(found["outcome"] is None for found in rows)
    told = [""]
    for found in rows:
        if found["outcome"] in DONE and not found["verified"]:
            told = [f"{so_far}{text}; " for so_far in told for text in _session(case, found)]
    if silent:
        told = [f"{so_far}{count('court.not-reported', silent)}; " for so_far in told]
    return [say("report.foot.unverified", what=text.removesuffix("; ")) for text in told if text]


def _session(case: Case, found: Row) -> list[str]:
    title = kept_off_court_pages(found["title"])
    days = shown(date.fromisoformat(found["held_on"]), case.hearing_on)
    return [say("court.unverified", title=title, day=text) for text in days[:1]]
