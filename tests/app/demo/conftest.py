"""The whole sample court, filled once, and one person of it at a time."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from app import clock, demo
from app.demo import course, episodes, persons
from app.demo.life import Life
from app.demo.sheaf import Sheaf
from app.vault.creation import Made
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from tests.conftest import MOMENT, PASSPHRASE

AS_OF = date(2026, 11, 23)
COURT_DAY = date(2026, 11, 24)
MONTH_BEFORE = COURT_DAY - timedelta(days=30)
MARI = 6  # the slot of Mari Quintana, who is in most pictures


@dataclass(frozen=True)
class Court:
    """A filled record, and what filling said."""

    record: Record
    made: demo.SampleMade

    def rows(self, sql: str, **values: Any) -> list[Any]:
        """Return what `sql` finds; `:as_of` and `:month_before` are always known."""
        known = {"as_of": AS_OF.isoformat(), "month_before": MONTH_BEFORE.isoformat()} | values
        wanted = text(sql)
        with self.record.desk.read() as session:
            used = {name: known[name] for name in wanted.compile().params}
            return list(session.connection().execute(wanted, used))


@pytest.fixture(scope="session")
def court(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    """Sixty people over eighteen months, as of the Monday before court."""
    folder = tmp_path_factory.mktemp("court")
    for part in made.files.record.parent.iterdir():
        if part.suffix != ".lock":
            shutil.copy(part, folder / part.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: MOMENT)
        record = open_record(folder / made.files.record.name, Secret(passphrase=PASSPHRASE))
        filled = demo.fill(record.desk, demo.SampleWanted(AS_OF))
    yield Court(record, filled)
    record.close()


@pytest.fixture
def live() -> Callable[..., Life]:
    """Return a way to begin the life of the person in a slot, with nothing written anywhere."""

    def begin(slot: int, as_of: date = AS_OF) -> Life:
        lived = course.course(demo.SampleWanted(as_of), slot)
        sheaf = Sheaf()
        person = sheaf.add(persons.person(lived))
        episode = sheaf.add(episodes.episode(lived), person_id=person)
        return Life(lived, sheaf, person, episode)

    return begin


def kept(life: Life, kind: type) -> list[Any]:
    """Return the rows of `kind` that the sheaf of a life holds."""
    return [row for level in life.sheaf._levels for row, _owners in level if isinstance(row, kind)]
