"""Homes for the window to start in: a folder of somebody's own, with a record that it remembers."""

import json
from datetime import datetime
from pathlib import Path

from app import clock, demo
from app.demo import SampleWanted
from app.settings import Settings
from app.vault import creation
from app.vault.creation import Wanted
from app.vault.record import open_record
from app.vault.unlock import Secret
from tests.conftest import COURT, HOLDER, PASSPHRASE, ZONE
from tests.journeys.screen import Screen

SECRET = Secret(passphrase=PASSPHRASE)


def with_new_record(home: Path) -> Path:
    """Put a new record into `home`, and let the window remember it."""
    folder = home / "record"
    folder.mkdir(parents=True)
    made = creation.create(folder / "court.milepost", Wanted(COURT, HOLDER, PASSPHRASE, ZONE))
    remember(home, made.files.record)
    return made.files.record


def with_sample(home: Path, moment: datetime, people: int = 12, months: int = 3) -> Path:
    """Put a record with invented people as of `moment` into `home`."""
    real = clock.now
    clock.now = lambda: moment
    try:
        record = with_new_record(home)
        opened = open_record(record, SECRET)
        demo.fill(opened.desk, SampleWanted(opened.desk.today(), people, months))
        opened.close()
    finally:
        clock.now = real
    return record


def remember(home: Path, record: Path) -> None:
    state = home / "state"
    state.mkdir(parents=True, exist_ok=True)
    kept = {**vars(Settings()), "record": str(record), "court": COURT, "holder": HOLDER}
    (state / "settings.json").write_text(json.dumps(kept), encoding="utf-8")


def unlock(screen: Screen) -> None:
    """Start the window on the record that it remembers, and open it."""
    screen.open()
    screen.settled(page="UnlockScreen", focus="Passphrase")
    screen.type(PASSPHRASE)
    screen.key("Return")
    screen.settled(page=lambda now: now in {"today", "participants"})
