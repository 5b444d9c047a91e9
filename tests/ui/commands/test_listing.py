from datetime import date, time

import pytest

from app.people import Identity, Passage, enroll
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.choices import Appearance, HearingType, Status
from models.hearing import CourtSession, Hearing
from tests.conftest import PASSPHRASE
from tests.ui.commands.conftest import Shell


@pytest.fixture
def with_people(shell: Shell) -> Shell:
    record = open_record(shell.record, Secret(passphrase=PASSPHRASE))
    with record.desk.work() as session:
        people = enroll(
            session,
            [
                (Identity("Begaye", "Nizhoni"), Passage("B-2", Status.ACTIVE, 4, None, None)),
                (
                    Identity("Finch", "Starla"),
                    Passage(
                        *("A-1", Status.GRADUATED, 5, "drug"),
                        referred_on=date(2025, 1, 10),
                        admitted_on=date(2025, 2, 1),
                    ),
                ),
            ],
        )
        for day, hour in ((date(2026, 11, 10), 9), (date(2026, 12, 8), 13)):
            sitting = CourtSession(held_on=day, starts_at=time(hour, 30))
            session.add(sitting)
            session.flush()
            for person, episode in people:
                session.add(
                    Hearing(
                        person_id=person.id,
                        episode_id=episode.id,
                        court_session_id=sitting.id,
                        type=HearingType.REVIEW,
                        appearance=Appearance.APPEARED if day.month == 11 else None,
                    )
                )
    record.close()
    return shell


def test_participants_come_by_case_number_with_every_member(with_people: Shell) -> None:
    answer = with_people("list", "--what", "participants")

    assert answer.shown["count"] == 2
    first = answer.shown["rows"][0]
    assert first == {
        "id": "2",
        "case_number": "A-1",
        "last_name": "Finch",
        "first_name": "Starla",
        "preferred_name": None,
        "birth_date": None,
        "sex": None,
        "status": "graduated",
        "track": "drug",
        "phase": 5,
        "referred_on": "2025-01-10",
        "admitted_on": "2025-02-01",
    }


def test_an_earlier_day_shows_what_was_so_then(with_people: Shell) -> None:
    answer = with_people("list", "--what", "participants", "--as-of", "2025-01-15")

    row = next(row for row in answer.shown["rows"] if row["case_number"] == "A-1")
    assert (row["status"], row["admitted_on"]) == ("referred", None)


def test_hearings_come_by_day_and_how_they_went_only_once_they_were_held(
    with_people: Shell,
) -> None:
    rows = with_people("list", "--what", "hearings", "--as-of", "2026-11-09").shown["rows"]

    assert [(row["date"], row["time"], row["case_number"]) for row in rows] == [
        ("2026-11-10", "09:30", "A-1"),
        ("2026-11-10", "09:30", "B-2"),
        ("2026-12-08", "13:30", "A-1"),
        ("2026-12-08", "13:30", "B-2"),
    ]
    assert {row["appearance"] for row in rows} == {None}
    later = with_people("list", "--what", "hearings", "--as-of", "2026-11-11").shown["rows"]
    assert [row["appearance"] for row in later] == ["appeared", "appeared", None, None]


def test_a_list_leaves_a_line_in_the_trail_and_no_disclosure(with_people: Shell) -> None:
    before = with_people("audit").shown["checked"]["events"]

    with_people("list", "--what", "participants")

    after = with_people("audit").shown["checked"]["events"]
    assert after == before + 5  # locked, unlocked, listed, locked, unlocked
    assert with_people("list", "--what", "disclosures").shown["rows"] == []


def test_without_json_a_row_is_a_line_with_tabs(with_people: Shell) -> None:
    answer = with_people.run(
        "list", with_people.record, "--what", "participants", *with_people.secret
    )

    lines = answer.shown.splitlines()
    assert lines[0].split("\t")[:4] == ["2", "A-1", "Finch", "Starla"]


@pytest.mark.parametrize(("kind", "code"), [("consents", 17), ("secrets", 2)])
def test_a_list_that_is_not_here_is_refused(with_people: Shell, kind: str, code: int) -> None:
    assert with_people("list", "--what", kind).code == code
