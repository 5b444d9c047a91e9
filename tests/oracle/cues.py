"""The lines that may stand under 'Say this first', with the only numbers they may hold."""

from datetime import date

from tests.oracle.case import Case, day
from tests.oracle.claims import Claim, row, says
from tests.oracle.head import status
from tests.oracle.marks import POSITIVE, UNCONFIRMED, Reading
from tests.oracle.medicines import kept_off_court_pages
from tests.oracle.plan import Item, objectives, orders, plan_of
from tests.oracle.record import Row
from tests.oracle.since import Sum
from tests.oracle.words import count, say, short, shown

TAKING_PART = ("active", "suspended", "referred", "screening")


def claims(case: Case, sums: dict[str, Sum], readings: list[Reading]) -> list[Claim]:
    section = say("report.first")
    plan = plan_of(case)
    items = objectives(case, plan) if plan else []
    recent = [reading for reading in readings if case.in_period(reading.on)]
    strengths = noted(case, "strength") or _strengths(case, sums, items)
    concerns = noted(case, "concern") or _concerns(case, sums, items, recent)
    return [
        row(section, "strength", [say("report.first.strength")], strengths),
        row(section, "concern", [say("report.first.concern")], concerns),
        says("own words", *_own_words(case, plan)),
    ]


def noted(case: Case, kind: str) -> list[str]:
    """The newest line of the case manager's own stands before anything computed."""
    notes = [note for note in notes_of(case, kind) if case.in_period(day(note["written_on"]))]
    return [kept_off_court_pages(notes[-1]["words"])] if notes else []


def notes_of(case: Case, kind: str) -> list[Row]:
    return case.of_episode(
        "SELECT * FROM note WHERE episode_id = ? AND kind = ? AND written_on <= ? "
        "ORDER BY written_on, id",
        kind,
        case.last_day.isoformat(),
    )


def _own_words(case: Case, plan: Row | None) -> list[str]:
    """The newest note in their words, else the first goal of the plan, as old as the plan."""
    notes = notes_of(case, "own-words")
    if notes:
        return _dated(case, notes[-1]["words"], notes[-1]["written_on"])
    goals = _goals(case, plan) if plan else []
    if plan and goals:
        quoted = say("report.words.quoted", words=kept_off_court_pages(goals[0]["words"]))
        return [quoted, *_dated(case, goals[0]["words"], plan["started_on"])]
    return [say("report.words.none")]


def _dated(case: Case, words: str, on: str) -> list[str]:
    kept = kept_off_court_pages(words)
    days = shown(date.fromisoformat(on), case.hearing_on)
    return [say("report.words.dated", words=kept, day=text) for text in days]


def _goals(case: Case, plan: Row) -> list[Row]:
    return case.record.rows(
        "SELECT goal.* FROM goal JOIN problem ON problem.id = problem_id "
        "WHERE treatment_plan_id = ? ORDER BY problem.number, goal.id",
        plan["id"],
    )


def _strengths(case: Case, sums: dict[str, Sum], items: list[Item]) -> list[str]:
    found = [
        say("cue.objective-met", day=text, words=item.words)
        for item in items
        if item.done_on
        for text in shown(item.done_on, case.hearing_on)
    ]
    done = orders(case)
    if done and all(item.done_on for item in done):
        found.append(count("cue.orders-done", len(done)))
    for total in sums.values():
        if total.required and not total.missed:
            found.append(count(f"cue.all.{total.name}", total.required))
        elif total.done:
            key = f"cue.some.{total.name}"
            found.append(say(key, n=total.done, required=total.required))
    return found + _being_here(case)


def _being_here(case: Case) -> list[str]:
    """Somebody who was never admitted has not been in the program, and says nothing of it."""
    dates = {name: day(case.episode[f"{name}_on"]) for name in ("admitted", "referred")}
    known = [(name, on) for name, on in dates.items() if on and on <= case.last_day]
    if not known:
        return [say("cue.on-file")]
    name, since = known[0]
    key = name if status(case) in TAKING_PART else f"was-{name}"
    days = {*shown(since, case.hearing_on), f"{short(since)}, {since.year}"}
    return [say(f"cue.began.{key}", day=text) for text in days]


def _concerns(
    case: Case, sums: dict[str, Sum], items: list[Item], recent: list[Reading]
) -> list[str]:
    found = _of_tests(case, recent)
    for total in sums.values():
        if total.missed:
            key = f"cue.missed.{total.name}"
            found.append(say(key, n=total.missed, required=total.required))
    for item in orders(case):
        if item.undone:
            found.append(say("cue.order-open", words=item.words))
    for item in items:
        if item.undone:
            found.append(say("cue.objective-open", words=item.words))
    return found or [say("report.first.no-concern")]


def _of_tests(case: Case, recent: list[Reading]) -> list[str]:
    found = [
        say("cue.positive", day=text, label=words)
        for reading in recent
        if reading.mark.kind == POSITIVE
        for words in reading.mark.words
        for text in shown(reading.on, case.hearing_on)
    ]
    unclear = sum(reading.mark.kind == UNCONFIRMED for reading in recent)
    return [*found, count("cue.unconfirmed", unclear)] if unclear else found
