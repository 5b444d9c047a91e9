"""What statistics keep of a destroyed file: counts by year and ending, and nothing of the person.

Whatever prints them suppresses small numbers (rules.md 10).
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.episode import Episode, StatusPeriod
from models.sealing import KeptCount


def keep(session: Session, person_id: int) -> None:
    """Add each episode of a person to the counts, before their rows go."""
    episodes = session.scalars(select(Episode).where(Episode.person_id == person_id))
    for episode in episodes.all():
        _count(session, episode)


def _count(session: Session, episode: Episode) -> None:
    admitted = episode.admitted_on is not None
    began = episode.admitted_on or episode.referred_on
    last = select(StatusPeriod.status).where(StatusPeriod.episode_id == episode.id)
    status = session.scalar(
        last.order_by(StatusPeriod.started_on.desc().nulls_last(), StatusPeriod.id.desc()).limit(1)
    )
    told = {"year": began.year if began else None, "admitted": admitted, "status": status}
    same = session.scalars(select(KeptCount).filter_by(**told)).one_or_none()
    if same is None:
        session.add(KeptCount(**told, episodes=1))
        session.flush()
    else:
        same.episodes += 1
