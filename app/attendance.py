"""Sessions that somebody was scheduled for, and whether they were there."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.service import Attendance, ServiceSession


def scheduled(connection: Connection, episode_id: int, first: date, last: date) -> list[Any]:
    """Return attendance with its session from `first` to `last`, by day."""
    query = (
        select(
            Attendance.id,
            Attendance.outcome,
            Attendance.reason,
            Attendance.verified,
            ServiceSession.kind,
            ServiceSession.title,
            ServiceSession.held_on,
        )
        .join(ServiceSession, ServiceSession.id == Attendance.service_session_id)
        .where(Attendance.episode_id == episode_id, ServiceSession.held_on.between(first, last))
        .order_by(ServiceSession.held_on, Attendance.id)
    )
    return list(connection.execute(query))
