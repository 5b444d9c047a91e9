"""The state file beside a record: what it was like when it was last closed; no secret, no name."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.vault.key_file import sync_folder

VERSION = 1


@dataclass(frozen=True)
class State:
    """What is kept beside the record between openings; None where it is not known."""

    v: int = VERSION
    clean: bool = False  # closed in order, so that the seal must fit
    audit_seq: int | None = None
    audit_mark: str | None = None
    seal: str | None = None
    latest: str | None = None  # the latest moment seen, to notice a clock that went back
    failed_unlocks: int = 0


def read(path: Path) -> State | None:
    """Return the state at `path`; None where it is missing or unreadable, which is not silent."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        known = {name: plain[name] for name in asdict(State()) if name in plain}
        return State(**known) if plain["v"] == VERSION else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write(path: Path, state: State) -> None:
    """Write the state whole or not at all."""
    beside = path.with_name(path.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as target:
        target.write(json.dumps(asdict(state), sort_keys=True))
        target.flush()
        os.fsync(target.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def count_failure(path: Path) -> State:
    """Count one unlock that failed; it enters the trail at the next one that succeeds."""
    state = read(path) or State()
    counted = replace(state, failed_unlocks=state.failed_unlocks + 1)
    write(path, counted)
    return counted
