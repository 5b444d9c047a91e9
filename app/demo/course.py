"""The course of one invented person through the program: when they came, moved on and left.

Everything else that is told about the person follows from it and from their own random numbers,
so that nobody's story depends on how many others there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from app.demo import court_days, material
from app.demo.wanted import SampleWanted
from models.choices import Status

NEVER_ADMITTED = {Status.REFERRED, Status.SCREENING, Status.NOT_ADMITTED}
# These leave at a hearing; for the others the day is whenever it happened.
LEAVE_AT_HEARING = {Status.GRADUATED, Status.DISCHARGED}
MINIMUM = (60, 90, 90, 90, 90)
# One day with use in so many, by phase; few after the first half year.
USE_ONCE_IN = {1: 32, 2: 80, 3: 170, 4: 500, 5: 2000}
CUSTODY_SHARE = 0.2
OPIOID = "fentanyl"


@dataclass(frozen=True)
class Course:
    """What is fixed about one person before any row is written."""

    slot: int
    rng: Random
    wanted: SampleWanted
    status: Status
    named: dict[str, Any]
    referred: date
    admitted: date | None
    until: date
    phases: tuple[tuple[int, date], ...] = ()
    custody: tuple[tuple[date, date], ...] = ()
    substance: str = "methamphetamine"
    regimen: str | None = None
    uses: frozenset[date] = field(default_factory=frozenset)

    def phase_on(self, day: date) -> tuple[int, date]:
        """Return the phase in force on `day` and since when."""
        return max((p for p in self.phases if p[1] <= day), default=self.phases[0])

    def days(self) -> Iterator[date]:
        """Yield every day of taking part that is told and not spent in custody."""
        if self.admitted is None:
            return
        day = max(self.admitted, self.wanted.first)
        while day <= self.until:
            if not self.in_custody(day):
                yield day
            day += timedelta(days=1)

    def in_custody(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.custody)


def course(wanted: SampleWanted, slot: int) -> Course:
    """Return the course of the person in `slot`."""
    story = f"milepost sample|{wanted.seed}|{wanted.as_of}|{wanted.months}|{slot}"
    rng = Random(story)  # noqa: S311 - no secret, a story
    statuses = material.read("court")["statuses"]
    status = Status(statuses[slot % len(statuses)])
    named = _named(slot, statuses)
    if status in NEVER_ADMITTED:
        referred = wanted.as_of - timedelta(days=_waiting_days(status, rng))
        return Course(slot, rng, wanted, status, named, referred, None, wanted.as_of)
    return _admitted(Course(slot, rng, wanted, status, named, wanted.as_of, None, wanted.as_of))


def _named(slot: int, statuses: list[str]) -> dict[str, Any]:
    """Return the cast member of a slot: the first people who take part have names of their own."""
    cast = material.read("cast")
    if slot >= len(statuses) or statuses[slot] != Status.ACTIVE:
        return {}
    place = statuses[:slot].count(Status.ACTIVE)
    return dict(cast[place]) if place < len(cast) else {}


def _waiting_days(status: Status, rng: Random) -> int:
    return rng.randint(40, 300) if status is Status.NOT_ADMITTED else rng.randint(3, 30)


def _admitted(bare: Course) -> Course:
    """Return the course with its days: counted back from the day until which they take part."""
    rng = bare.rng
    until = _until(bare)
    number, day = _phase_and_day(bare)
    phases = [(number, until - timedelta(days=day - 1))]
    for earlier in range(number - 1, 0, -1):
        days = MINIMUM[earlier - 1] + rng.randint(0, 24)
        phases.insert(0, (earlier, phases[0][1] - timedelta(days=days)))
    admitted = phases[0][1]
    substance, regimen = _treatment(bare)
    built = Course(
        slot=bare.slot,
        rng=rng,
        wanted=bare.wanted,
        status=bare.status,
        named=bare.named,
        referred=admitted - timedelta(days=rng.randint(14, 50)),
        admitted=admitted,
        until=until,
        phases=tuple(phases),
        custody=_custody(bare, admitted, until),
        substance=substance,
        regimen=regimen,
    )
    return Course(**(vars(built) | {"uses": frozenset(_uses(built))}))


def _until(bare: Course) -> date:
    as_of, rng = bare.wanted.as_of, bare.rng
    if bare.status is Status.ACTIVE:
        return as_of
    if bare.status in {Status.SUSPENDED, Status.ABSCONDED}:
        return as_of - timedelta(days=rng.randint(12, 40))
    until = as_of - timedelta(days=rng.randint(9, 300))
    return court_days.last_by(until) if bare.status in LEAVE_AT_HEARING else until


def _phase_and_day(bare: Course) -> tuple[int, int]:
    rng = bare.rng
    if bare.named:
        return bare.named["phase"], bare.named["day"]
    if bare.status is Status.GRADUATED:
        return 5, rng.randint(91, 110)
    weights = material.read("court")["phase_weights"]
    if bare.status is not Status.ACTIVE:
        weights = weights[:3]
    number = rng.choices(range(1, len(weights) + 1), weights)[0]
    return number, rng.randint(8, MINIMUM[number - 1] + 6)


def _treatment(bare: Course) -> tuple[str, str | None]:
    data, rng = material.read("treatment"), bare.rng
    substance = bare.named.get("substance") or rng.choice(data["substances"])
    chosen = rng.choice(data["opioid_choices"]) if substance == OPIOID else None
    if not bare.named and chosen is None and rng.random() < 0.05:
        chosen = "stimulant"
    return substance, bare.named.get("treated_with") if bare.named else chosen


def _custody(bare: Course, admitted: date, until: date) -> tuple[tuple[date, date], ...]:
    stay = (until - admitted).days
    if bare.named or stay < 40 or bare.rng.random() > CUSTODY_SHARE:
        return ()
    first = admitted + timedelta(days=bare.rng.randint(10, stay - 14))
    return ((first, first + timedelta(days=bare.rng.randint(1, 9))),)


def _uses(built: Course) -> Iterator[date]:
    """Yield the days whose test shows a return to use."""
    last_use = built.named.get("last_use")
    quiet = built.wanted.as_of - timedelta(days=last_use) if last_use else None
    if built.status is Status.GRADUATED:
        quiet = built.until - timedelta(days=120)
    before = date.min
    for day in built.days():
        once_in = USE_ONCE_IN[built.phase_on(day)[0]]
        told = (quiet is None or day < quiet) and built.rng.random() < 1 / once_in
        if (told and (day - before).days > 6) or (day == quiet and last_use):
            before = day
            yield day
