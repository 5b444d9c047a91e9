"""The state file beside a record: what it was like when it was last closed; no secret, no name.

Its code is under the seal key: anybody can write this file, and a forged one could hide that an
older record was put back. Only the failed unlocks stand outside it, for no key is at hand then.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.vault import own_file
from app.vault.key_file import write_whole

VERSION = 1
# What stays to be told until a check has told it: closing would seal over it.
KEPT_FINDINGS = ("wal", "seal", "audit-tail")
UNSIGNED = frozenset({"mac", "failed_unlocks"})


@dataclass(frozen=True)
class State:
    """What is kept beside the record between openings; None where it is not known."""

    v: int = VERSION
    clean: bool = False  # closed in order, so that the seal must fit
    audit_seq: int | None = None
    audit_mark: str | None = None
    seal: str | None = None
    latest: str | None = None  # the latest moment seen, to notice a clock that went back
    findings: tuple[str, ...] = ()  # noticed at an opening, and told by no check yet
    failed_unlocks: int = 0
    mac: str | None = None

    def signed(self, key: bytes) -> "State":
        """Return this state with its code under the seal key."""
        return replace(self, mac=self._code(key))

    def is_signed(self, key: bytes) -> bool:
        told = (self.mac or "").encode("utf-8", "surrogatepass")
        return hmac.compare_digest(told, self._code(key).encode())

    def _code(self, key: bytes) -> str:
        covered = {name: part for name, part in asdict(self).items() if name not in UNSIGNED}
        text = json.dumps(covered, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def read(path: Path) -> State | None:
    """Return the state at `path`; None where it is missing or unreadable, which is not silent."""
    try:
        with own_file.opened(path) as file:
            plain = json.loads(file.read().decode("utf-8"))
        known = {name: plain[name] for name in asdict(State()) if name in plain}
        known["findings"] = _findings(known.get("findings", []))
        found = State(**known)
        return found if plain["v"] == VERSION and _is_plausible(found) else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _findings(told: Any) -> tuple[str, ...]:
    if type(told) is not list or any(kind not in KEPT_FINDINGS for kind in told):
        raise ValueError("no kinds of ours")
    return tuple(told)


def _is_plausible(state: Any) -> bool:
    """Whether every part is of its kind: anybody can write this file."""
    texts = (state.audit_mark, state.seal, state.latest, state.mac)
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
    # a crash: without a code of ours this counts as missing at the next opening too.
    state = read(path) or State(clean=True)
    counted = replace(state, failed_unlocks=state.failed_unlocks + 1)
    write(path, counted)
    return counted
