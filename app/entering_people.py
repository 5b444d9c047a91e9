"""Entering the rows of a caseload: new people are enrolled, known ones compared field by field."""

from typing import Any

from sqlalchemy.orm import Session

from app import lines, names, people, phases
from app.import_job import Job
from app.imports.rows import ParticipantRow
from app.lines import Line
from app.people import Identity, Passage
from models.choices import Source
from models.episode import Episode
from models.person import Person

# Where a field of the file stands in the record.
IDENTITY = ("last_name", "first_name", "middle_name", "preferred_name", "birth_date", "sex")
EPISODE = ("track", "referred_on", "admitted_on")
PERIODS = ("status", "phase")
BATCH = 500


def enter(session: Session, rows: list[ParticipantRow], job: Job) -> None:
    """Enter every row, or say in `job` why one cannot be."""
    known = people.episodes_by_case(session)
    new = [row for row in rows if names.folded_number(row.case_number) not in known]
    old = [row for row in rows if names.folded_number(row.case_number) in known]
    people.enroll(
        session, [_arrival(row) for row in new], source=Source.IMPORT, received_on=job.today
    )
    job.summary.imported += len(new)
    for at in range(0, len(old), BATCH):
        _compare(session, old[at : at + BATCH], known, job)


def _arrival(row: ParticipantRow) -> tuple[Identity, Passage]:
    identity = Identity(**{name: getattr(row, name) for name in IDENTITY})
    passage = Passage(**{name: getattr(row, name) for name in ("case_number", *EPISODE, *PERIODS)})
    return identity, passage


def _compare(
    session: Session, rows: list[ParticipantRow], known: dict[str, tuple[int, int]], job: Job
) -> None:
    owners = {row.number: known[names.folded_number(row.case_number)] for row in rows}
    ids = {person_id for person_id, _episode_id in owners.values()}
    now = {line.person_id: line for line in lines.read(session.connection(), job.today, people=ids)}
    for row in rows:
        person_id, episode_id = owners[row.number]
        kept = _kept(session, person_id, episode_id, now[person_id])
        different = [
            name
            for name in (*IDENTITY, *EPISODE, *PERIODS)
            if name in row.given and getattr(row, name) != kept[name]
        ]
        if job.settle(row, different):
            _update(session, row, different, episode_id, job)


def _kept(session: Session, person_id: int, episode_id: int, line: Line) -> dict[str, Any]:
    person, episode = session.get_one(Person, person_id), session.get_one(Episode, episode_id)
    kept = {name: getattr(person, name) for name in IDENTITY}
    kept |= {name: getattr(episode, name) for name in EPISODE}
    return kept | {name: getattr(line, name) for name in PERIODS}


def _update(
    session: Session, row: ParticipantRow, different: list[str], episode_id: int, job: Job
) -> None:
    episode = session.get_one(Episode, episode_id)
    person = session.get_one(Person, episode.person_id)
    for name in different:
        if name in IDENTITY:
            setattr(person, name, getattr(row, name))
        elif name in EPISODE:
            setattr(episode, name, getattr(row, name))
    people.fold(person)
    # A list does not say since when, so the change is dated today and marked as not known.
    if "status" in different and row.status is not None:
        people.set_status(session, episode, row.status, since=job.today, dated=False)
    if "phase" in different and row.phase is not None:
        phase_set = phases.current_set(session)
        people.set_phase(
            session, episode, row.phase, since=job.today, phase_set=phase_set, dated=False
        )
