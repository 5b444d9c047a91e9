"""How far the trail was found whole: an event that the chain itself vouches for says so.

Nobody without the audit key can write such an event, so a later verification may begin behind it.
From time to time one begins with the first event all the same.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app import clock
from app.trail_walk import CHAIN, EDITED, Place, Walk, chain_keys, is_whole
from models import trail
from models.audit import mark_of
from models.trail import Event

ENTITY = "audit"
VERIFIED, BROKEN = "verified", "not-verified"
# An old event that was changed is found at the latest after so long.
WHOLE_EVERY = timedelta(days=30)
# So few events are verified once more sooner than one is added that says so.
WORTH_KEEPING = 500
# The most findings that stand in one event.
MOST_TOLD = 20

CHECKS = f"{CHAIN} WHERE entity = '{ENTITY}' ORDER BY seq DESC"
AT = f"{CHAIN} WHERE seq = ?"


@dataclass(frozen=True)
class Check:
    """One verification that was written down: when, whether all was whole, from where to where."""

    at: datetime
    is_good: bool
    begun: int
    reached: int
    mark: str | None


def checks(connection: Connection, key: bytes) -> list[Check]:
    """Return the verifications on file since the last whole one, the newest first."""
    found = []
    chain = chain_keys(connection, key)
    for row in connection.exec_driver_sql(CHECKS):
        if is_whole(row, chain, row.prev) and (check := _check(row)):
            found.append(check)
            if check.is_good and check.begun == 0:
                break
    return found


def due(connection: Connection, key: bytes) -> Walk:
    """Return the verification that is due now: what is new, or everything."""
    known = checks(connection, key)
    if not known or not all(each.is_good for each in known) or not _is_recent(known[-1]):
        return Walk(key)
    return Walk(key, _place(connection, known[0]))


def keep(session: Session, walk: Walk) -> bool:
    """Write down what a verification found; False where it is not worth an event."""
    far = walk.is_whole or walk.at.seq - walk.begun.seq >= WORTH_KEEPING
    if not walk.problems and not far:
        return False
    told: dict[str, list[Any]] = {"begun": [None, walk.begun.seq]}
    if walk.problems:
        kinds = [f"{each.kind} {each.seq}" for each in walk.problems[:MOST_TOLD]]
        told |= {"problems": [None, len(walk.problems)], "found": [None, "; ".join(kinds)]}
    else:
        told["mark"] = [None, mark_of(walk.at.seq, walk.at.mac)]
    action = BROKEN if walk.problems else VERIFIED
    trail.record(session, Event(action, ENTITY, walk.at.seq, changes=told))
    return True


def _is_recent(whole: Check) -> bool:
    """Whether everything was verified not long ago; a clock that was put back tells nothing."""
    known = whole.begun == 0
    return known and timedelta(0) <= clock.now() - whole.at < WHOLE_EVERY


def _place(connection: Connection, check: Check) -> Place:
    """Return where a verification ended; the beginning where that event is not there any more."""
    row = connection.exec_driver_sql(AT, (check.reached,)).one_or_none()
    if row is None or not row.mac or mark_of(row.seq, row.mac) != check.mark:
        return Place()
    return Place(row.seq, row.mac)


def _check(row: Any) -> Check | None:
    with suppress(*EDITED):
        told = json.loads(row.body)["changes"]
        at = datetime.fromisoformat(row.at).replace(tzinfo=UTC)
        mark = told.get("mark", [None, None])[1]
        return Check(at, row.action == VERIFIED, told["begun"][1], row.entity_id, mark)
    return None
