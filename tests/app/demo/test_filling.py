import shutil
import statistics
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app import medicines
from app.demo import filling
from app.demo.filling import fill
from app.demo.wanted import SampleWanted
from app.desk import Desk
from app.vault.check import check
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.base import Base
from models.choices import Status
from models.errors import BadInput
from models.hearing import CourtSession, Hearing
from tests.app.demo.conftest import AS_OF, COURT_DAY, Court
from tests.conftest import PASSPHRASE

ACTIVE = "SELECT episode_id FROM standing WHERE status = 'active'"


def test_what_is_said_is_what_the_record_holds(court: Court) -> None:
    ((people, tests, hearings),) = court.rows(
        "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM drug_test),"
        " (SELECT count(*) FROM hearing)"
    )

    assert (people, tests, hearings) == (
        court.made.participants,
        court.made.drug_tests,
        court.made.hearings,
    )
    assert people == 60
    assert court.made.next_hearing == COURT_DAY


def test_every_status_occurs_and_every_phase(court: Court) -> None:
    statuses = {row.status for row in court.rows("SELECT status FROM standing")}
    phases = {row.phase for row in court.rows("SELECT phase FROM standing WHERE phase > 0")}

    assert statuses == {status.value for status in Status}
    assert phases == {1, 2, 3, 4, 5}


PER_EPISODE = {
    "sessions": "SELECT a.episode_id AS id, count(*) AS n FROM attendance a"
    " JOIN service_session s ON s.id = a.service_session_id"
    " WHERE s.held_on >= :month_before GROUP BY 1",
    "tests": "SELECT episode_id AS id, count(*) AS n FROM drug_test"
    " WHERE collected_on >= :month_before GROUP BY 1",
    "orders": "SELECT s.episode_id AS id, (SELECT count(*) FROM court_order o WHERE o.hearing_id ="
    " (SELECT h.id FROM hearing h JOIN court_session c ON c.id = h.court_session_id"
    " WHERE h.episode_id = s.episode_id AND c.held_on BETWEEN :month_before AND :as_of"
    " ORDER BY c.held_on DESC LIMIT 1)) AS n FROM standing s",
    "objectives": "SELECT p.episode_id AS id, count(*) AS n FROM objective o"
    " JOIN goal g ON g.id = o.goal_id JOIN problem b ON b.id = g.problem_id"
    " JOIN treatment_plan p ON p.id = b.treatment_plan_id WHERE p.id = (SELECT max(id)"
    " FROM treatment_plan t WHERE t.episode_id = p.episode_id) GROUP BY 1",
}


@pytest.mark.parametrize(
    ("what", "median"), [("sessions", 12), ("tests", 9), ("orders", 2), ("objectives", 3)]
)
def test_half_of_the_active_people_have_a_full_month(court: Court, what: str, median: int) -> None:
    active = [row.episode_id for row in court.rows(ACTIVE)]
    by_episode = {row.id: row.n for row in court.rows(PER_EPISODE[what])}
    counts = sorted(by_episode.get(episode, 0) for episode in active)

    assert statistics.median(counts) >= median
    assert counts[int(len(counts) * 0.95)] >= 2 * median


def test_most_active_people_are_on_the_next_docket(court: Court) -> None:
    days = [
        row.next_hearing_on
        for row in court.rows("SELECT next_hearing_on FROM standing WHERE status = 'active'")
    ]

    assert all(days)
    assert days.count(COURT_DAY.isoformat()) > len(days) / 2


NEVER_LATER = [
    ("drug_test", "collected_on"),
    ("drug_test", "sent_on"),
    ("drug_test_result", "confirmed_on"),
    ("drug_test_result", "confirmation_asked_on"),
    ("service_session", "held_on"),
    ("attendance", "received_on"),
    ("note", "written_on"),
    ("episode", "admitted_on"),
    ("episode", "decided_on"),
    ("status_period", "started_on"),
    ("phase_period", "started_on"),
    ("treatment_plan", "started_on"),
    ("objective", "status_on"),
    ("court_order", "status_on"),
    ("custody_period", "ended_on"),
    ("prescription", "started_on"),
    ("prescription", "verified_on"),
]


