"""A new referral: who it is, how it came, the cases, and how to reach the person."""

from datetime import date

from sqlalchemy.orm import Session

from app import admissions, cases, contacts, identities, people, team, typed
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.choices import Source, Status
from models.episode import Episode
from models.person import Person


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
    reading.value(Episode.referred_on, required=True)
    who, how = reading.values(*identities.NAMES), reading.values(*admissions.REFERRAL)
    reading.finish()
    person = Person(source=Source.FORM, **who)
    people.fold(person)
    session.add(person)
    session.flush()
    episode = Episode(person_id=person.id, source=Source.FORM, **how)
    session.add(episode)
    session.flush()
    people.set_status(session, episode, Status.REFERRED, since=episode.referred_on)
    cases.write(session, reading, episode)
    contacts.write(session, reading, person.id)
    reading.finish()
    return say("referral.saved", name=people.called(person))
