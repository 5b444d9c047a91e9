"""An open record: opened with every failure told apart, and closed so that tampering shows."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import BaseFileLock
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from app import audit, court, upgrade
from app.desk import Desk, sorted_failures, trouble_of
from app.vault import closing, key_file, lock, noticed, seal, slots, state, swap, versions
from app.vault.files import Files
from app.vault.key_file import KeyFile
from app.vault.noticed import Before
from app.vault.slots import Stand
from app.vault.state import State
from app.vault.unlock import (
    SHEET_HOLDER,
    Secret,
    Unlocked,
    key_files_if_any,
    unlock,
    ways,
)
from models import engine as engines
from models import trail
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
    closed: bool = False

    def has_keys(self, file: KeyFile) -> None:
        """Take note of the key file that now stands beside the record."""
        self.unlocked = replace(self.unlocked, file=file, altered=False)

    def close(self, *, told: bool = False) -> None:
        """Close in order: the closing chained, the log folded in, the seal set, the lock let go.

        Findings stay in the state until a check has `told` them: the new seal hides their cause.

        Raises:
            NoSpace: all that was saved is in the record, and the drive did not take the closing.
        """
        if self.closed:
            return
        try:
            with sorted_failures():
                self._end(told=told)
        except NoSpace as trouble:
            raise NoSpace("record.not-closed") from trouble
        finally:
            self.let_go()

    def _end(self, *, told: bool) -> None:
        key = self.unlocked.keys.seal
        ended = closing.close(self.engine, self.desk, self.files.record, key)
        left = () if told else noticed.kept_of(self.findings)
        state.write(self.files.state, replace(ended, findings=left).signed(key))

    def let_go(self) -> None:
        """Let connections and lock go, where another record has taken this one's place."""
        self.closed = True
        self.desk.close()
        self.lock.release()


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
        with sorted_failures():
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


def settle(files: Files) -> None:
    """Finish a swap that was cut off, unless another program has the record open.

    Raises:
        NoSpace: the drive takes nothing.
    """
    if files.swap.exists():
        with suppress(InUse), sorted_failures():
            held = lock.take(files.record)
            try:
                swap.finish(files)
            finally:
                held.release()


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
    unlocked, before, engine = _fitting(files, secret)
    try:
        noticed.keep(files, unlocked, before)
        done = None
        if upgrade.needed(engine):
            engine.dispose()
            done = _bring_up(files, unlocked, before)
            engine = engines.open_engine(files.record, unlocked.keys.record)
        before = before.noticed(_look_inside(engine, before.kept))
        stand = slots.judge(engine, unlocked, key_files_if_any(files))
        before = _with_slots(before, stand)
        zone = court.time_zone(engine)
        desk = Desk(engine, holder=unlocked.holder, audit_key=unlocked.keys.audit, zone=zone)
        with _contradiction_told():
            _begin(files, desk, unlocked, before, (done, stand))
        _mend(files, unlocked, stand)
        _clear_away(files)
        return Record(files, desk, engine, unlocked, held, before.findings, done is not None)
    except BaseException:
        engine.dispose()
        raise


def _bring_up(files: Files, unlocked: Unlocked, before: Before) -> upgrade.Upgraded:
    """Upgrade the record; one that is cut off meanwhile is not as it was closed, and nobody's harm.

    Where the upgrade is refused the record is as it was, and so is its state.
    """
    closed = state.read(files.state)
    state.write(files.state, replace(before.state(), clean=False).signed(unlocked.keys.seal))
    try:
        return upgrade.run(files.record, unlocked.keys.record)
    except Exception:
        if closed is not None:
            state.write(files.state, closed)
        raise


def _fitting(files: Files, secret: Secret) -> tuple[Unlocked, Before, Engine]:
    """Return the keys that open the record; with two different key files the second is tried too.

    Everything outside is looked at before the first connection, which could change it.
    """
    try:
        tried = [(unlocked, noticed.look(files, unlocked)) for unlocked in ways(files, secret)]
    except WrongSecret:
        _count_failure(files)
        raise
    for unlocked, before in tried:
        with suppress(WrongSecret):
            return unlocked, before, _engine(files, unlocked)
    raise _why_not(files, *tried[0])