@pytest.mark.parametrize(("table", "column"), NEVER_LATER)
def test_nothing_has_happened_after_the_day(court: Court, table: str, column: str) -> None:
    column_of = Base.metadata.tables[table].c[column]

    with court.record.desk.read() as session:
        latest = session.scalar(select(func.max(column_of)))

    assert latest <= AS_OF


def test_nobody_is_tested_in_custody(court: Court) -> None:
    tested = court.rows(
        "SELECT t.id FROM drug_test t JOIN custody_period c ON c.episode_id = t.episode_id"
        " AND t.collected_on BETWEEN c.started_on AND coalesce(c.ended_on, '9999')"
    )
    held = court.rows("SELECT id FROM custody_period")

    assert held
    assert tested == []


SAID_IN_COURT = (
    "SELECT words AS said FROM court_order UNION SELECT note FROM court_order"
    " UNION SELECT words FROM objective UNION SELECT progress FROM objective"
    " UNION SELECT words FROM goal UNION SELECT words FROM court_condition"
    " UNION SELECT title FROM service_session UNION SELECT reason FROM attendance"
    " UNION SELECT accommodations FROM person UNION SELECT level_words FROM treatment_plan"
    " UNION SELECT description FROM problem UNION SELECT words FROM intervention"
    " UNION SELECT words FROM note WHERE kind <> 'case'"
)


def test_no_medicine_is_named_where_a_court_could_read_it(court: Court) -> None:
    said = [row.said for row in court.rows(SAID_IN_COURT) if row.said]
    noted = [row.words for row in court.rows("SELECT words FROM note WHERE kind = 'case'")]

    assert len(said) > 50
    assert [words for words in said if medicines.named_in(words)] == []
    assert any(medicines.named_in(words) for words in noted)


def test_what_is_filled_passes_the_check_of_the_whole_record(record_path: Path, moment) -> None:
    secret = Secret(passphrase=PASSPHRASE)
    record = open_record(record_path, secret)
    fill(record.desk, SampleWanted(AS_OF, participants=13, months=2))
    record.close()

    checked = check(record_path, secret)

    assert [problem.kind for problem in checked.problems] == []


def test_equal_wishes_give_equal_courts_and_other_seeds_others(record_path: Path, moment) -> None:
    digests = []
    for seed in (4, 4, 5):
        copy = record_path.parent / f"{len(digests)}"
        shutil.copytree(record_path.parent, copy, ignore=shutil.ignore_patterns("*.lock", "?"))
        record = open_record(copy / record_path.name, Secret(passphrase=PASSPHRASE))
        wanted = SampleWanted(AS_OF, participants=9, months=2, seed=seed)
        digests.append(fill(record.desk, wanted).digest)
        record.close()

    first, again, other = digests
    assert first == again
    assert first != other


def test_a_large_court_is_written_in_parts_and_numbered_through(desk: Desk) -> None:
    people = filling.BATCH + 5

    fill(desk, SampleWanted(AS_OF, participants=people, months=1))

    with desk.read() as session:
        numbers = session.scalars(
            select(Hearing.number)
            .join(CourtSession, CourtSession.id == Hearing.court_session_id)
            .where(CourtSession.held_on == COURT_DAY, CourtSession.place == "Courtroom 2")
        ).all()
    assert len(numbers) > 100
    assert sorted(number or 0 for number in numbers) == list(range(1, len(numbers) + 1))


def test_a_record_with_people_is_refused(desk: Desk) -> None:
    fill(desk, SampleWanted(AS_OF, participants=1, months=1))

    with pytest.raises(BadInput) as caught:
        fill(desk, SampleWanted(AS_OF, participants=1, months=1))

    assert caught.value.key == "record.not-empty"


def test_a_refused_wish_leaves_the_record_empty(desk: Desk) -> None:
    with pytest.raises(BadInput):
        fill(desk, SampleWanted(AS_OF, participants=0))

    made = fill(desk, SampleWanted(AS_OF, participants=1, months=1))
    assert made.participants == 1
