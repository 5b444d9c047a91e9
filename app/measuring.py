"""Figures for `bench`: what a page's queries cost, as medians and ratios of one run."""

import os
import random
import shutil
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app import listing, participants, people
from app.backup import making, rereading
from app.backup.carrying import Carrier
from app.desk import Desk
from app.listing import Wanted
from app.people import Identity, Passage
from app.vault import creation
from app.vault.record import Record
from models.choices import Sex, Status

ROUNDS = 40
BACKUPS = 5
FIRST = (
    "José",
    "Siobhán",
    "Nizhoni",
    "Iñigo",
    "Zoë",
    "Otis",
    "Carla",
    "Łucja",
    "Yana\u02bc",
    "Renée",
)
LAST = (
    "Muñoz",
    "O'Dell",
    "Begaye",
    "Kealoha",
    "Tsosie",
    "St.-Pierre",
    "Peña",
    "Ągotnes",
    "Quintana",
)


def make_record(folder: Path, count: int, passphrase: str) -> Path:
    """Make a record with `count` invented people and nothing else, and return its path."""
    from app.vault.record import open_record  # noqa: PLC0415 - only `bench` pays for it
    from app.vault.unlock import Secret  # noqa: PLC0415

    path = folder / f"bench-{count}.milepost"
    creation.create(path, creation.Wanted("Bench Court", "bench", passphrase, "UTC"))
    record = open_record(path, Secret(passphrase=passphrase))
    try:
        enter_people(record.desk, count)
    finally:
        record.close()
    return path


def enter_people(desk: Desk, count: int) -> None:
    chosen = random.Random(count)  # noqa: S311 - no secret, a list of invented names
    arrivals = [
        (
            Identity(f"{chosen.choice(LAST)}{_letters(n)}", chosen.choice(FIRST), sex=Sex.UNKNOWN),
            Passage(f"BENCH-{n:05d}", Status.ACTIVE, phase=n % 5 + 1, referred_on=desk.today()),
        )
        for n in range(count)
    ]
    with desk.work() as session:
        people.enroll(session, arrivals)


def page_queries(desk: Desk) -> Callable[[], None]:
    """Return one round of what opening the list and a person asks of a record."""
    with desk.read() as session:
        first = listing.page(session, Wanted())[0].person_id

    def once() -> None:
        with desk.read() as session:
            listing.page(session, Wanted())
            listing.count_by_status(session)
            listing.page(session, Wanted("munoz"))
            participants.header(session, first, today=desk.today())

    return once


def ratio(ours: Callable[[], None], theirs: Callable[[], None]) -> float:
    """Return how many times as long `ours` takes: the median over pairs run in turn, warm."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    return statistics.median(mine / other for mine, other in pairs)


def backups(record: Record, folder: Path) -> dict[str, float]:
    """Return the seconds of a backup in the process that carries it, and of a bare copy.

    The bare copy is the least that any backup does: the same bytes, synced, and read back past the
    memory. Both are done in turn, and the medians told.
    """
    ours, theirs = [], []
    for number in range(BACKUPS):
        ours.append(seconds(lambda: _back_up(record, folder)))
        theirs.append(seconds(partial(_copy, record.files.record, folder / f"bare-{number}")))
    mine, bare = statistics.median(ours), statistics.median(theirs)
    return {
        "megabytes": round(record.files.record.stat().st_size / 1e6, 1),
        "backup_s": round(mine, 4),
        "bare_copy_s": round(bare, 4),
        "added_s": round(mine - bare, 4),
    }


def _back_up(record: Record, folder: Path) -> None:
    carrier = Carrier()
    carrier.warm()
    begun = making.begin(record, folder, insists=True, tell=making.nothing)
    made = making.carry(begun, carrier, making.nothing)
    making.finish(record, begun, made)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    rereading.digest_of(target, lambda _done: None)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _letters(number: int) -> str:
    """Return a tail of three letters, so that names differ as names do."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))
