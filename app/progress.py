"""Everything a progress report says, computed once as frozen facts.

Nothing here is drawn; `reports.progress_report` does that. The facts hold what a judge may see
(rules.md 9): no medicine, diagnosis, screen or flag. Free text that names a known medicine is
withheld whole.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from app import attendance, court_words, cues, hearings, plans, situation, strip
from app.court_words import withhold
from app.progress_facts import (
    DayWords,
    HearingFacts,
    ObjectiveRow,
    OrderRow,
    PlanFacts,
    ProgressFacts,
    SinceFacts,
    SinceRow,
    State,
)
from app.situation import Situation
from app.testing import TestFacts
from app.wording import say
from models.choices import (
    AttendanceOutcome,
    ObjectiveStatus,
    OrderStatus,
    Outcome,
    Recipient,
    SessionKind,
)

# Without an earlier hearing the page still has to say what happened of late.
FIRST_PERIOD_DAYS = 30
# Open objectives due later than this after the period wait for a later report.
OBJECTIVE_HORIZON = timedelta(days=45)

SERVICES = (
    ("treatment", frozenset(SessionKind) - {SessionKind.APPOINTMENT, SessionKind.MEETING}),
    ("meetings", frozenset({SessionKind.MEETING})),
    ("appointments", frozenset({SessionKind.APPOINTMENT})),
)
THERE = {AttendanceOutcome.ATTENDED, AttendanceOutcome.LATE}
EXCUSED = {AttendanceOutcome.EXCUSED, AttendanceOutcome.MEDICAL}
# A call that somebody could do nothing about is told and not counted.
CALLS_NOT_COUNTED = {Outcome.EXCUSED, Outcome.REJECTED, Outcome.UNABLE}


@dataclass(frozen=True)
class Request:
    """For whom, for which hearing and recipient, by whom and when a report is made."""

    person_id: int
    hearing_on: date
    recipient: Recipient
    as_of: date
    court: str
    prepared_by: str
    prepared_at: datetime
    audit_mark: str


def facts(connection: Connection, wanted: Request) -> ProgressFacts:
    """Return what the report for `wanted` says.

    Raises:
        NoSuchThing: no participant of that id had an episode by then.
    """
    now = situation.of(connection, wanted.person_id, as_of=wanted.as_of, on=wanted.hearing_on)
    since, unverified = _since(connection, now)
    drawn = strip.facts(now.tests, now.custody, last=now.last, last_hearing_on=now.last_hearing_on)
    orders = _orders(connection, now)
    plan = _plan(connection, now)
    told = cues.Told(since, drawn, orders, plan)
    own_words = cues.own_words(connection, now)
    return ProgressFacts(
        recipient=wanted.recipient,
        court=wanted.court,
        hearing=_hearing(now, connection),
        name=now.name,
        case_number=now.case_number,
        said_as=now.said_as,
        pronouns=now.pronouns,
        interpreter=now.interpreter,
        accommodations=now.accommodations,
        conditions=now.conditions,
        status=now.status_words,
        phase=now.phase,
        attorney=now.attorney,
        strength=cues.strength(connection, now, told),
        concern=cues.concern(connection, now, told),
        own_words=own_words[0] if own_words else None,
        own_words_on=own_words[1] if own_words else None,
        since=since,
        strip=drawn,
        orders_of=now.last_hearing_on,
        orders=orders,
        plan=plan,
        unverified=unverified,
        prepared_by=wanted.prepared_by,
        prepared_at=wanted.prepared_at,
        data_as_of=wanted.as_of,
        audit_mark=wanted.audit_mark,
    )


def _hearing(now: Situation, connection: Connection) -> HearingFacts:
    found = now.hearing
    if found is None:
        empty = dict.fromkeys(("at", "type", "place", "judge", "number", "docket_size"))
        return HearingFacts(on=now.on, on_file=False, substitute=False, **empty)
    return HearingFacts(
        on=now.on,
        on_file=True,
        at=found.starts_at,
        type=found.type,
        place=found.place,
        judge=found.judge,
        substitute=found.substitute,
        number=found.number,
        docket_size=hearings.docket_size(connection, found.court_session_id),
    )


def _since(connection: Connection, now: Situation) -> tuple[SinceFacts, tuple[str, ...]]:
    first = _first_day(now)
    scheduled = attendance.scheduled(connection, now.episode_id, first, now.last)
    tests = [test for test in now.tests if first <= test.collected_on <= now.last]
    rows = [_service_row(key, kinds, scheduled) for key, kinds in SERVICES]
    rows.insert(1, _test_row(tests))
    facts = SinceFacts(now.last_hearing_on, first, now.last, tuple(rows))
    return facts, _unverified(scheduled)


def _first_day(now: Situation) -> date:
    """Return the day after the last hearing; before the first one, a month back at most."""
    if now.last_hearing_on is not None:
        return now.last_hearing_on + timedelta(days=1)
    month = now.last - timedelta(days=FIRST_PERIOD_DAYS - 1)
    return month if now.began_on is None else min(max(month, now.began_on), now.last)


def _service_row(key: str, kinds: frozenset[SessionKind], scheduled: list[Any]) -> SinceRow:
    known = [each for each in scheduled if each.kind in kinds and each.outcome is not None]
    done = sum(each.outcome in THERE for each in known)
    excused = sum(each.outcome in EXCUSED for each in known)
    exceptions = tuple(
        DayWords(each.held_on, _absence(each)) for each in known if each.outcome not in THERE
    )
    return _row(key, done, len(known) - excused, excused, exceptions)


def _test_row(tests: list[TestFacts]) -> SinceRow:
    done = sum(test.outcome is Outcome.TESTED for test in tests)
    excused = sum(test.outcome in CALLS_NOT_COUNTED for test in tests)
    exceptions = tuple(
        DayWords(test.collected_on, strip.words_of(test))
        for test in tests
        if test.outcome is not Outcome.TESTED
    )
    return _row("tests", done, len(tests) - excused, excused, exceptions)


def _row(
    key: str, done: int, required: int, excused: int, exceptions: tuple[DayWords, ...]
) -> SinceRow:
    state = State.PLAIN if required == 0 else State.DONE if done >= required else State.LOOK
    return SinceRow(key, done, required, excused, state, exceptions)


def _absence(each: Any) -> str:
    words = say(f"court.attendance.{each.outcome.value}", title=withhold(each.title))
    # Why somebody was ill is no matter for the court (rules.md 9).
    told = each.reason and each.outcome is not AttendanceOutcome.MEDICAL
    return f"{words}: {withhold(each.reason)}" if told else words


def _unverified(scheduled: list[Any]) -> tuple[str, ...]:
    told = [each for each in scheduled if each.outcome in THERE and not each.verified]
    silent = [each for each in scheduled if each.outcome is None]
    words = [
        say("court.unverified", title=withhold(each.title), day=_short(each.held_on))
        for each in told
    ]
    if silent:
        words.append(say("court.not-reported", n=len(silent)))
    return tuple(words)


def _short(day: date) -> str:
    return court_words.short_date(day)


def _orders(connection: Connection, now: Situation) -> tuple[OrderRow, ...]:
    if now.last_hearing is None:
        return ()
    return tuple(
        _order(row, now.last) for row in hearings.orders_of(connection, now.last_hearing.id)
    )


def _order(row: Any, last: date) -> OrderRow:
    status = row.status if _known_by(row, last) else OrderStatus.OPEN
    done = status is OrderStatus.DONE
    overdue = status is OrderStatus.OPEN and row.due_on is not None and row.due_on < last
    look = overdue or status is OrderStatus.NOT_DONE
    lifted = say("court.order-lifted") if status is OrderStatus.LIFTED else None
    return OrderRow(
        words=withhold(row.words),
        due_on=row.due_on,
        done_on=row.status_on if done else None,
        state=State.DONE if done else State.LOOK if look else State.PLAIN,
        note=withhold(row.note) if row.note and _known_by(row, last) else lifted,
    )


def _known_by(row: Any, last: date) -> bool:
    """Whether the state of an order or objective had come about by `last`."""
    return row.status_on is None or row.status_on <= last


def _plan(connection: Connection, now: Situation) -> PlanFacts | None:
    plan = plans.in_force(connection, now.episode_id, now.last)
    if plan is None:
        return None
    first = _first_day(now)
    rows = plans.objectives(connection, plan.id)
    shown = tuple(_objective(row, now.last) for row in rows if _is_shown(row, first, now.last))
    return PlanFacts(
        objectives=shown,
        level_of_care=_level(plan),
        level_since=plan.level_since,
        asam_edition=plan.asam_edition,
        next_review_on=plan.next_review_on,
    )


def _is_shown(row: Any, first: date, last: date) -> bool:
    """Whether an objective was met in the period, or is open and due by the horizon."""
    if row.status is ObjectiveStatus.MET and _known_by(row, last):
        return row.status_on is not None and first <= row.status_on
    ended = row.status in {ObjectiveStatus.REVISED, ObjectiveStatus.DISCONTINUED}
    if ended and _known_by(row, last):
        return False
    return row.target_on is None or row.target_on <= last + OBJECTIVE_HORIZON


def _objective(row: Any, last: date) -> ObjectiveRow:
    met = row.status is ObjectiveStatus.MET and _known_by(row, last)
    overdue = not met and row.target_on is not None and row.target_on < last
    return ObjectiveRow(
        words=withhold(row.words),
        due_on=row.target_on,
        met_on=row.status_on if met else None,
        state=State.DONE if met else State.LOOK if overdue else State.PLAIN,
        note=withhold(row.progress) if row.progress and _known_by(row, last) else None,
    )


def _level(plan: Any) -> str | None:
    if plan.level_of_care is None:
        return None
    code = say("court.level", level=withhold(plan.level_of_care))
    return f"{withhold(plan.level_words)} ({code})" if plan.level_words else code
