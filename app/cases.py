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
    before = {names.folded_number(case.number): case.id for case in cases}
    if not list(reading.filled("case")):
        reading.refuse(f"case[0].{OF_CASE}", say("case.missing"))
    corrects = groups.keep(session, reading, "case", cases, _case_of(episode, cases), *CASE)
    if reading.mistakes:
        return corrects
    session.flush()
    gone = {case.id for case in groups.dropped(reading, "case", cases)}
    staying = [case for case in of_episode(session, episode.id) if case.id not in gone]
    for case in staying:
        case.folded_number = names.folded_number(case.number)
    # A number that has just been corrected still names its case in the lines of the charges.
    known = {number: case_id for number, case_id in before.items() if case_id not in gone}
    known |= {case.folded_number: case.id for case in staying}
    corrects = _write_charges(session, reading, charges, known, staying[0]) or corrects
    # Only now, because no charge names them any more.
    session.flush()
    return groups.drop(session, reading, "case", cases) or corrects


def _write_charges(
    session: Session,
    reading: Reading,
    charges: list[Charge],
    known: dict[str, int],
    first: CourtCase,
) -> bool:
    """Write the charges, each with the case that it names; nothing named is the first one."""

    def make(values: dict[str, Any], line: GroupRow) -> Charge:
        case_id = known.get(_wanted(line), first.id)
        return Charge(person_id=first.person_id, court_case_id=case_id, **values)

    for number, row in reading.filled("charge"):
        if _wanted(row) and _wanted(row) not in known:
            reading.refuse(f"charge[{number}].{OF_CASE}", say("case.unknown"))
    corrects = groups.write(session, reading, "charge", charges, make, *CHARGE)
    lines = {row.get("id", ""): row for _number, row in reading.filled("charge")}
    for charge in charges:
        line = lines.get(str(charge.id), {})
        case_id = known.get(_wanted(line), first.id) if line else charge.court_case_id
        if case_id != charge.court_case_id:
            charge.court_case_id, corrects = case_id, True
    return corrects


def _wanted(line: GroupRow) -> str:
    """Return the number of the case that a charge names, as it is compared."""
    return names.folded_number(line.get(OF_CASE, ""))


def of_episode(session: Session, episode_id: int) -> list[CourtCase]:
    query = select(CourtCase).where(CourtCase.episode_id == episode_id)
    return list(session.scalars(query.order_by(CourtCase.position, CourtCase.id)))


def charges_of(session: Session, cases: list[CourtCase]) -> list[Charge]:
    ids = [case.id for case in cases]
    query = select(Charge).where(Charge.court_case_id.in_(ids))
    return list(session.scalars(query.order_by(Charge.id)))


def _case_of(episode: Episode, before: list[CourtCase]) -> Any:
    position = max((case.position for case in before), default=0)

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
