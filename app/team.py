"""The people around a court, as forms offer them: its team and the providers it works with."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.answers import Option
from models.court import TeamMember, TeamRole
from models.service import Provider

# What a lookup of a form offers of the team.
OFFERED: dict[str, frozenset[TeamRole]] = {
    "team": frozenset(TeamRole),
    "judges": frozenset({TeamRole.JUDGE}),
    "attorneys": frozenset({TeamRole.DEFENSE}),
}


def lookups(session: Session) -> dict[str, Sequence[Option]]:
    """Return every list of people that a form may offer, by its name."""
    members = session.execute(
        select(TeamMember.name, TeamMember.role).where(TeamMember.ended_on.is_(None))
    ).all()
    providers = session.execute(
        select(Provider.id, Provider.name)
        .where(Provider.ended_on.is_(None))
        .order_by(Provider.name)
    ).all()
    offered: dict[str, Sequence[Option]] = {
        name: [Option(row.name, row.name) for row in members if row.role in roles]
        for name, roles in OFFERED.items()
    }
    return offered | {"providers": [Option(str(row.id), row.name) for row in providers]}
