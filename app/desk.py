"""The desk: one session, one transaction, one signature and one announcement a user action."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app import clock, court, standing
from app.events import Changed, Listener
from models import trail
from models.errors import Damaged, InUse, NoSpace, Trouble
from models.trail import Stamp

# What the driver says, and what it means for the person at the screen.
FAILURES: tuple[tuple[str, Callable[[], Trouble]], ...] = (
    ("disk is full", lambda: NoSpace("space.full")),
    ("readonly database", lambda: NoSpace("space.read-only")),
    ("disk I/O error", lambda: NoSpace("space.gone")),
    ("unable to open database file", lambda: NoSpace("space.gone")),
    ("is locked", lambda: InUse("record.in-use")),
    ("malformed", lambda: Damaged("record.damaged", problem="page")),
    ("not a database", lambda: Damaged("record.damaged", problem="page")),
)


DRIVE_FAILURES = {
    errno.ENOSPC: "space.full",
    errno.EDQUOT: "space.full",
    errno.EROFS: "space.read-only",
    errno.EACCES: "space.read-only",
    errno.EPERM: "space.read-only",
    # What drives answer when they are gone: a stick that was pulled, or whoever stood behind it.
    errno.EISDIR: "space.in-the-way",
    errno.EIO: "space.gone",
    errno.ENODEV: "space.gone",
    errno.ENXIO: "space.gone",
    errno.ESTALE: "space.gone",
    errno.ENOTCONN: "space.gone",
    errno.ECONNABORTED: "space.gone",
}


class Desk:
    """Where work on an open record is done; every change is signed by its holder."""

    def __init__(self, engine: Engine, *, holder: str, audit_key: bytes, zone: str) -> None:
        self.holder = holder
        self.zone = zone
        self._engine = engine
        self._reading = engine.execution_options(reading=True)
        self._audit_key = audit_key
        self._listeners: list[Listener] = []
        self._is_open = True

    def today(self) -> date:
        """Return the day it is in the court."""
        return clock.today(self.zone)

    def local(self, moment: datetime) -> datetime:
        """Return `moment` by the court's clock."""
        return clock.local(moment, self.zone)

    def listen(self, listener: Listener) -> None:
        """Call `listener` after every commit, in the thread that made it."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Let every connection go and take no more work; the vault closes the record itself."""
        self._is_open = False
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the record and cannot change it.

        Raises:
            InUse: the desk is closed.
        """
        self._refuse_closed()
        with sorted_failures(), Session(self._reading, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def work(self, reason: str | None = None) -> Iterator[Session]:
        """Give a session whose changes are committed whole, with their trail, or not at all.

        Raises:
            InUse: the desk is closed: its lock is gone, and another program may be writing.
        """
        self._refuse_closed()
        stamp = Stamp(self.holder, clock.now, self._audit_key, reason)
        with sorted_failures(), Session(self._engine, expire_on_commit=False) as session:
            trail.install(session, stamp)
            with session.begin():
                yield session
                session.flush()
                people = standing.touched(session, stamp.people, stamp.altered)
                standing.refresh(session, people, today=self.today())
        if "court" in stamp.altered:
            self.zone = court.time_zone(self._engine)
        if stamp.tables:
            changed = Changed(frozenset(stamp.tables))
            for listener in self._listeners:
                listener(changed)

    def _refuse_closed(self) -> None:
        if not self._is_open:
            raise InUse("record.closed")


@contextmanager
def sorted_failures() -> Iterator[None]:
    """Turn the world's faults, as driver and system word them, into troubles; ours pass through."""
    try:
        yield
    except DBAPIError as error:
        trouble = trouble_of(str(error.orig))
        if trouble is None:
            raise
        raise trouble from error
    except MemoryError as error:
        # What the cipher answers where the drive does not give it a page.
        raise NoSpace("space.gone") from error
    except OSError as error:
        key = DRIVE_FAILURES.get(error.errno or 0)
        if key is None:
            raise
        raise NoSpace(key) from error


def trouble_of(words: str) -> Trouble | None:
    """Return what the driver's words mean for a person, None where it is a fault of ours."""
    return next((trouble() for part, trouble in FAILURES if part in words), None)
