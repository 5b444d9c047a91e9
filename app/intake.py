"""What intake has put on file of one person, part by part, as labels and values to read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app import admissions, cases, contacts, episodes, identities, legal, prescriptions
from app.answers import Attribute, table_of
from app.history import value_words
from app.wording import say
from models.base import field_of
from models.episode import Episode
from models.person import Person

Line = tuple[str, str]


@dataclass(frozen=True)
class Part:
    """One part of intake: the form that changes it, its lines, and what it lists below them."""

    form: str
    lines: tuple[Line, ...]
    listed: tuple[str, ...] = ()


def of_person(session: Session, person_id: int, today: date) -> tuple[Part, ...]:
    """Return every part; a value that is not on file is an empty text."""
    person = session.get_one(Person, person_id)
    episode = episodes.current(session, person_id)
    return (
        Part("identity", (*_lines(person, identities.ASKED), _races(session, person_id))),
        Part("admission", _lines(episode, admissions.ASKED)),
        Part("case", (), tuple(_cases(session, episode))),
        Part("contact", (), tuple(_contacts(session, person_id))),
        _legal(session, episode),
        Part("prescription", (), tuple(_prescriptions(session, episode, today))),
    )


def _lines(row: Any, asked: Sequence[Attribute]) -> tuple[Line, ...]:
    return tuple(
        (field_of(table_of(each), each.key).label, value_words(getattr(row, each.key)))
        for each in asked
    )


def _races(session: Session, person_id: int) -> Line:
    found = [value_words(row.race) for row in identities.races_of(session, person_id)]
    return (say("intake.race"), ", ".join(found))


def _cases(session: Session, episode: Episode) -> Iterable[str]:
    found = cases.of_episode(session, episode.id)
    charges = cases.charges_of(session, found)
    for case in found:
        yield ", ".join(part for part in (case.number, case.county) if part)
        for charge in charges:
            if charge.court_case_id == case.id:
                parts = (charge.description, charge.offense_class, charge.disposition)
                yield say("intake.charge", words=", ".join(part for part in parts if part))


def _contacts(session: Session, person_id: int) -> Iterable[str]:
    for way in contacts.of_person(session, person_id):
        minded = []
        if way.confidential:
            minded.append(say("intake.confidential"))
        if way.kind.value == "phone":
            key = "intake.message" if way.may_leave_message else "intake.no-message"
            minded.append(say(key))
        if way.safe_times:
            minded.append(way.safe_times)
        yield ", ".join([f"{value_words(way.kind)}: {way.value}", *minded])


def _legal(session: Session, episode: Episode) -> Part:
    track = legal.track_of(session, episode.id)
    listed = tuple(
        f"{value_words(row.kind)}: {row.words}" for row in legal.conditions_of(session, episode.id)
    )
    return Part("legal", _lines(track, legal.TRACK) if track else (), listed)


def _prescriptions(session: Session, episode: Episode, today: date) -> Iterable[str]:
    for row in prescriptions.of_episode(session, episode.id):
        until = row.ended_on
        key = "intake.prescription.ended" if until and until < today else "intake.prescription"
        yield say(
            key,
            medicine=row.medicine,
            since=value_words(row.started_on),
            until=value_words(until),
            how=value_words(row.verified_by).lower(),
        )
