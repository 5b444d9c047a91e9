"""Putting another record in the place of this one, so that a crash leaves the old or the new.

The parts of the new record are written beside the old ones, whole and synced. Then a marker is
written, and from that moment on the new record is the one: whoever opens it next finishes what was
begun. Without the marker the new parts are only leftovers. No key is needed for any of it.
"""

import json
import os

from app.vault.files import COMING, Files
from app.vault.key_file import sync_folder, write_whole
from models.errors import NoSpace

MARKER = {"v": 1}


def carry_out(files: Files) -> None:
    """Let the record and key file that stand ready as `.next` take the place of the present ones.

    A state that stands ready goes with them; without one nothing says how the record was closed.
    Copies of the present ones that end in `.coming` get their names first.
    The caller has kept a copy of the present ones, holds the lock, and has no connection open.

    Raises:
        NoSpace: the new ones are in force, and the next opening finishes what the drive refused.
        OSError: the present ones are in force.
    """
    for part in (files.next_record, files.next_key):
        _sync(part)
    write_whole(files.swap, json.dumps(MARKER).encode())
    try:
        finish(files)
    except OSError as error:
        raise NoSpace("swap.later") from error


def finish(files: Files) -> bool:
    """Finish a swap that was begun, or clear away what never became one; only under the lock.

    Returns whether a begun swap was finished.
    """
    if not files.swap.exists():
        drop(files)
        return False
    for part in files.coming():
        part.replace(part.with_name(part.name.removesuffix(COMING)))
    sync_folder(files.record.parent)
    if files.next_record.exists():
        # An earlier log would lay its pages over the new record. It goes first, and while it is
        # gone nobody can open the earlier record: this is finished before.
        for earlier in (files.log, files.shared, files.state):
            earlier.unlink(missing_ok=True)
        files.next_record.replace(files.record)
    if files.next_key.exists():
        write_whole(files.spare_key, files.next_key.read_bytes())
        files.next_key.replace(files.key)
    if files.next_state.exists():
        files.next_state.replace(files.state)
    sync_folder(files.record.parent)
    files.swap.unlink()
    sync_folder(files.record.parent)
    return True


def drop(files: Files) -> None:
    """Remove the parts of a new record that never took the old one's place."""
    for part in (*files.leftovers, *files.coming(), *files.cut_off()):
        part.unlink(missing_ok=True)


def _sync(part: os.PathLike[str]) -> None:
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
