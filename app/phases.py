"""Phases as data: the default set that ships, dated and not yet confirmed by the court."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import paths
from models.phase import Phase, PhaseSet


def add_default(session: Session, *, on: date) -> PhaseSet:
    """Add the five phases that ship (rules.md 11) as the set in force from `on`."""
    template = json.loads(paths.resource("phase_template.json").read_text(encoding="utf-8"))
    phase_set = PhaseSet(
        starts_on=on, source=template["source"], confirmed=template["confirmed"], track=None
    )
    session.add(phase_set)
    session.flush()
    session.add_all(Phase(phase_set_id=phase_set.id, **phase) for phase in template["phases"])
    return phase_set


@dataclass(frozen=True)
class PhasesFacts:
    """The phases in force: since when, where they come from, whether the court confirmed them."""

    starts_on: date
    source: str
    confirmed: bool
    phases: tuple[Any, ...]


def in_force(session: Session) -> PhasesFacts | None:
    """Return the newest phases without a track of their own, None where there are none."""
    number = current_set(session)
    found = session.get(PhaseSet, number) if number is not None else None
    if found is None:
        return None
    query = select(Phase.__table__).where(Phase.phase_set_id == found.id).order_by(Phase.number)
    return PhasesFacts(
        found.starts_on, found.source, found.confirmed, tuple(session.execute(query))
    )


def current_set(session: Session) -> int | None:
    """Return the newest phase set without a track of its own."""
    newest = select(PhaseSet.id).where(PhaseSet.track.is_(None)).order_by(PhaseSet.id.desc())
    return session.scalar(newest.limit(1))
