"""Facts of invented people, from which the tests of the printed pages draw."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise

from app.progress_facts import (
    DayWords,
    HearingFacts,
    Mark,
    ObjectiveRow,
    OrderRow,
    PhaseFacts,
    PlanFacts,
    ProgressFacts,
    SinceFacts,
    SinceRow,
    State,
    StripDay,
    StripFacts,
)
from app.sheet_facts import SheetFacts
from models.choices import HearingType, Recipient

HEARING = date(2026, 11, 24)
LAST_HEARING = date(2026, 11, 10)
FIRST_DAY = date(2026, 10, 20)
MOUNTAIN = timezone(timedelta(hours=-7))

# Position in the strip -> mark and words, as on the example page.
ORDINARY_MARKS: dict[int, tuple[Mark, str]] = {
    1: (Mark.AS_EXPECTED, ""),
    4: (Mark.AS_EXPECTED, ""),
    9: (Mark.DILUTE, "dilute"),
    10: (Mark.AS_EXPECTED, ""),
    14: (Mark.AS_EXPECTED, ""),
    16: (Mark.AS_EXPECTED, ""),
    17: (Mark.AS_EXPECTED, ""),
    21: (Mark.AS_EXPECTED, ""),
    25: (Mark.AS_EXPECTED, ""),
    28: (Mark.NO_SPECIMEN, "excused"),
    29: (Mark.AS_EXPECTED, ""),
    33: (Mark.WAITING, "waiting for result"),
}


def strip(
    marks: dict[int, tuple[Mark, str]], days: int = 35, first: date = FIRST_DAY
) -> StripFacts:
    """Return a strip with `marks` at their positions and nothing on file on the other days."""
    made = tuple(
        StripDay(first + timedelta(days=n), *marks.get(n, (Mark.NONE, ""))) for n in range(days)
    )
    tested = [n for n, (mark, _) in sorted(marks.items()) if mark is not Mark.NOT_IN_POOL]
    valid = [
        n for n, (mark, _) in sorted(marks.items()) if mark in (Mark.AS_EXPECTED, Mark.POSITIVE)
    ]
    gaps = [after - before for before, after in pairwise(valid)]
    waiting = sum(1 for mark, _ in marks.values() if mark is Mark.WAITING)
    return StripFacts(made, LAST_HEARING, len(tested), len(valid), max(gaps, default=None), waiting)


def ordinary() -> ProgressFacts:
    """Return the facts of a participant for whom little went wrong."""
    return ProgressFacts(
        recipient=Recipient.JUDGE,
        court="Juniper County Treatment Court",
        hearing=HearingFacts(
            on=HEARING,
            on_file=True,
            at=time(9, 0),
            type=HearingType.REVIEW,
            place="Courtroom 2",
            judge="Hon. R. Whitcomb",
            substitute=False,
            number=4,
            docket_size=14,
        ),
        name="Dani Marsh",
        case_number="26-TC-0117",
        pronouns="she/her",
        interpreter=None,
        accommodations=None,
        conditions=("Report every new address within one day",),
        status="active",
        phase=PhaseFacts(3, 5, "Prosocial habilitation", 71, 90),
        attorney="L. Abara",
        strength="Made lead cashier at Hansen\u2019s Feed & Supply on Nov 9.",
        concern="Missed 1 of 4 groups, Nov 19: no ride since her car broke down.",
        own_words="I want the judge to know I called ahead.",
        own_words_on=date(2026, 11, 20),
        since=SinceFacts(
            last_hearing_on=LAST_HEARING,
            first=date(2026, 11, 11),
            last=date(2026, 11, 23),
            rows=(
                SinceRow(
                    "treatment",
                    3,
                    4,
                    0,
                    State.LOOK,
                    (DayWords(date(2026, 11, 19), "absent, no ride, called ahead"),),
                ),
                SinceRow("tests", 3, 3, 1, State.DONE, (DayWords(date(2026, 11, 17), "excused"),)),
                SinceRow("meetings", 5, 4, 0, State.DONE, ()),
                SinceRow("appointments", 3, 3, 0, State.DONE, ()),
            ),
        ),
        strip=strip(ORDINARY_MARKS),
        orders_of=LAST_HEARING,
        orders=(
            OrderRow(
                "Apply to get driver\u2019s license back",
                date(2026, 11, 20),
                None,
                State.LOOK,
                "form ready, $40 fee due",
            ),
            OrderRow("Bring pay stubs", date(2026, 11, 17), date(2026, 11, 16), State.DONE, None),
            OrderRow("Write safety plan with counselor", HEARING, None, State.PLAIN, None),
        ),
        plan=PlanFacts(
            objectives=(
                ObjectiveRow("Open a savings account", None, date(2026, 11, 13), State.DONE, None),
                ObjectiveRow(
                    "Coping-skills group, 8 sessions",
                    date(2026, 12, 10),
                    None,
                    State.PLAIN,
                    "6 of 8 done",
                ),
            ),
            level_of_care="ASAM level 1.5",
            level_since=date(2026, 9, 15),
            asam_edition="4th",
            next_review_on=date(2026, 12, 15),
        ),
        unverified=("result of Nov 22", "meeting on Nov 21"),
        prepared_by="T. Quill",
        prepared_at=datetime(2026, 11, 23, 16, 10, tzinfo=MOUNTAIN),
        data_as_of=date(2026, 11, 23),
        audit_mark="1042-7C41E09B5TQ2ZV8N",
    )


def empty() -> ProgressFacts:
    """Return the facts of a participant of whom nearly nothing is on file."""
    nothing = strip({}, days=30, first=date(2026, 10, 25))
    return replace(
        ordinary(),
        hearing=HearingFacts(HEARING, False, None, None, None, None, False, None, None),
        name="Sky Rivers",
        case_number="26-TC-0201",
        pronouns=None,
        conditions=(),
        phase=None,
        attorney=None,
        strength="Is in the program for 12 days.",
        concern=None,
        own_words=None,
        own_words_on=None,
        since=SinceFacts(None, date(2026, 10, 25), date(2026, 11, 23), ()),
        strip=replace(nothing, last_hearing_on=None),
        orders_of=None,
        orders=(),
        plan=None,
        unverified=(),
    )


def labelled_everywhere(days: int = 35) -> ProgressFacts:
    """Return facts as an import brings them at worst: a word under every day."""
    kinds = (
        (Mark.WAITING, "waiting for result"),
        (Mark.UNCONFIRMED, "not confirmed"),
        (Mark.NO_SHOW, "no-show"),
        (Mark.DILUTE, "dilute"),
        (Mark.DECLINED, "declined"),
    )
    marks = {n: kinds[n * 7 % 5] for n in range(days)}
    first = date(2026, 11, 23) - timedelta(days=days - 1)
    return replace(ordinary(), name="Jack Barela", strip=strip(marks, days, first))


def imported() -> ProgressFacts:
    """Return facts as a spreadsheet brings them: many tests, little else."""
    marks = dict.fromkeys((0, 2, 5, 7, 12, 14, 19, 23, 26), (Mark.AS_EXPECTED, ""))
    marks |= {
        3: (Mark.UNCONFIRMED, "not confirmed"),
        9: (Mark.NO_SHOW, "no-show"),
        10: (Mark.NO_SHOW, "no-show"),
        16: (Mark.WAITING, "waiting"),
        17: (Mark.WAITING, "waiting"),
        20: (Mark.DILUTE, "dilute"),
        22: (Mark.UNCONFIRMED, "not confirmed"),
        24: (Mark.NO_SPECIMEN, "excused"),
        25: (Mark.NO_SHOW, "no-show"),
        28: (Mark.DECLINED, "declined"),
        30: (Mark.POSITIVE, "positive"),
        32: (Mark.WAITING, "waiting"),
    }
    custody = {33: (Mark.NOT_IN_POOL, "in custody"), 34: (Mark.NOT_IN_POOL, "in custody")}
    return replace(
        empty(),
        name="Joaquín Ńłííʼ Ashkii-Montgomery de la Cruz y Santillanes",
        case_number="26-TC-0088",
        strip=strip(marks | custody),
        orders_of=LAST_HEARING,
        since=replace(ordinary().since, rows=ordinary().since.rows[:2]),
    )


def full() -> ProgressFacts:
    """Return facts that fill a page: conditions, orders, exceptions and words everywhere."""
    facts = ordinary()
    exceptions = tuple(DayWords(date(2026, 11, 11 + n), "absent, no ride") for n in range(6))
    rows = (replace(facts.since.rows[0], exceptions=exceptions), *facts.since.rows[1:])
    orders = tuple(
        replace(facts.orders[n % 3], words=f"{facts.orders[n % 3].words} ({n})") for n in range(6)
    )
    plan = facts.plan
    assert plan is not None
    return replace(
        facts,
        name="Maria Guadalupe Hernández-Featherstone",
        interpreter="Spanish, certified",
        accommodations="large print, a seat near the door",
        conditions=(
            "No contact with J. Ortega",
            "No alcohol outlets",
            "Curfew 10 PM to 6 AM",
            "GPS monitor until Dec 31",
            "Restitution $1,240, $40 a month",
            "Stay in Juniper and Pinyon counties",
        ),
        since=replace(facts.since, rows=rows),
        strip=imported().strip,
        orders=orders,
        plan=replace(plan, objectives=plan.objectives * 4),
    )


def sheet() -> SheetFacts:
    return SheetFacts(
        court="Juniper County Treatment Court",
        record_id="0123456789abcdef0123456789abcdef",
        groups=("7Q4MKR", "D09XWY", "H3TRBQ", "2ZV8NK", "YK61PP", "5CFGA8"),
        made_at=datetime(2026, 11, 3, 10, 12, tzinfo=MOUNTAIN),
        made_by="T. Quill",
        number=2,
    )


def sheet_of(groups: tuple[str, ...], court: str = "Juniper County Treatment Court") -> SheetFacts:
    return replace(sheet(), groups=groups, court=court)
