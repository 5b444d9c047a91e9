"""A drug test entered by hand: what became of the call, and for each substance what was found.

Nothing said is no negative: a tested specimen is negative only where somebody said so. A positive
names its substances and is read back before it is saved.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, choice_words, episodes, panels, typed
from app.answers import Answers, Loaded, Option, Reading, Subject, key_of
from app.imports import substances
from app.wording import say
from models.base import limit_of
from models.choices import Answer, Outcome, Source, Specimen, TestResult, Validity
from models.drug_test import DrugTest, DrugTestResult

ASKED = (DrugTest.collected_on, DrugTest.collected_at, DrugTest.outcome, DrugTest.reason,
         DrugTest.specimen, DrugTest.panel, DrugTest.validity, DrugTest.awaiting_laboratory,
         DrugTest.sent_on)  # fmt: skip
RESULTS = "results"
# Of these outcomes there is a specimen to say something of.
SPECIMEN = {Outcome.TESTED, Outcome.TAMPERED, Outcome.REJECTED}
SPECIMEN_ONLY = ("specimen", "panel", "validity", "sent_on")
# The most characters that the columns of substance and analyte take.
LONGEST = limit_of(DrugTestResult, "substance") or 0
ASKS_REASON = {Outcome.EXCUSED, Outcome.REJECTED}


@dataclass(frozen=True)
class Finding:
    """What was found for one substance that was not plainly negative."""

    substance: str
    result: TestResult = TestResult.PRESUMPTIVE
    answer: Answer | None = None
    analyte: str | None = None


def to_text(found: list[Finding]) -> str:
    """Return findings as a form keeps them; none found is said as much as one."""
    return json.dumps([vars(each) for each in found])


def from_text(text: str) -> list[Finding] | None:
    """Return the findings of a form, None where nothing was said yet, or nothing legible.

    A substance stands once, as it was said first.
    """
    try:
        rows = [_finding(row) for row in json.loads(text)] if text else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # a draft of another version; asked again, because nothing said is no negative
    if rows is None:
        return None
    first: dict[str, Finding] = {}
    for each in rows:
        first.setdefault(each.substance, each)
    return list(first.values())


def _finding(row: dict[str, Any]) -> Finding:
    """Return one finding; ValueError where its substance or analyte is none."""
    answer, analyte = row["answer"], row["analyte"]
    names = (row["substance"], analyte or row["substance"])
    if not all(isinstance(name, str) and 0 < len(name) <= LONGEST for name in names):
        raise ValueError("no substance")
    result = TestResult(row["result"])
    return Finding(row["substance"], result, Answer(answer) if answer else None, analyte or None)


def read_back(text: str) -> str:
    """Return in a sentence what a form says was found."""
    found = from_text(text)
    if found is None:
        return say("drug-test.nothing-said")
    if not found:
        return say("drug-test.all-negative")
    told = [
        say(
            "drug-test.finding",
            substance=substances.label_of(each.substance),
            result=choice_words.words(each.result).lower(),
        )
        for each in found
    ]
    return say("drug-test.found", found="; ".join(told))


def opened(session: Session, subject: Subject, today: date) -> Loaded:
    """Return what the form opens with: a test on file, or one of today."""
    about = episodes.name_of(session, subject.person_id)
    lookups = {"panels": [Option(panel.name, panel.name) for panel in panels.panels()]}
    if subject.row_id is None:
        empty = {
            key_of(DrugTest.collected_on): typed.shown(today),
            key_of(DrugTest.outcome): Outcome.TESTED.value,
            key_of(DrugTest.specimen): Specimen.URINE.value,
            key_of(DrugTest.panel): panels.panels()[0].name,
        }
        return Loaded(Answers(empty), lookups, about)
    test = episodes.row_of(session, DrugTest, subject)
    shown = answers.shown(test, *ASKED) | {RESULTS: _results_text(session, test)}
    return Loaded(Answers(shown), lookups, about, {DrugTest.__tablename__: test.id})


def record(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Enter a test, or correct one; the earlier values stay in the trail.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    values = reading.values(*ASKED)
    found = _findings(reading, values)
    corrects = False
    if subject.row_id is None:
        reading.finish()
        episode = episodes.current(session, subject.person_id)
        test = DrugTest(person_id=episode.person_id, episode_id=episode.id, source=Source.FORM)
    else:
        test = episodes.row_of(session, DrugTest, subject)
    was_told = test.outcome is Outcome.TESTED and not test.awaiting_laboratory
    for each in ASKED:
        before, value = getattr(test, each.key), values[each.key]
        if before != value:
            corrects = corrects or answers.is_correction(each, before)
            setattr(test, each.key, value)
    session.add(test)
    if not reading.mistakes:
        session.flush()
        added, replaced = _write_results(session, test, found)
        # Of a test that was read, what was not found had been said to be negative.
        corrects = corrects or replaced or (added and was_told)
    answers.ask_why(reading, corrects=corrects and subject.row_id is not None)
    reading.finish()
    name = episodes.name_of(session, subject.person_id)
    return say("drug-test.saved", name=name, what=_told(test, found))


def _findings(reading: Reading, values: dict[str, Any]) -> list[Finding]:
    """Return what was found, and bring the other answers in line with the outcome."""
    outcome = values["outcome"]
    if outcome is not None and outcome not in SPECIMEN:
        for column in SPECIMEN_ONLY:
            values[column] = None
        values["awaiting_laboratory"] = False
    if outcome in ASKS_REASON and not values["reason"]:
        reading.refuse(key_of(DrugTest.reason), say(f"drug-test.reason.{outcome.value}"))
    if outcome is not Outcome.TESTED:
        return []
    if values["specimen"] is None:
        reading.refuse(key_of(DrugTest.specimen), say("drug-test.specimen"))
    # Without creatinine nobody knows how good a specimen was (rules.md 4).
    values["validity"] = values["validity"] or Validity.NOT_DETERMINED
    if values["sent_on"] and values["collected_on"] and values["sent_on"] < values["collected_on"]:
        reading.refuse(key_of(DrugTest.sent_on), say("drug-test.sent-before"))
    found = from_text(reading.answers.single.get(RESULTS, ""))
    if found is None and not values["awaiting_laboratory"]:
        reading.refuse(RESULTS, say("drug-test.say-result"))
    return found or []


def _write_results(session: Session, test: DrugTest, found: list[Finding]) -> tuple[bool, bool]:
    """Bring the results of a test to what was found; whether some were added, and some replaced."""
    before = {row.substance: row for row in results_of(session, test.id)}
    added = corrects = False
    for each in found:
        row = before.pop(each.substance, None)
        if row is None:
            added = True
            session.add(
                DrugTestResult(drug_test_id=test.id, person_id=test.person_id, **vars(each))
            )
        for column in ("result", "answer", "analyte") if row is not None else ():
            was, now = getattr(row, column), getattr(each, column)
            if was != now:
                # The laboratory's answer and the person's own come later; neither is a correction.
                corrects = corrects or (was is not None and was is not TestResult.PRESUMPTIVE)
                setattr(row, column, now)
    for row in before.values():
        session.delete(row)
        corrects = True
    return added, corrects


def results_of(session: Session, test_id: int) -> list[DrugTestResult]:
    query = select(DrugTestResult).where(DrugTestResult.drug_test_id == test_id)
    return list(session.scalars(query.order_by(DrugTestResult.id)))


def _results_text(session: Session, test: DrugTest) -> str:
    rows = results_of(session, test.id)
    if not rows and (test.outcome is not Outcome.TESTED or test.awaiting_laboratory):
        return ""
    return to_text([Finding(r.substance, r.result, r.answer, r.analyte) for r in rows])


def _told(test: DrugTest, found: list[Finding]) -> str:
    if test.outcome is not Outcome.TESTED:
        return choice_words.words(test.outcome).lower()
    if found:
        return ", ".join(substances.label_of(each.substance) for each in found)
    return say("drug-test.waiting" if test.awaiting_laboratory else "drug-test.negative")
