"""Court cases and charges of an episode: entered with a referral, corrected from court papers."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, groups, names, typed
from app.answers import Answers, GroupRow, Loaded, Reading, Subject, key_of
from app.wording import say
from models.episode import Charge, CourtCase, Episode

CASE = (CourtCase.number, CourtCase.county)
CHARGE = (Charge.description, Charge.offense_class, Charge.disposition, Charge.disposed_on)
OF_CASE = key_of(CourtCase.number)


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    """Return the cases and charges on file as their form shows them."""
    episode = episodes.current(session, subject.person_id)
    cases = of_episode(session, episode.id)
    charges = charges_of(session, cases)
    numbers = {case.id: case.number for case in cases}
    shown = groups.shown(charges, *CHARGE)
    lines = [
        line | {OF_CASE: typed.shown(numbers[charge.court_case_id])}
        for line, charge in zip(shown, charges, strict=True)
    ]
    return Loaded(
        Answers({}, {"case": groups.shown(cases, *CASE), "charge": lines}),
        about=episodes.name_of(session, subject.person_id),
    )


def correct(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring cases and charges to what was answered, and say what was saved."""
    episode = episodes.current(session, subject.person_id)
    reading = Reading(told, today)
    answers.ask_why(reading, corrects=write(session, reading, episode))
    reading.finish()
    return say("case.saved", name=episodes.name_of(session, subject.person_id))


def write(session: Session, reading: Reading, episode: Episode) -> bool:
    """Write the groups `case` and `charge` of an episode; True where something was replaced."""
    cases = of_episode(session, episode.id)
    charges = charges_of(session, cases)
    if not list(reading.filled("case")):
        reading.refuse(f"case[0].{OF_CASE}", say("case.missing"))
    corrects = groups.write(session, reading, "case", cases, _case_of(episode, len(cases)), *CASE)
    if reading.mistakes:
        return corrects
    session.flush()
    now = of_episode(session, episode.id)
    for case in now:
        case.folded_number = names.folded_number(case.number)
    by_number = {case.number: case.id for case in now}

    def make(values: dict[str, Any], line: GroupRow) -> Charge:
        case_id = by_number.get(_wanted(line), now[0].id)
        return Charge(person_id=episode.person_id, court_case_id=case_id, **values)

    for number, row in reading.filled("charge"):
        if _wanted(row) and _wanted(row) not in by_number:
            reading.refuse(f"charge[{number}].{OF_CASE}", say("case.unknown"))
    return groups.write(session, reading, "charge", charges, make, *CHARGE) or corrects


def _wanted(line: GroupRow) -> str:
    """Return the number of the case that a charge names; nothing means the first one."""
    return " ".join(line.get(OF_CASE, "").split())


def of_episode(session: Session, episode_id: int) -> list[CourtCase]:
    query = select(CourtCase).where(CourtCase.episode_id == episode_id)
    return list(session.scalars(query.order_by(CourtCase.position, CourtCase.id)))


def charges_of(session: Session, cases: list[CourtCase]) -> list[Charge]:
    ids = [case.id for case in cases]
    query = select(Charge).where(Charge.court_case_id.in_(ids))
    return list(session.scalars(query.order_by(Charge.id)))


def _case_of(episode: Episode, taken: int) -> Any:
    position = taken

    def make(values: dict[str, Any], _line: GroupRow) -> CourtCase:
        nonlocal position
        position += 1
        return CourtCase(
            person_id=episode.person_id,
            episode_id=episode.id,
            position=position,
            folded_number=names.folded_number(values["number"]),
            **values,
        )

    return make
