"""The files of one record, by name: `X.milepost` with `X.key`, `X.key.bak`, `X.state`, `X.lock`."""

import re
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from app.vault import key_file, lock, wal

SUFFIX = ".milepost"
KEPT = "before-restore"  # before the moment and the name of a record that another has replaced
COMING = ".coming"  # behind the name that a copy gets when it counts
COPIES = r"\.(milepost|milepost-wal|key|key\.bak|state)"


@dataclass(frozen=True)
class Files:
    """Where the parts of one record stand."""

    record: Path

    @property
    def key(self) -> Path:
        return self.record.with_suffix(".key")

    @property
    def spare_key(self) -> Path:
        return self.record.with_suffix(".key.bak")

    @property
    def state(self) -> Path:
        return self.record.with_suffix(".state")

    @property
    def destroyed(self) -> Path:
        """By which marks destroyed files began, so that a restored older record is noticed."""
        return self.record.with_suffix(".destroyed")

    @property
    def lock(self) -> Path:
        return lock.lock_of(self.record)

    @property
    def log(self) -> Path:
        return wal.log_of(self.record)

    @property
    def journal(self) -> Path:
        """What SQLite writes beside a file without a log, while it is copied into."""
        return self.record.with_name(self.record.name + "-journal")

    @property
    def shared(self) -> Path:
        """What SQLite shares between processes while the record is open."""
        return self.record.with_name(self.record.name + "-shm")

    @property
    def snapshot(self) -> Path:
        """The copy of the record that is carried away as a backup."""
        return self.record.with_name(self.record.name + ".snapshot")

    @property
    def next_record(self) -> Path:
        """The record that is about to take this one's place."""
        return self.record.with_name(self.record.name + ".next")

    @property
    def next_key(self) -> Path:
        return self.key.with_name(self.key.name + ".next")

    @property
    def next_state(self) -> Path:
        return self.state.with_name(self.state.name + ".next")

    def aside(self, moment: datetime) -> Path:
        """Return where the record stands while one with new keys takes its place."""
        return self.record.with_name(f"{self._aside}{moment:%Y%m%d-%H%M%S}{SUFFIX}")

    @property
    def snapshots(self) -> tuple[Path, ...]:
        """What a backup that was cut off leaves beside the record."""
        return Files(self.snapshot).own

    def set_aside(self) -> tuple[Path, ...]:
        name = re.compile(re.escape(self._aside) + r"[0-9]{8}-[0-9]{6}" + re.escape(SUFFIX))
        return tuple(part for part in self.record.parent.iterdir() if name.fullmatch(part.name))

    def coming(self) -> tuple[Path, ...]:
        """Return the copies of this record that get their names when another takes its place."""
        own = re.escape(self.record.stem) + COPIES + re.escape(COMING)
        name = re.compile(f"{KEPT}-[0-9]{{8}}-[0-9]{{6}}(-[0-9]+)?-{own}")
        return tuple(part for part in self.record.parent.iterdir() if name.fullmatch(part.name))

    def cut_off(self) -> tuple[Path, ...]:
        """Return the copies from before an upgrade that never came to their end.

        A journal or log beside one says so; but one that was opened as a record is left alone.
        """
        found = self.record.parent.glob(f"{escape(self.record.stem)}-before-upgrade-*{SUFFIX}")
        return tuple(part for copy in map(Files, found) if copy.is_half for part in copy.own)

    @property
    def is_half(self) -> bool:
        """Whether this is a copy that was cut off, and no record that somebody works in."""
        if self.key.exists() or self.state.exists() or self.lock.exists():
            return False
        return self.journal.exists() or self.log.exists() or not self.record.stat().st_size

    @property
    def own(self) -> tuple[Path, ...]:
        """The file itself and what SQLite keeps beside it."""
        return (self.record, self.journal, self.log, self.shared)

    @property
    def _aside(self) -> str:
        return f"{self.record.stem}-before-new-keys-"

    @property
    def swap(self) -> Path:
        """Says that `next_record`, with its key and state, is the record from now on."""
        return self.record.with_suffix(".swap")

    @property
    def all(self) -> tuple[Path, ...]:
        """Every part that belongs to the record and must not be written over."""
        return (
            self.record, self.key, self.spare_key, self.state, self.lock, self.log, self.shared,
            self.next_record, self.next_key, self.next_state, self.swap, self.destroyed,
        )  # fmt: skip

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """What a program that was cut off may leave: parts of a new record, half-written files.

        A snapshot of the record itself is none of them: while the record is open it may be on its
        way to a drive.
        """
        coming = Files(self.next_record)
        written = (self.key, self.spare_key, self.state, self.swap, self.next_key, self.next_state)
        halves = tuple(key_file.half_of(part) for part in written)
        ready = (self.next_record, self.next_key, self.next_state)
        return (*ready, coming.log, coming.shared, coming.journal, *coming.snapshots, *halves)
