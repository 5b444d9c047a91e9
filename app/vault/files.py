"""The files of one record, by name: `X.milepost` with `X.key`, `X.key.bak`, `X.state`, `X.lock`."""

from dataclasses import dataclass
from pathlib import Path

from app.vault import lock, wal

SUFFIX = ".milepost"


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
    def lock(self) -> Path:
        return lock.lock_of(self.record)

    @property
    def log(self) -> Path:
        return wal.log_of(self.record)
