"""Restoring a backup: checked whole beside the record, the present one kept, then swapped in.

Until the swap nothing of the present record has changed; afterwards it stands beside the new one
under a name of its own. It works where there is no record at all, by passphrase or by the sheet.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import BaseFileLock

from app import clock, court, upgrade
from app.backup import container, in_the_way, proving, rows, verifying
from app.backup.verifying import OpenBackup
from app.backup.writing import ROOM
from app.desk import Desk, sorted_failures
from app.vault import lock, seal, state, swap
from app.vault.files import COMING, KEPT, SUFFIX, Files
from app.vault.key_file import sync_folder, write_whole
from app.vault.state import State
from app.vault.unlock import Secret, key_files_if_any
from models import engine as engines
from models import trail
from models.audit import mark_of
from models.backup import Begun
from models.errors import BadInput, NoSpace, NoSuchThing
from models.trail import Event


@dataclass(frozen=True)
class Restored:
    """A record that is back, and where the one stands whose place it took."""

    record: Path
    seq: int
    kept_as: Path | None


def restore(path: Path, target: Path, secret: Secret) -> Restored:
    """Put the record in the backup `path` in the place of `target`, which is kept.

    Raises:
        NoSuchThing, InUse, NotARecord, WrongSecret, Damaged, TooNew, NoSpace, BadInput: nothing
            of the present record has changed.
    """
    files = in_the_way.files_of(target)
    _refuse(path, files)
    if in_the_way.is_there(files):
        # A wrong passphrase is told before what stands in the way, as before a drive that is full.
        verifying.open_backup(path, secret)
        raise NoSpace("space.in-the-way")
    new_here = not files.lock.exists()
    try:
        held = lock.take(files.record)
    except NoSpace:
        # A wrong passphrase is told before a folder that cannot be written.
        verifying.open_backup(path, secret)
        raise
    try:
        with sorted_failures():
            swap.finish(files)
            return _restore(verifying.open_backup(path, secret), files)
    except BaseException:
        _let_go(held, files, forget=new_here and not files.record.exists())
        raise
    finally:
        held.release()


def _refuse(path: Path, files: Files) -> None:
    if not path.is_file():
        raise NoSuchThing("file.missing", file=path.name)
    if not files.record.parent.is_dir():
        raise NoSuchThing("record.no-folder")


def _let_go(held: BaseFileLock, files: Files, *, forget: bool) -> None:
    """Leave nothing behind in a folder where nothing was restored."""
    if forget:
        files.lock.unlink(missing_ok=True)  # before another program can take it
    held.release()


def _restore(opened: OpenBackup, files: Files) -> Restored:
    proving.refuse_newer(opened)
    _refuse_small(opened, files)
    if files.record.suffix != SUFFIX:
        raise BadInput("record.suffix", suffix=SUFFIX)
    _refuse_foreign(opened, files)
    try:
        proving.lay_out(opened, files.next_record)
        kept_as = _kept_name(files) if files.record.exists() else None
        state.write(files.next_state, _begin_branch(opened, files, kept_as))
        write_whole(files.next_key, _key_file(opened))
        if kept_as is not None:
            _keep(files, kept_as)
    except BaseException:
        swap.drop(files)
        raise
    swap.carry_out(files)
    return Restored(files.record, opened.head.seq, kept_as)


def _refuse_foreign(opened: OpenBackup, files: Files) -> None:
    """Refuse to put another court's record in the place of this one; a name of its own is free."""
    if not files.record.exists() or files.record.stat().st_size < seal.SALT_BYTES:
        return
    # A record whose first page is damaged is still known by its key file.
    known = {seal.salt_of(files.record), *(each.record_id for each in key_files_if_any(files))}
    if opened.head.record_id not in known:
        raise BadInput("backup.other-record", court=opened.manifest.court)


def _refuse_small(opened: OpenBackup, files: Files) -> None:
    present = files.record.stat().st_size if files.record.exists() else 0
    if shutil.disk_usage(files.record.parent).free < (opened.layout.snapshot + present) * ROOM:
        raise NoSpace("space.full")


def _begin_branch(opened: OpenBackup, files: Files, kept_as: Path | None) -> State:
    """Make the restored record one of its own line, and return how it was left.

    It is done before the swap, so that no copy ever counts its backups on with the earlier one's.
    """
    upgrade.bring_up(files.next_record, opened.keys.record)
    engine = engines.open_engine(files.next_record, opened.keys.record)
    try:
        zone = court.time_zone(engine)
        desk = Desk(engine, holder=opened.holder, audit_key=opened.keys.audit, zone=zone)
        kept = kept_as.name if kept_as is not None else None
        with desk.work() as session:
            machine = rows.machine_mark(opened.keys.seal, files.next_record)
            rows.begin_branch(session, machine, Begun.RESTORED)
            session.flush()
            told: dict[str, list[Any]] = {
                "backup": [None, opened.head.seq],
                "kept_as": [None, kept],
            }
            trail.record(session, Event("restored", changes=told))
            seq, mac = trail.head(session)
    finally:
        engine.dispose()
    ended = State(
        clean=True,
        audit_seq=seq,
        audit_mark=mark_of(seq, mac),
        seal=seal.seal_of(files.next_record, opened.keys.seal),
        latest=clock.now().isoformat(),
    )
    return ended.signed(opened.keys.seal)


def _key_file(opened: OpenBackup) -> bytes:
    return container.named(opened.head, opened.manifest).signed(opened.keys).to_bytes()


def _kept_name(files: Files) -> Path:
    moment, number = clock.now(), 1
    while True:  # two restores in one second keep two records
        again = f"-{number}" if number > 1 else ""
        name = f"{KEPT}-{moment:%Y%m%d-%H%M%S}{again}-{files.record.name}"
        kept = files.record.with_name(name)
        if not kept.exists():
            return kept
        number += 1


def _keep(files: Files, kept_as: Path) -> None:
    """Copy every part of the present record, its unfinished log too; the swap gives the names.

    Half a record must not look like one, and until the swap there is nothing to be kept from.
    """
    kept = Files(kept_as)
    pairs = (
        (files.record, kept.record), (files.log, kept.log), (files.key, kept.key),
        (files.spare_key, kept.spare_key), (files.state, kept.state),
    )  # fmt: skip
    for source, copy in pairs:
        if source.exists():
            _copy(source, copy.with_name(copy.name + COMING))
    sync_folder(kept_as.parent)


def _copy(source: Path, copy: Path) -> None:
    with source.open("rb") as reading, copy.open("xb") as writing:
        copy.chmod(0o600)
        shutil.copyfileobj(reading, writing, container.BLOCK)
        writing.flush()
        os.fsync(writing.fileno())
