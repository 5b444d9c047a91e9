"""Say this first: one strength and one concern, from the facts or as the case manager words them.

A strength is never empty; a concern states a fact, never a trait (rules.md 9).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app import notes, plans
from app.court_words import short_date, withhold
from app.progress_facts import (
    Mark,
    ObjectiveRow,
    OrderRow,
    PlanFacts,
    SinceFacts,
    State,
    StripFacts,
)
from app.situation import Situation
from app.wording import say
from models.choices import NoteKind, Status

TAKING_PART = {Status.ACTIVE, Status.SUSPENDED, Status.REFERRED, Status.SCREENING}


@dataclass(frozen=True)
class Told:
    """What the rest of the page tells; a cue never says what the page does not show."""

    since: SinceFacts
    strip: StripFacts
    orders: tuple[OrderRow, ...]
    plan: PlanFacts | None


def strength(connection: Connection, now: Situation, told: Told) -> str:
    worded = _worded(connection, now, NoteKind.STRENGTH, told)
    return worded or next(_strengths(now, told))


def concern(connection: Connection, now: Situation, told: Told) -> str | None:
    worded = _worded(connection, now, NoteKind.CONCERN, told)
    return worded or next(_concerns(told), None)


def own_words(connection: Connection, now: Situation) -> tuple[str, date] | None:
    """Return what the person said last, or the goal at the head of the plan, and of which day."""
    said = notes.newest(connection, now.episode_id, NoteKind.OWN_WORDS, date.min, now.last)
    if said is not None:
        return withhold(said.words), said.written_on
    plan = plans.in_force(connection, now.episode_id, now.last)
    goal = plans.first_goal(connection, plan.id) if plan is not None else None
    return (withhold(goal), plan.started_on) if goal else None


def _worded(connection: Connection, now: Situation, kind: NoteKind, told: Told) -> str | None:
    note = notes.newest(connection, now.episode_id, kind, told.since.first, told.since.last)
    return withhold(note.words) if note is not None else None


def _strengths(now: Situation, told: Told) -> Iterator[str]:
    """Yield what can be praised, the rarest first; the last one is always true."""
    for met in (row for row in _objectives(told) if row.met_on is not None):
        yield say("cue.objective-met", words=met.words, day=short_date(met.met_on or date.min))
    if told.orders and all(order.done_on is not None for order in told.orders):
        yield say("cue.orders-done", n=len(told.orders))
    for row in (row for row in told.since.rows if row.state is State.DONE):
        yield say(f"cue.all.{row.key}", n=row.done)
    for row in (row for row in told.since.rows if row.done):
        yield say(f"cue.some.{row.key}", n=row.done, required=row.required)
    if now.began_on is not None:
        day = f"{short_date(now.began_on)}, {now.began_on.year}"
        yield say(f"cue.began.{_standing(now)}", day=day)
    yield say("cue.on-file")


def _standing(now: Situation) -> str:
    """Return where somebody stands, as far as a strength may say it truly."""
    if now.status in TAKING_PART:
        return "admitted" if now.admitted else "referred"
    return "was-admitted" if now.admitted else "was-referred"


def _concerns(told: Told) -> Iterator[str]:
    """Yield what to ask about, what matters most for safety first."""
    positive = (day for day in reversed(told.strip.days) if day.mark is Mark.POSITIVE)
    for day in (day for day in positive if day.day >= told.since.first):
        yield say("cue.positive", label=day.label, day=short_date(day.day))
    for row in (row for row in told.since.rows if row.state is State.LOOK):
        missed = row.required - row.done
        yield say(f"cue.missed.{row.key}", n=missed, required=row.required)
    open_results = sum(
        day.mark is Mark.UNCONFIRMED and day.day >= told.since.first for day in told.strip.days
    )
    if open_results:
        yield say("cue.unconfirmed", n=open_results)
    for order in (order for order in told.orders if order.state is State.LOOK):
        yield say("cue.order-open", words=order.words)
    for objective in (row for row in _objectives(told) if row.state is State.LOOK):
        yield say("cue.objective-open", words=objective.words)


def _objectives(told: Told) -> tuple[ObjectiveRow, ...]:
    return told.plan.objectives if told.plan else ()
