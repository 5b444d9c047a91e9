"""One person on one hearing day, as the record showed them on the day asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.record import Record, Row

BEGINNINGS = ("referred_on", "admitted_on", "received_on")


@dataclass(frozen=True)
class Case:
    """Whose page it is, for which hearing, what it covers, and the latest day it may know."""

    record: Record
    person: Row
    episode: Row
    hearing_on: date
    as_of: date
    hearing: Row | None
    last_hearing: Row | None
    docket_size: int

    @property
    def last_day(self) -> date:
        return min(self.as_of, self.hearing_on)

    @property
    def last_hearing_on(self) -> date | None:
        return day(self.last_hearing["held_on"]) if self.last_hearing else None

    @property
    def first_day(self) -> date:
        """The day after the last hearing; else thirty days, but not from before the program."""
        if self.last_hearing_on:
            return self.last_hearing_on + timedelta(days=1)
        thirty = self.last_day - timedelta(days=29)
        begun = [day(self.episode[column]) for column in ("admitted_on", "referred_on")]
        known = [on for on in begun if on and on <= self.last_day]
        return max(thirty, known[0]) if known else thirty

    def of_episode(self, sql: str, *values: object) -> list[Row]:
        return self.record.rows(sql, self.episode["id"], *values)

    def in_period(self, when: date | None) -> bool:
        return when is not None and self.first_day <= when <= self.last_day


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def load(record: Record, person_id: int, hearing_on: date, as_of: date) -> Case:
    person = record.first("SELECT * FROM person WHERE id = ?", person_id)
    assert person, f"no person {person_id}"
    episode = _episode(record, person_id, as_of)
    hearings = record.rows(
        "SELECT hearing.*, held_on, starts_at, place, judge, substitute FROM hearing "
        "JOIN court_session ON court_session.id = court_session_id "
        "WHERE episode_id = ? ORDER BY held_on, hearing.id",
        episode["id"],
    )
    known = min(hearing_on - timedelta(days=1), as_of)
    earlier = [hearing for hearing in hearings if hearing["held_on"] <= known.isoformat()]
    hearing = next((one for one in hearings if one["held_on"] == hearing_on.isoformat()), None)
    return Case(
        record=record,
        person=person,
        episode=episode,
        hearing_on=hearing_on,
        as_of=as_of,
        hearing=hearing,
        last_hearing=earlier[-1] if earlier else None,
        docket_size=_docket_size(record, hearing),
    )


def _episode(record: Record, person_id: int, as_of: date) -> Row:
    """The latest one that had begun by the day asked for."""
    began = {}
    episodes = record.rows("SELECT * FROM episode WHERE person_id = ? ORDER BY id", person_id)
    for episode in episodes:
        days = [episode[column] for column in BEGINNINGS if episode[column]]
        if days and min(days) <= as_of.isoformat():
            began[min(days), episode["id"]] = episode
    assert began, f"person {person_id} was not here on {as_of}"
    return began[max(began)]


def _docket_size(record: Record, hearing: Row | None) -> int:
    if hearing is None:
        return 0
    found = record.first(
        "SELECT count(*) AS size FROM hearing WHERE court_session_id = ?",
        hearing["court_session_id"],
    )
    assert found
    return int(found["size"])
