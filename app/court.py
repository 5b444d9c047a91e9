"""The court's own profile, as screens and pages need it."""

from dataclasses import dataclass

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.court import Court


@dataclass(frozen=True)
class CourtFacts:
    """The court whose record is open."""

    name: str
    time_zone: str
    record_id: str


def facts(session: Session) -> CourtFacts:
    row = session.execute(select(Court.name, Court.time_zone, Court.record_id)).one()
    return CourtFacts(row.name, row.time_zone, row.record_id)


def time_zone(engine: Engine) -> str:
    """Return the zone of the court's clock; needed before there is a desk."""
    with engine.connect() as connection:
        return connection.execute(select(Court.time_zone)).scalar_one()
