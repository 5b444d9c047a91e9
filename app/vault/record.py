"""An open record: opened with every failure told apart, and closed so that tampering shows."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from filelock import BaseFileLock
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app import audit, clock, court, upgrade
from app.desk import Desk, sorted_failures, trouble_of
from app.vault import key_file, lock, seal, state, swap, versions, wal
from app.vault.files import Files
from app.vault.state import State
from app.vault.unlock import Secret, Unlocked, unlock
from models import engine as engines
from models import trail
from models.audit import mark_of
from models.errors import Damaged, InUse, NoSpace, NoSuchThing, Trouble, WrongSecret
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

    def close(self, *, told: bool = False) -> None:
        """Close in order: the closing chained, the log folded in, the seal set, the lock let go.

        Findings stay in the state until a check has `told` them: the new seal hides their cause.
        """
        try:
            with sorted_failures():
                self._close(() if told else kept_of(self.findings))
        finally:
            self.engine.dispose()
            self.lock.release()

    def _close(self, findings: tuple[str, ...]) -> None:
        self.engine.dispose()  # a connection that met a damaged page can write no more
        with self.desk.work() as session:
            trail.record(session, Event("locked"))
            seq, mac = trail.head(session)
        self._fold_in()
        self.engine.dispose()
        closed = State(
            clean=True,
            audit_seq=seq,
            audit_mark=mark_of(seq, mac),
            seal=seal.seal_of(self.files.record, self.unlocked.keys.seal),
            latest=clock.now().isoformat(),
            findings=findings,
        )
        state.write(self.files.state, closed.signed(self.unlocked.keys.seal))

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
    if not path.is_file() and not files.swap.exists():
        raise NoSuchThing("record.missing")
    _refuse_second_name(files)
    try:
        held = lock.take(path)
    except NoSpace:
        # A wrong passphrase is told before a folder that cannot be written.
        engines.look_at(path)
        unlock(files, secret)
        raise
    try:
        with sorted_failures():
            swap.finish(files)
            return _open(files, secret, held)
    except BaseException:
        held.release()
        raise


def _refuse_second_name(files: Files) -> None:
    """Refuse what the lock could not guard, and what no lock may be left beside.

    The lock stands under one name, so a second name of the same file would have a lock of its own.
    """
    if not files.record.exists():  # a restored one is about to take this place
        return
    with sorted_failures():
        if files.record.stat().st_nlink > 1:
            raise InUse("record.two-names")
        if not files.lock.exists():
            engines.look_at(files.record)


def _open(files: Files, secret: Secret, held: BaseFileLock) -> Record:
    engines.look_at(files.record)
    unlocked = _unlock_counted(files, secret)
    before = _before(files, unlocked)
    engine = _engine(files, unlocked)
    try:
        _keep_findings(files, unlocked, before)
        done = None
        if upgrade.needed(engine):
            engine.dispose()
            done = upgrade.run(files.record, unlocked.keys.record)
            engine = engines.open_engine(files.record, unlocked.keys.record)
        before = before.noticed(_look_inside(engine, before.kept))
        zone = court.time_zone(engine)
        desk = Desk(engine, holder=unlocked.holder, audit_key=unlocked.keys.audit, zone=zone)
        _begin(files, desk, unlocked, before, done)
        return Record(files, desk, engine, unlocked, held, before.findings, done is not None)
    except BaseException:
        engine.dispose()
        raise


@dataclass(frozen=True)
class _Before:
    """What the files told before the record was opened, and what is noticed about it."""

    kept: State | None  # None also where its code does not fit
    failed_unlocks: int
    findings: tuple[str, ...]

    def noticed(self, kinds: tuple[str, ...]) -> "_Before":
        """Return the same with `kinds`, each told once."""
        return replace(self, findings=tuple(dict.fromkeys((*self.findings, *kinds))))

    def state(self) -> State:
        """Return the state as it was, with what must not be forgotten."""
        kept = self.kept or State()
        findings = kept_of(self.findings)
        return replace(kept, findings=findings, failed_unlocks=self.failed_unlocks)


def kept_of(findings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the findings that the next opening could not notice again."""
    return tuple(kind for kind in findings if kind in state.KEPT_FINDINGS)


def _before(files: Files, unlocked: Unlocked) -> _Before:
    found = state.read(files.state)
    kept = found if found is not None and found.is_signed(unlocked.keys.seal) else None
    failed = found.failed_unlocks if found is not None else 0
    before = _Before(kept, failed, _look_outside(files, unlocked, kept))
    return before.noticed(kept.findings if kept is not None else ())


def _keep_findings(files: Files, unlocked: Unlocked, before: _Before) -> None:
    # The first connection folds a log in and takes it away: whatever stops the opening from here
    # on, what was noticed about the files must be told at the next one.
    if kept_of(before.findings):
        state.write(files.state, before.state().signed(unlocked.keys.seal))


def _begin(
    files: Files, desk: Desk, unlocked: Unlocked, before: _Before, done: upgrade.Upgraded | None
) -> None:
    """Chain the opening; the failed unlocks are forgotten only when the trail holds them."""
    opened = replace(before.state(), clean=False).signed(unlocked.keys.seal)
    state.write(files.state, opened)
    with desk.work() as session:
        if done is not None:
            trail.record(session, Event("upgraded", changes=_upgrade_words(done)))
        trail.record(session, _unlock_event(before))
    if before.failed_unlocks:
        state.write(files.state, replace(opened, failed_unlocks=0))


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
    lost = wal.walk(files.log).lost
    if lost or _put_back(files, kept):
        _keep_aside(files.log)
    if lost:
        found.append("wal")
    if not _sealed(files, unlocked, kept):
        found.append("seal")
    return tuple(found)


def _sealed(files: Files, unlocked: Unlocked, kept: State | None) -> bool:
    """Whether the file is as it was closed; after a crash there is no seal to compare."""
    if kept is None or _put_back(files, kept):
        return False
    return not kept.clean or kept.seal == seal.seal_of(files.record, unlocked.keys.seal)


def _put_back(files: Files, kept: State | None) -> bool:
    """Whether there is a log that no crash left: it would lay old pages over the new."""
    crashed = kept is not None and not kept.clean
    return not crashed and files.log.exists() and files.log.stat().st_size > 0


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
        there = audit.holds(connection, kept.audit_mark or "")
    return () if there else ("audit-tail",)


def _upgrade_words(done: upgrade.Upgraded) -> dict[str, list[str | None]]:
    return {"revision": [done.before, done.after], "snapshot": [None, done.snapshot.name]}


def _unlock_event(before: _Before) -> Event:
    failed = before.failed_unlocks
    changes: dict[str, list[Any]] = {"failed_unlocks": [None, failed]} if failed else {}
    if before.findings:
        changes["findings"] = [None, " ".join(before.findings)]
    return Event("unlocked", changes=changes or None)