def _with_slots(before: Before, stand: Stand | None) -> Before:
    if stand is Stand.EARLIER:
        return before.without("key-file").noticed(("key-file.earlier",))
    # Cut off between the two copies by ourselves: nobody has to hear of it twice.
    cut_off = stand in {Stand.UNFINISHED, Stand.TAKEN_BACK}
    return before.without("key-file") if cut_off else before


def _mend(files: Files, unlocked: Unlocked, stand: Stand | None) -> None:
    """Let both copies be the key file that has just opened the record, unless it is an earlier."""
    if unlocked.file is None or stand in {None, Stand.EARLIER}:
        return
    with suppress(OSError):  # it is told at the next opening again
        for part in (files.key, files.spare_key):
            key_file.write_if_other(part, unlocked.file)


def _clear_away(files: Files) -> None:
    """Remove what was kept while the keys were replaced, and the snapshot of a cut-off backup."""
    for aside in (*files.set_aside(), *files.snapshots):
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _begin(
    files: Files,
    desk: Desk,
    unlocked: Unlocked,
    before: Before,
    done: tuple[upgrade.Upgraded | None, Stand | None],
) -> None:
    """Chain the opening; the failed unlocks are forgotten only when the trail holds them."""
    upgraded, stand = done
    opened = replace(before.state(), clean=False).signed(unlocked.keys.seal)
    state.write(files.state, opened)
    with desk.work() as session:
        if upgraded is not None:
            trail.record(session, Event("upgraded", changes=_upgrade_words(upgraded)))
        trail.record(session, before.event())
        if stand is Stand.UNFINISHED and unlocked.file is not None:
            slots.match(session, unlocked.file, on=desk.today())
            trail.record(session, Event("keys-matched", slots.ENTITY))
    if before.failed_unlocks:
        state.write(files.state, replace(opened, failed_unlocks=0))


@contextmanager
def _contradiction_told() -> Iterator[None]:
    """Tell a record as damaged where an index and its table disagree: an old page is back."""
    try:
        yield
    except IntegrityError as error:
        raise Damaged("record.damaged", problem="page") from error


def _count_failure(files: Files) -> None:
    with suppress(OSError):  # the wrong passphrase is what the person must hear about
        state.count_failure(files.state)


def _engine(files: Files, unlocked: Unlocked) -> Engine:
    engine = engines.open_engine(files.record, unlocked.keys.record)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DBAPIError as error:
        raise trouble_of(str(error.orig)) or Damaged("record.damaged", problem="page") from error
    return engine


def _why_not(files: Files, unlocked: Unlocked, before: Before) -> Trouble:
    """Return why keys that somebody was given do not open the record."""
    # The key file opened, so the passphrase is right and the record is not the one it is for.
    if seal.salt_of(files.record) != unlocked.record_id:
        return Damaged("record.other", problem="other-record")
    if before.kept is not None:  # closed under these keys, so they are right and a page is not
        return Damaged("record.damaged", problem="page")
    under_others = state.read(files.state) is not None  # closed under keys that took their place
    if unlocked.holder == SHEET_HOLDER and (under_others or not unlocked.proved):
        _count_failure(files)
        known = unlocked.doubted or unlocked.proved
        return WrongSecret("sheet.earlier" if known else "sheet.other-record")
    if under_others:
        return Damaged("record.earlier-keys", problem="other-record")
    return Damaged("record.damaged", problem="page")


def _look_inside(engine: Engine, kept: State | None) -> tuple[str, ...]:
    """Return `audit-tail` where the trail no longer holds the event it last ended with."""
    if kept is None or not kept.audit_seq:
        return ()
    with engine.connect() as connection:
        there = audit.holds(connection, kept.audit_mark or "")
    return () if there else ("audit-tail",)


def _upgrade_words(done: upgrade.Upgraded) -> dict[str, list[str | None]]:
    return {"revision": [done.before, done.after], "snapshot": [None, done.snapshot.name]}
