"""The sample court's own people: its profile where nobody has written one, and its team."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo import material
from models.court import Court, TeamMember, TeamRole


def fill(session: Session) -> None:
    """Say who presides and where, and put the team on file; a profile on file stays as it is."""
    data = material.read("court")
    row = session.scalars(select(Court)).one_or_none()  # a measurement needs no court
    for column in ("county", "judge", "place", "phone") if row is not None else ():
        if getattr(row, column) is None:
            setattr(row, column, data[column])
    session.add_all(
        TeamMember(name=name, role=TeamRole(role), agency=agency)
        for name, role, agency in data["team"]
    )
    session.flush()
