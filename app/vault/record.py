"""An open record: opened with every failure told apart, and closed so that tampering shows."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from filelock import BaseFileLock
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app import clock, court, upgrade
from app.desk import Desk, sorted_failures, trouble_of
from app.vault import key_file, lock, seal, state, versions, wal
from app.vault.files import Files
from app.vault.state import State
from app.vault.unlock import Secret, Unlocked, unlock
from models import engine as engines
from models import trail
from models.audit import Audit, mark_of
from models.errors import Damaged, NoSpace, NoSuchThing, Trouble, WrongSecret
from models.trail import Event


@dataclass
class Record:
    """The desk to work at, and the kinds of problem that were noticed while opening."""

    files: Files
    desk: Desk
    engine: Engine = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    lock: BaseFileLock = field(repr=False)
    findings: tuple[str, ...] = ()
    upgraded: bool = False

    def close(self) -> None:
        """Close in order: the log folded in, the seal set, the lock let go."""
        try:
            with sorted_failures():
                self._close()
        finally:
            self.engine.dispose()
            self.lock.release()

    def _close(self) -> None:
        with self.desk.read() as session:
            seq, mac = trail.head(session)
        self._fold_in()
        self.engine.dispose()
        closed = State(
            clean=True,
            audit_seq=seq,
            audit_mark=mark_of(seq, mac),
            seal=seal.seal_of(self.files.record, self.unlocked.keys.seal),
            latest=clock.now().isoformat(),
        )
        state.write(self.files.state, closed)

    def _fold_in(self) -> None:
        with self.engine.connect() as connection:
            driver = engines.driver_connection(connection)
            driver.execute("PRAGMA query_only=OFF")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_record(path: Path, secret: Secret) -> Record:
    """Open the record at `path`; the failures come in the order of the command-line contract.

    Raises:
        NoSuchThing, InUse, NotARecord, WrongSecret, Damaged, TooNew, NoSpace
    """
    versions.told()
    path = path.resolve()  # one record has one lock, by whatever name it is called
    files = Files(path)
    if not path.is_file():
        raise NoSuchThing("record.missing")
    try:
        held = lock.take(path)
    except NoSpace:
        # A wrong passphrase is told before a folder that cannot be written.
        engines.look_at(path)
        unlock(files, secret)
        raise
    try:
        with sorted_failures():
            return _open(files, secret, held)
    except BaseException:
        held.release()
        raise


def _open(files: Files, secret: Secret, held: BaseFileLock) -> Record:
    engines.look_at(files.record)
    unlocked = _unlock_counted(files, secret)
    kept = state.read(files.state)
    findings = _look_outside(files, unlocked, kept)
    key = unlocked.keys.record
    engine = _engine(files, unlocked)
    try:
        done = None
        if upgrade.needed(engine):
            engine.dispose()
            done = upgrade.run(files.record, key)
            engine = engines.open_engine(files.record, key)
        findings += _look_inside(engine, kept)
        zone = court.time_zone(engine)
        desk = Desk(engine, holder=unlocked.holder, audit_key=unlocked.keys.audit, zone=zone)
        state.write(files.state, replace(kept or State(), clean=False, failed_unlocks=0))
        with desk.work() as session:
            if done is not None:
                trail.record(session, Event("upgraded", changes=_upgrade_words(done)))
            trail.record(session, _unlock_event(kept, findings))
        return Record(files, desk, engine, unlocked, held, findings, done is not None)
    except BaseException:
        engine.dispose()
        raise


def _unlock_counted(files: Files, secret: Secret) -> Unlocked:
    try:
        return unlock(files, secret)
    except WrongSecret:
        _count_failure(files)
        raise


def _count_failure(files: Files) -> None:
    with suppress(OSError):  # the wrong passphrase is what the person must hear about
        state.count_failure(files.state)


def _engine(files: Files, unlocked: Unlocked) -> Engine:
    engine = engines.open_engine(files.record, unlocked.keys.record)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except WrongSecret:
        raise _why_not(files, unlocked) from None
    except DBAPIError as error:
        raise trouble_of(str(error.orig)) or Damaged("record.damaged", problem="page") from error
    return engine


def _why_not(files: Files, unlocked: Unlocked) -> Trouble:
    """Return why keys that somebody was given do not open the record."""
    if not unlocked.proved:
        _count_failure(files)
        return WrongSecret("sheet.other-record")
    # The key file opened, so the passphrase is right and the record is not the one it is for.
    if seal.salt_of(files.record) != unlocked.record_id:
        return Damaged("record.other", problem="other-record")
    return Damaged("record.damaged", problem="page")


def _look_outside(files: Files, unlocked: Unlocked, kept: State | None) -> tuple[str, ...]:
    """Return what is wrong with the files, before the first connection changes them."""
    found = []
    if unlocked.altered:
        found.append("mac")
    if _spare_differs(files):
        found.append("key-file")
    if wal.walk(files.log).lost:
        _keep_aside(files.log)
        found.append("wal")
    if not _sealed(files, unlocked, kept):
        found.append("seal")
    return tuple(found)


def _sealed(files: Files, unlocked: Unlocked, kept: State | None) -> bool:
    """Whether the file is as it was closed; after a crash there is no seal to compare."""
    if kept is None:
        return False
    if kept.clean and files.log.exists() and files.log.stat().st_size:
        return False  # closing leaves no log: one put back would lay old pages over the new
    return not kept.clean or kept.seal == seal.seal_of(files.record, unlocked.keys.seal)


def _spare_differs(files: Files) -> bool:
    try:
        return key_file.read(files.key) != key_file.read(files.spare_key)
    except Damaged:
        return True


def _keep_aside(log: Path) -> None:
    aside = log.with_name(f"{log.name}-kept-{clock.now():%Y%m%d-%H%M%S}")
    aside.write_bytes(log.read_bytes())


def _look_inside(engine: Engine, kept: State | None) -> tuple[str, ...]:
    """Return `audit-tail` where the trail no longer holds the event it last ended with."""
    if kept is None or not kept.audit_seq:
        return ()
    with engine.connect() as connection:
        columns = Audit.__table__.c
        row = connection.execute(
            Audit.__table__.select().where(columns.seq == kept.audit_seq)
        ).one_or_none()
    there = row is not None and mark_of(row.seq, row.mac) == kept.audit_mark
    return () if there else ("audit-tail",)


def _upgrade_words(done: upgrade.Upgraded) -> dict[str, list[str | None]]:
    return {"revision": [done.before, done.after], "snapshot": [None, done.snapshot.name]}


def _unlock_event(kept: State | None, findings: tuple[str, ...]) -> Event:
    failed = kept.failed_unlocks if kept else 0
    changes: dict[str, list[Any]] = {"failed_unlocks": [None, failed]} if failed else {}
    if findings:
        changes["findings"] = [None, " ".join(findings)]
    return Event("unlocked", changes=changes or None)
