"""A new referral: who it is, how it came, the cases, and how to reach the person."""

from datetime import date

from sqlalchemy.orm import Session

from app import admissions, answers, cases, contacts, identities, names, people, search, team, typed
from app.answers import REASON, Answers, Loaded, Reading, Subject, key_of
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
        Invalid: with a sentence for each answer that cannot be taken; also once for somebody who
            seems to be on file already.
    """
    reading = Reading(told, today)
    reading.value(Episode.referred_on, required=True)
    who, how = reading.values(*identities.NAMES), reading.values(*admissions.REFERRAL)
    reading.finish()
    person = Person(source=Source.FORM, **who)
    people.fold(person)
    _ask_about_others(session, reading, person)
    session.add(person)
    session.flush()
    episode = Episode(person_id=person.id, source=Source.FORM, **how)
    session.add(episode)
    session.flush()
    people.set_status(session, episode, Status.REFERRED, since=episode.referred_on)
    cases.write(session, reading, episode)
    contacts.write(session, reading, person.id)
    reading.finish()
    return say("referral.saved", name=names.said(person))


def _ask_about_others(session: Session, reading: Reading, person: Person) -> None:
    """Ask whether this is somebody on file: the name, as it sounds too, and the birth date."""
    answers.ask_why(reading, corrects=False)
    reading.finish()
    if reading.answers.single.get(REASON, "").strip():
        return
    for found in search.people(session, f"{person.first_name} {person.last_name}"):
        known = session.get_one(Person, found.person_id)
        born = {person.birth_date, known.birth_date}
        if born == {person.birth_date} - {None} or (None in born and not found.sounds_alike):
            day = typed.shown(known.birth_date) or say("referral.no-birth-date")
            reading.refuse(REASON, say("referral.alike", name=names.said(known), day=day))
    reading.finish()
