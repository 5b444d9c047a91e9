"""What is wrong with the files of a record, noticed before the first connection changes them.

What the next opening could not notice again stays in the state file until a check has told it.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app import clock
from app.vault import key_file, own_file, seal, state, wal
from app.vault.files import Files
from app.vault.state import State
from app.vault.unlock import Unlocked
from models.errors import Damaged
from models.trail import Event


@dataclass(frozen=True)
class Before:
    """What the files told before the record was opened, and what is noticed about it."""

    kept: State | None  # None also where its code does not fit
    failed_unlocks: int
    findings: tuple[str, ...]

    def noticed(self, kinds: tuple[str, ...]) -> "Before":
        """Return the same with `kinds`, each told once."""
        return replace(self, findings=tuple(dict.fromkeys((*self.findings, *kinds))))

    def without(self, kind: str) -> "Before":
        """Return the same without `kind`, which was of our own doing and is put right."""
        return replace(self, findings=tuple(each for each in self.findings if each != kind))

    def state(self) -> State:
        """Return the state as it was, with what must not be forgotten."""
        kept = self.kept or State()
        findings = kept_of(self.findings)
        return replace(kept, findings=findings, failed_unlocks=self.failed_unlocks)

    def event(self) -> Event:
        """Return the opening as the trail keeps it."""
        changes: dict[str, list[Any]] = {}
        if self.failed_unlocks:
            changes["failed_unlocks"] = [None, self.failed_unlocks]
        if self.findings:
            changes["findings"] = [None, " ".join(self.findings)]
        return Event("unlocked", changes=changes or None)


def kept_of(findings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the findings that the next opening could not notice again."""
    return tuple(kind for kind in findings if kind in state.KEPT_FINDINGS)


def look(files: Files, unlocked: Unlocked) -> Before:
    """Look at a closed record with its keys at hand."""
    found = state.read(files.state)
    kept = found if found is not None and found.is_signed(unlocked.keys.seal) else None
    failed = found.failed_unlocks if found is not None else 0
    before = Before(kept, failed, _look_outside(files, unlocked, kept))
    return before.noticed(kept.findings if kept is not None else ())


def keep(files: Files, unlocked: Unlocked, before: Before) -> None:
    # The first connection folds a log in and takes it away: whatever stops the opening from here
    # on, what was noticed about the files must be told at the next one.
    if kept_of(before.findings):
        state.write(files.state, before.state().signed(unlocked.keys.seal))


def _look_outside(files: Files, unlocked: Unlocked, kept: State | None) -> tuple[str, ...]:
    found = []
    if unlocked.altered:
        found.append("mac")
    if _spare_differs(files):
        found.append("key-file")
    own_file.refuse_others(files.log, files.shared, files.journal)
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
