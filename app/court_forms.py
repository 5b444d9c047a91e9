"""The court, its team and its providers, as their forms open and keep them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, court, groups
from app.answers import Answers, Attribute, Loaded, Reading, Subject, key_of
from app.wording import say
from models.base import Base
from models.court import Court, TeamMember
from models.service import Provider

COURT = (Court.name, Court.county, Court.judge, Court.place, Court.phone, Court.time_zone)
TEAM = (TeamMember.name, TeamMember.role, TeamMember.agency, TeamMember.phone, TeamMember.email)
PROVIDERS = (Provider.name, Provider.phone, Provider.fax)


def court_opened(session: Session, _subject: Subject, _today: date) -> Loaded:
    row = session.scalars(select(Court)).one()
    zones = [answers.Option(zone, zone) for _key, zone in court.ZONES]
    return Loaded(
        Answers(answers.shown(row, *COURT)),
        lookups={"zones": zones},
        rows={Court.__tablename__: row.id},
    )


def keep_court(session: Session, _subject: Subject, told: Answers, today: date) -> str:
    """Bring the court's profile to what was answered; pages print it from now on."""
    row = session.scalars(select(Court)).one()
    reading = Reading(told, today)
    corrects = answers.change(reading, row, *COURT)
    if not court.is_zone(row.time_zone):
        reading.refuse(key_of(Court.time_zone), say("court.form.zone"))
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    return say("court.form.saved")


def team_of(session: Session) -> list[TeamMember]:
    query = select(TeamMember).where(TeamMember.ended_on.is_(None))
    return list(session.scalars(query.order_by(TeamMember.id)))


def providers_of(session: Session) -> list[Provider]:
    query = select(Provider).where(Provider.ended_on.is_(None))
    return list(session.scalars(query.order_by(Provider.name, Provider.id)))


def people_opened(
    group: str, rows_of: Callable[[Session], list[Any]], asked: tuple[Attribute, ...]
) -> Callable[[Session, Subject, date], Loaded]:
    """Return what opens the form of a list of the court's own people."""

    def opened(session: Session, _subject: Subject, _today: date) -> Loaded:
        return Loaded(Answers({}, {group: groups.shown(rows_of(session), *asked)}))

    return opened


def people_kept(
    group: str,
    table: type[Base],
    rows_of: Callable[[Session], list[Any]],
    asked: tuple[Attribute, ...],
) -> Callable[[Session, Subject, Answers, date], str]:
    """Return what keeps such a list: who is taken out has left, and stays in what was entered."""

    def keep(session: Session, _subject: Subject, told: Answers, today: date) -> str:
        reading = Reading(told, today)
        here = rows_of(session)
        for row in groups.dropped(reading, group, here):
            row.ended_on = today
        staying = [row for row in here if row.ended_on is None]
        corrects = groups.write(
            session, reading, group, staying, lambda values, _line: table(**values), *asked
        )
        answers.ask_why(reading, corrects=corrects)
        reading.finish()
        return say(f"court.form.{group}.saved")

    return keep


team_opened = people_opened("member", team_of, TEAM)
keep_team = people_kept("member", TeamMember, team_of, TEAM)
providers_opened = people_opened("provider", providers_of, PROVIDERS)
keep_providers = people_kept("provider", Provider, providers_of, PROVIDERS)
