"""The court's own profile: what screens and pages say of it, and how it is set right."""

import unicodedata
from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.base import limit_of
from models.court import Court
from models.errors import BadInput

# The clocks of the United States, from the east; any other of the zone database can be typed.
ZONES = (
    ("eastern", "America/New_York"),
    ("central", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("arizona", "America/Phoenix"),
    ("pacific", "America/Los_Angeles"),
    ("alaska", "America/Anchorage"),
    ("hawaii", "Pacific/Honolulu"),
    ("atlantic", "America/Puerto_Rico"),
    ("guam", "Pacific/Guam"),
    ("samoa", "Pacific/Pago_Pago"),
)


@dataclass(frozen=True)
class Profile:
    """What a court says of itself."""

    name: str
    time_zone: str
    county: str | None = None
    judge: str | None = None
    place: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class CourtFacts(Profile):
    """The court whose record is open."""

    record_id: str = ""


def facts(session: Session) -> CourtFacts:
    names = [field.name for field in fields(CourtFacts)]
    row = session.execute(select(*(getattr(Court, name) for name in names))).one()
    return CourtFacts(**row._asdict())


def time_zone(engine: Engine) -> str:
    """Return the zone of the court's clock; needed before there is a desk."""
    with engine.connect() as connection:
        return connection.execute(select(Court.time_zone)).scalar_one()


def mistakes(profile: Profile) -> dict[str, BadInput]:
    """Return what cannot be kept as it is, by field."""
    found: dict[str, BadInput] = {}
    for field in fields(Profile):
        text = getattr(profile, field.name) or ""
        limit = limit_of(Court, field.name) or 0
        if len(text) > limit:
            found[field.name] = BadInput("profile.too-long", limit=limit, length=len(text))
        elif any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text):
            found[field.name] = BadInput("profile.characters")
    if not profile.name.strip():
        found["name"] = BadInput("profile.no-name")
    if "time_zone" not in found and not is_zone(profile.time_zone):
        found["time_zone"] = BadInput("record.zone", zone=profile.time_zone)
    return found


def save_profile(session: Session, profile: Profile) -> None:
    """Keep what the court says of itself.

    Raises:
        BadInput: a part cannot be kept as it is; the first one says why.
    """
    for mistake in mistakes(profile).values():
        raise mistake
    row = session.scalars(select(Court)).one()
    for field in fields(Profile):
        setattr(row, field.name, getattr(profile, field.name) or None)


def is_zone(name: str) -> bool:
    """Whether the computer knows a time zone of this name."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True
