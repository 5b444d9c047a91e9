"""What every test may use: a real encrypted record, an open one, a fixed clock, a made-up court."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from app import clock
from app.desk import Desk
from app.vault import creation, record
from app.vault.creation import Made, Wanted
from app.vault.keys import Cost
from app.vault.record import Record
from app.vault.unlock import Secret

# A busy machine is slow and not wrong: no example fails by the clock.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

PASSPHRASE = "five words that nobody guesses"
HOLDER = "Ruth Amsel"
COURT = "Juniper County Treatment Court"
ZONE = "America/Denver"
# Monday, November 23, 2026, 4:10 PM in Denver: the day before court.
MOMENT = datetime(2026, 11, 23, 23, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep logs and settings of a test away from the person who runs it."""
    monkeypatch.setenv("MILEPOST_STATE", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Stop the clock on the Monday before court."""
    monkeypatch.setattr(clock, "now", lambda: MOMENT)
    return MOMENT


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A new record that was made once, days before any test; tests open copies of it."""
    folder = tmp_path_factory.mktemp("made")
    wanted = Wanted(COURT, HOLDER, PASSPHRASE, ZONE, cost=Cost())
    # Made after the moment of a test, it would tell of a clock that went back.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: MOMENT - timedelta(days=3))
        return creation.create(folder / "court.milepost", wanted)


@pytest.fixture
def record_path(made: Made, tmp_path: Path) -> Path:
    """A new, empty, closed record of this test alone."""
    for part in made.files.record.parent.iterdir():
        if part.suffix != ".lock":
            shutil.copy(part, tmp_path / part.name)
    return tmp_path / made.files.record.name


@pytest.fixture
def opened(record_path: Path, moment: datetime) -> Iterator[Record]:
    """An open, empty record; it is closed behind the test."""
    open_record = record.open_record(record_path, Secret(passphrase=PASSPHRASE))
    yield open_record
    open_record.close()


@pytest.fixture
def desk(opened: Record) -> Desk:
    return opened.desk
