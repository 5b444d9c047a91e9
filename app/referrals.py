"""A new referral: who it is, how it came, the cases, and how to reach the person."""

from datetime import date

from sqlalchemy.orm import Session

from app import cases, contacts, people, team, typed
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.people import Entry, Identity
from app.wording import say
from models.choices import Source, Status
from models.episode import Episode
from models.person import Person

WHO = (Person.last_name, Person.first_name, Person.middle_name, Person.preferred_name,
       Person.birth_date, Person.sex)  # fmt: skip
HOW = (Episode.referral_route, Episode.referred_by, Episode.arrested_on, Episode.attorney)


def opened(session: Session, _subject: Subject, today: date) -> Loaded:
    """Return what a new referral opens with: the day, and names to choose from."""
    empty = {key_of(Episode.referred_on): typed.shown(today)}
    return Loaded(Answers(empty), lookups=team.lookups(session))


def receive(session: Session, _subject: Subject, told: Answers, today: date) -> str:
    """Put a person and a first episode on file, as referred, and say so.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    who, how = reading.values(*WHO), reading.values(*HOW)
    pronouns = reading.value(Person.pronouns)
    referred_on = reading.value(Episode.referred_on, required=True)
    reading.finish()
    person = people.new_person(Identity(**who), Entry(Source.FORM))
    person.pronouns = pronouns
    session.add(person)
    session.flush()
    episode = Episode(person_id=person.id, referred_on=referred_on, source=Source.FORM, **how)
    session.add(episode)
    session.flush()
    people.set_status(session, episode, Status.REFERRED, since=referred_on)
    cases.write(session, reading, episode)
    contacts.write(session, reading, person.id)
    reading.finish()
    return say("referral.saved", name=people.called(person))
