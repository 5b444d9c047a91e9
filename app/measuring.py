"""Figures for `bench`: what a page's queries cost, as medians and ratios of one run."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from app import listing, participants, people
from app.desk import Desk
from app.listing import Wanted
from app.people import Identity, Passage
from app.vault import creation
from models.choices import Sex, Status

ROUNDS = 40
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


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _letters(number: int) -> str:
    """Return a tail of three letters, so that names differ as names do."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))
