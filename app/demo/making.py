"""A whole sample court in a folder: a new record, its passphrase, and people up to today."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.demo.filling import fill
from app.demo.wanted import SampleWanted
from app.vault import creation
from app.vault.creation import Wanted
from app.vault.record import open_record
from app.vault.unlock import Secret
from app.wording import say

FILE = "juniper.milepost"
COURT = "Juniper County Treatment Court"
HOLDER = "Ruth Amsel"
ZONE = "America/Denver"
PEOPLE = 60


@dataclass(frozen=True)
class DemoCourt:
    """Where a sample court lies, and what opens it."""

    path: Path
    passphrase: str = field(repr=False)
    holder: str = HOLDER


def make_court(folder: Path, *, progress: Callable[[str], None] | None = None) -> DemoCourt:
    """Make the sample court as of today in `folder`; `progress` is told each step in words."""
    tell = progress or (lambda _step: None)
    made = DemoCourt(folder / FILE, secrets.token_urlsafe(24))
    tell(say("sample.making"))
    creation.create(made.path, Wanted(COURT, HOLDER, made.passphrase, ZONE))
    record = open_record(made.path, Secret(passphrase=made.passphrase))
    try:
        tell(say("sample.filling"))
        fill(record.desk, SampleWanted(record.desk.today(), participants=PEOPLE))
    finally:
        record.close()
    return made
