"""The orders of the last hearing and the treatment plan, as they stood on the day asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.case import Case, day
from tests.oracle.claims import Claim, may_say, row, says
from tests.oracle.medicines import kept_off_court_pages
from tests.oracle.record import Row
from tests.oracle.words import say, shown, shown_with_weekday

AHEAD = timedelta(days=45)
GONE = frozenset({"revised", "discontinued"})


@dataclass(frozen=True)
class Item:
    """An order or an objective: what, by when, and done when; past due where it is not."""

    words: str
    due_on: date | None
    done_on: date | None
    notes: tuple[str, ...]
    undone: bool


def orders(case: Case) -> list[Item]:
    if case.last_hearing is None:
        return []
    rows = case.record.rows(
        "SELECT * FROM court_order WHERE hearing_id = ? ORDER BY id", case.last_hearing["id"]
    )
    return [_order(found, case) for found in rows if _known_status(found, case) != "lifted"]


def lifted(case: Case) -> list[Row]:
    if case.last_hearing is None:
        return []
    rows = case.record.rows(
        "SELECT * FROM court_order WHERE hearing_id = ?", case.last_hearing["id"]
    )
    return [found for found in rows if _known_status(found, case) == "lifted"]


def _known_status(found: Row, case: Case) -> str:
    """What was decided after the last day covered was still open on it."""
    decided = day(found["status_on"])
    return "open" if decided and decided > case.last_day else str(found["status"])


def _order(found: Row, case: Case) -> Item:
    status = _known_status(found, case)
    due = day(found["due_on"])
    return Item(
        words=kept_off_court_pages(found["words"]),
        due_on=due,
        done_on=day(found["status_on"]) if status == "done" else None,
        notes=_notes(found, "note", case),
        undone=status == "not-done" or (status == "open" and _past(due, case)),
    )


def _notes(found: Row, column: str, case: Case) -> tuple[str, ...]:
    """What was noted later than the day asked for was not known; between the two, it may stand."""
    noted = day(found["status_on"])
    words = kept_off_court_pages(found[column] or "")
    if noted is None or noted <= case.last_day:
        return (words,)
    return ("", words) if noted <= case.as_of else ("",)


def _past(due: date | None, case: Case) -> bool:
    return due is not None and due < case.last_day


def order_claims(case: Case) -> list[Claim]:
    section = order_section(case)[0]
    if case.last_hearing is None:
        return [says("no earlier hearing", say("report.orders.no-hearing"))]
    rows = [
        row(section, "order", _label(case, item), _outcome(case, item, "report.orders.done"))
        for item in orders(case)
    ]
    rows += [_lifted(case, section, found) for found in lifted(case)]
    return rows or [says("no orders", say("report.orders.none"))]


def _lifted(case: Case, section: str, found: Row) -> Claim:
    item = Item(kept_off_court_pages(found["words"]), day(found["due_on"]), None, (), undone=False)
    on = day(found["status_on"])
    word = say("court.order-lifted")
    shown_days = [f"{word} {text}" for text in shown(on, case.hearing_on)] if on else []
    endings = _with_note([word, *shown_days], _notes(found, "note", case))
    return row(section, "lifted order", _label(case, item), endings)


def order_section(case: Case) -> list[str]:
    if case.last_hearing_on is None:
        return [say("report.orders.last")]
    return [say("report.orders", day=text) for text in shown(case.last_hearing_on, case.hearing_on)]


def _label(case: Case, item: Item) -> list[str]:
    """The day by which it is due stands behind the words; its weekday, where it is ahead."""
    if item.due_on is None:
        return [item.words]
    ahead = not item.done_on and item.due_on > case.as_of
    over = item.done_on or item.due_on < case.last_day
    days = () if ahead else shown(item.due_on, case.hearing_on)
    days += () if over else shown_with_weekday(item.due_on, case.hearing_on)
    return [f"{item.words} {say('report.by', day=text)}" for text in days]


def _outcome(case: Case, item: Item, key: str) -> list[str]:
    if item.done_on:
        days = shown(item.done_on, case.hearing_on)
        return _with_note([say(key, day=text) for text in days], item.notes)
    if item.undone:
        return _with_note([say(f"{key}.not")], item.notes)
    return list(item.notes)


def _with_note(endings: list[str], notes: tuple[str, ...]) -> list[str]:
    return [f"{ending}; {note}" if note else ending for ending in endings for note in notes]


def plan_of(case: Case) -> Row | None:
    plans = case.of_episode(
        "SELECT * FROM treatment_plan WHERE episode_id = ? AND started_on <= ? "
        "ORDER BY started_on, version, id",
        case.last_day.isoformat(),
    )
    return plans[-1] if plans else None


def objectives(case: Case, plan: Row) -> list[Item]:
    rows = case.record.rows(
        "SELECT objective.* FROM objective JOIN goal ON goal.id = goal_id "
        "JOIN problem ON problem.id = problem_id WHERE treatment_plan_id = ? "
        "ORDER BY problem.number, objective.number, objective.id",
        plan["id"],
    )
    return [item for found in rows if (item := _objective(found, case))]


def _objective(found: Row, case: Case) -> Item | None:
    """Met in the period, or open and due within the weeks ahead or on no day."""
    status = _known_status(found, case)
    due = day(found["target_on"])
    met_on = day(found["status_on"]) if status == "met" else None
    if status in GONE or (met_on and not case.in_period(met_on)):
        return None
    if not met_on and due and due > case.last_day + AHEAD:
        return None
    return Item(
        words=kept_off_court_pages(found["words"]),
        due_on=due,
        done_on=met_on,
        notes=_notes(found, "progress", case),
        undone=not met_on and _past(due, case),
    )


def plan_claims(case: Case) -> list[Claim]:
    later = may_say("plan on the next page", say("report.plan.later"))
    plan = plan_of(case)
    if plan is None:
        return [says("no plan", say("report.plan.none"))]
    section = say("report.plan")
    rows = [
        row(section, "objective", _label(case, item), _outcome(case, item, "report.plan.met"))
        for item in objectives(case, plan)
    ]
    rows = rows or [says("no objectives", say("report.plan.no-objectives"))]
    return [later, *rows, *_level(case, plan)]


def _level(case: Case, plan: Row) -> list[Claim]:
    if not plan["level_of_care"] and not plan["level_words"]:
        return []
    level = say("court.level", level=plan["level_of_care"])
    if plan["level_words"]:
        level = f"{plan['level_words']} ({level})" if plan["level_of_care"] else plan["level_words"]
    edition = plan["asam_edition"]
    key = "report.plan.level-edition" if edition else "report.plan.level"
    wordings = [say(key, level=level, edition=edition)]
    for column, sentence in (
        ("level_since", "report.plan.since"),
        ("next_review_on", "report.plan.review"),
    ):
        on = day(plan[column])
        days = shown(on, case.hearing_on) if on else ()
        told = [f", {say(sentence, day=text)}" for text in days] or [""]
        wordings = [f"{so_far}{more}" for so_far in wordings for more in told]
    return [says("level of care", *wordings)]
