"""Who somebody is: names, pronouns, birth date, and what is asked apart and may be declined."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, groups, names, people
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.person import Person, PersonRace

NAMES = (
    Person.last_name,
    Person.first_name,
    Person.middle_name,
    Person.preferred_name,
    Person.said_as,
    Person.pronouns,
    Person.birth_date,
    Person.sex,
)
APART = (Person.gender_identity, Person.ethnicity, Person.interpreter, Person.accommodations)
ASKED = (*NAMES, *APART)


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    person = session.get_one(Person, subject.person_id)
    races = groups.shown(races_of(session, person.id), PersonRace.race)
    return Loaded(
        Answers(answers.shown(person, *ASKED), {"race": races}),
        about=names.said(person),
        rows={Person.__tablename__: person.id},
    )


def correct(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring a person's identity to what was answered, and say what was saved."""
    person = session.get_one(Person, subject.person_id)
    reading = Reading(told, today)
    corrects = answers.change(reading, person, *ASKED)
    if not reading.mistakes:
        people.fold(person)
    _refuse_twice(reading)
    before = races_of(session, person.id)
    corrects = (
        groups.write(
            session,
            reading,
            "race",
            before,
            lambda values, _line: PersonRace(person_id=person.id, **values),
            PersonRace.race,
        )
        or corrects
    )
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    return say("identity.saved", name=names.said(person))


def _refuse_twice(reading: Reading) -> None:
    """Refuse a race that another line names already."""
    named: set[str] = set()
    for number, line in reading.filled("race"):
        race = line.get(key_of(PersonRace.race), "")
        if race in named:
            reading.refuse(f"race[{number}].{key_of(PersonRace.race)}", say("typed.twice"))
        named.add(race)


def races_of(session: Session, person_id: int) -> list[PersonRace]:
    query = select(PersonRace).where(PersonRace.person_id == person_id)
    return list(session.scalars(query.order_by(PersonRace.id)))
