"""Sessions of the invented people, by the week, and whether they were there."""

from datetime import date, timedelta
from typing import Any

from app.demo import material
from app.demo.life import Life
from app.demo.sheaf import Sheaf
from models.choices import AttendanceOutcome, SessionKind, Source
from models.service import Attendance, Provider, ServiceSession

SECTION = 12  # people who share a group
OUTCOMES = (
    AttendanceOutcome.ATTENDED,
    AttendanceOutcome.LATE,
    AttendanceOutcome.ABSENT,
    AttendanceOutcome.EXCUSED,
    AttendanceOutcome.MEDICAL,
)
WEIGHTS = (86, 3, 5, 4, 2)
# Providers report late: of the newest sessions many are not told yet.
NOT_TOLD_DAYS = 3
NOT_TOLD_SHARE = 0.35
VERIFIED_SOON = 0.85
THERE = {AttendanceOutcome.ATTENDED, AttendanceOutcome.LATE}

Groups = dict[tuple[str, int, date], ServiceSession]


def add_providers(sheaf: Sheaf) -> dict[str, Provider]:
    return {
        name: sheaf.add(Provider(name=name, phone=phone, fax=fax))
        for name, phone, fax in material.read("treatment")["providers"]
    }


def add(life: Life, providers: dict[str, Provider], groups: Groups) -> None:
    """Keep every session that the person was scheduled for."""
    plan = [_chosen(life, row) for row in material.read("treatment")["services"]]
    absences = life.course.named.get("absent", 0)
    for day in life.course.days():
        if day == life.as_of:  # today's have not been held yet
            break
        phase = life.course.phase_on(day)[0]
        for row in plan:
            if row and phase in row["phases"] and _is_held(row, day):
                session = _session(life, row, day, providers, groups)
                forced = bool(absences) and row["kind"] == "group" and (life.as_of - day).days <= 7
                absences -= forced
                _attend(life, session, day, forced=forced)


def _chosen(life: Life, row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the row as this person has it: on which days, and in which weeks; None without it."""
    if life.rng.random() > row["share"]:
        return None
    days = [life.rng.choice(row["days"])] if "pick" in row else row["days"]
    return row | {"days": days, "week": life.rng.randrange(row["every"])}


def _is_held(row: dict[str, Any], day: date) -> bool:
    week = (day - timedelta(days=day.weekday())).toordinal() // 7
    return day.weekday() in row["days"] and week % row["every"] == row["week"]


def _session(
    life: Life, row: dict[str, Any], day: date, providers: dict[str, Provider], groups: Groups
) -> ServiceSession:
    shared = (row["title"], life.course.slot // SECTION, day)
    if row["kind"] == "group" and shared in groups:
        return groups[shared]
    owners = {"provider_id": providers[row["provider"]]} if row["provider"] else {}
    session = life.sheaf.add(
        ServiceSession(
            kind=SessionKind(row["kind"]), title=row["title"], held_on=day, minutes=row["minutes"]
        ),
        **owners,
    )
    if row["kind"] == "group":
        groups[shared] = session
    return session


def _attend(life: Life, session: ServiceSession, day: date, *, forced: bool) -> None:
    rng, age = life.rng, (life.as_of - day).days
    outcome: AttendanceOutcome | None = rng.choices(OUTCOMES, WEIGHTS)[0]
    if forced:
        outcome = AttendanceOutcome.ABSENT
    elif age < NOT_TOLD_DAYS and rng.random() < NOT_TOLD_SHARE:
        outcome = None
    reasons = material.read("treatment")["reasons"]
    told = outcome is not None
    life.keep_in_episode(
        Attendance(
            outcome=outcome,
            reason=rng.choice(reasons[outcome]) if outcome in reasons else None,
            verified=outcome in THERE and (age > 14 or rng.random() < VERIFIED_SOON),
            source=Source.FORM,
            received_on=min(day + timedelta(days=2), life.as_of) if told else None,
        ),
        service_session_id=session,
    )
