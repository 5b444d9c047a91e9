"""The state file beside a record: what it was like when it was last closed; no secret, no name."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.vault.key_file import write_whole

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
        found = State(**known)
        return found if plain["v"] == VERSION and _is_plausible(found) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _is_plausible(state: Any) -> bool:
    """Whether every part is of its kind: anybody can write this file."""
    texts = (state.audit_mark, state.seal, state.latest)
    numbers = (state.failed_unlocks, state.audit_seq or 0)
    return (
        type(state.clean) is bool
        and all(text is None or type(text) is str for text in texts)
        and all(type(number) is int and 0 <= number < 2**63 for number in numbers)
    )


def write(path: Path, state: State) -> None:
    """Write the state whole or not at all."""
    write_whole(path, json.dumps(asdict(state), sort_keys=True).encode())


def count_failure(path: Path) -> State:
    """Count one unlock that failed; it enters the trail at the next one that succeeds."""
    # Where nothing says how the record was closed, a wrong passphrase must not make that look like
    # a crash: closed in order and with no seal, it is noticed at the next opening.
    state = read(path) or State(clean=True)
    counted = replace(state, failed_unlocks=state.failed_unlocks + 1)
    write(path, counted)
    return counted
