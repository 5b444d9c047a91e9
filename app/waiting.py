"""What waits for somebody, one question a function, asked of everybody at once.

Only what the record can know today. Nothing here is read person by person: a court may hold
thousands. For the page of one person, the same is asked of `who` alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app import medicines, questions, testing
from app.court_words import short_date
from app.testing import TestFacts
from app.wording import has, say
from models.choices import Reading
from models.court import Court

# The one person of whom something is asked, None for everybody.
Who = int | None
BATCH = 500

REVIEW_AHEAD = timedelta(days=7)
FIRST_PLAN = timedelta(days=30)
LABORATORY = timedelta(days=3)
# Who was not asked by then will hardly remember; the result stays on the person's own page.
ANSWERS = timedelta(days=45)


@dataclass(frozen=True)
class Found:
    """One thing to do; `row_id` is the row that it is about, `variant` chooses its words.

    `draft` names the form that was begun, and its subject.
    """

    person_id: int | None
    day: date | None = None
    row_id: int | None = None
    words: str = ""
    variant: str = ""
    draft: tuple[str, str] | None = None


def orders(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """An order that is due by the next hearing and open; one about a medicine is nobody's to-do."""
    for row in questions.ORDERS.ask(connection, who, today=today):
        if not medicines.named_in(row.words):
            yield Found(row.person_id, row.due_on, row.id, row.words)


def laboratory(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    for row in questions.SENT.ask(connection, who, sent_before=today - LABORATORY):
        yield Found(row.person_id, row.sent_on, row.id, short_date(row.collected_on))


def answers(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """A presumptive result that nobody has put to the person yet, prescriptions considered.

    Results of one substance under the same prescriptions are read alike, so one of them is read.
    """
    tests: dict[int, Any] = {}
    covering: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in questions.PRESUMPTIVE.ask(connection, who, first=today - ANSWERS, today=today):
        tests[row.id] = row
        covering[row.id, row.substance].append(row.medicine or "")
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for (test_id, substance), found in covering.items():
        alike[substance, *found].append(test_id)
    read = {test.id: test for test in _read(connection, (ids[0] for ids in alike.values()), today)}
    pending = [ids for (substance, *_), ids in alike.items() if _pends(read[ids[0]], substance)]
    for test_id in {test_id for ids in pending for test_id in ids}:
        row = tests[test_id]
        yield Found(row.person_id, row.collected_on, test_id, short_date(row.collected_on))


def _pends(test: TestFacts, substance: str) -> bool:
    """Whether a result waits for what the person says to it."""
    of_it = (result.reading for result in test.results if result.substance == substance)
    return Reading.PENDING in of_it


def medication_checks(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """An imported positive that a prescription may have produced; it waits, and is no use."""
    rows = questions.IMPORTED.ask(connection, who)
    waiting = [row.id for row in rows if medicines.is_single_drug_assay(row.substance)]
    for test in _read(connection, waiting, today):
        if any(
            result.reading is None and medicines.is_single_drug_assay(result.substance)
            for result in test.results
        ):
            yield Found(test.person_id, test.collected_on, test.id, short_date(test.collected_on))


def plan_reviews(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    for row in questions.REVIEWS.ask(connection, who, today=today, soon=today + REVIEW_AHEAD):
        yield Found(row.person_id, row.next_review_on, row.id)


def without_plan(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    for row in questions.WITHOUT_PLAN.ask(connection, who, admitted_by=today - FIRST_PLAN):
        yield Found(row.person_id, row.admitted_on + FIRST_PLAN, words=short_date(row.admitted_on))


def unverified(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    for row in questions.UNVERIFIED.ask(connection, who, today=today):
        yield Found(row.person_id, row.since, row.id)


def without_hearing(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    for row in questions.WITHOUT_HEARING.ask(connection, who, today=today):
        yield Found(row.person_id)


def undated(connection: Connection, today: date, who: Who = None) -> Iterator[Found]:
    """A phase or a status of which the record holds only the latest day that it can have begun."""
    of_phase = {row.person_id for row in questions.UNDATED_PHASES.ask(connection, who)}
    of_status = {
        row.person_id for row in questions.UNDATED_STATUSES.ask(connection, who, today=today)
    }
    for person_id in of_phase | of_status:
        both = person_id in of_phase and person_id in of_status
        variant = "both" if both else "phase" if person_id in of_phase else "status"
        yield Found(person_id, variant=variant)


def not_asked(connection: Connection, _today: date, who: Who = None) -> Iterator[Found]:
    """Race and ethnicity are asked apart; declined is an answer, and final."""
    for row in questions.NOT_ASKED.ask(connection, who):
        variant = "ethnicity" if row.race else "race" if row.ethnicity else "both"
        yield Found(row.id, variant=variant)


def drafts(connection: Connection, _today: date, who: Who = None) -> Iterator[Found]:
    rows = questions.DRAFTS.ask(connection, who)
    if not rows:
        return
    zone = ZoneInfo(connection.execute(select(Court.time_zone)).scalar_one())
    for row in rows:
        key = f"form.{row.form}"
        words = say(key) if has(key) else say("due.form")
        day = row.saved_at.astimezone(zone).date()
        yield Found(row.person_id, day, row.id, words, draft=(row.form, row.subject))


def _read(connection: Connection, ids: Iterable[int], today: date) -> Iterator[TestFacts]:
    """Give the tests of `ids` as read; whether an answer is missing hangs on no earlier test."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), BATCH):
        yield from testing.tests(connection, until=today, id=wanted[at : at + BATCH])
