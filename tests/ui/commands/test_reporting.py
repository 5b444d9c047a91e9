from datetime import date, time

import pytest
from pypdf import PdfReader

from app.people import Identity, Passage, enroll
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.choices import HearingType, Status
from models.hearing import CourtSession, Hearing
from tests.conftest import PASSPHRASE
from tests.ui.commands.conftest import Shell

COURT_DAY = date(2026, 11, 24)


@pytest.fixture
def with_people(shell: Shell) -> Shell:
    record = open_record(shell.record, Secret(passphrase=PASSPHRASE))
    with record.desk.work() as session:
        ((person, episode),) = enroll(
            session,
            [
                (
                    Identity("Quintana", "Marisol", preferred_name="Mari"),
                    Passage("2025-CR-0143", Status.ACTIVE, 3, admitted_on=date(2025, 9, 1)),
                )
            ],
        )
        sitting = CourtSession(held_on=COURT_DAY, starts_at=time(9), judge="Helen Marchetti")
        session.add(sitting)
        session.flush()
        session.add(
            Hearing(
                person_id=person.id,
                episode_id=episode.id,
                court_session_id=sitting.id,
                type=HearingType.REVIEW,
            )
        )
    record.close()
    return shell


def report(shell: Shell, *rest: object):
    page = shell.folder / "page.pdf"
    return shell("report", "--participant", "1", "--for", "judge", "-o", page, *rest)


def test_a_report_is_written_and_its_disclosure_logged(with_people: Shell) -> None:
    answer = report(with_people, "--hearing", COURT_DAY)

    assert answer.code == 0
    assert answer.shown["pages"] == 1
    text = PdfReader(with_people.folder / "page.pdf").pages[0].extract_text()
    assert "Mari Quintana" in text
    assert answer.shown["audit_mark"] in text
    rows = with_people("list", "--what", "disclosures").shown["rows"]
    assert [row["id"] for row in rows] == [answer.shown["disclosure_id"]]
    assert (rows[0]["recipient"], rows[0]["participant_id"]) == ("judge", "1")


def test_the_same_bytes_come_again(with_people: Shell) -> None:
    first = report(with_people, "--hearing", COURT_DAY)
    copy = with_people.folder / "copy.pdf"

    again = with_people("report", "--again", first.shown["disclosure_id"], "-o", copy)

    assert again.code == 0
    assert copy.read_bytes() == (with_people.folder / "page.pdf").read_bytes()
    assert again.shown["audit_mark"] == first.shown["audit_mark"]


def test_a_day_without_a_hearing_prints_and_says_so(with_people: Shell) -> None:
    answer = report(with_people, "--hearing", "2026-12-01")

    assert answer.code == 0
    text = PdfReader(with_people.folder / "page.pdf").pages[0].extract_text()
    assert "No hearing on file for this date." in text


def test_an_existing_file_is_refused_before_anything_is_logged(with_people: Shell) -> None:
    (with_people.folder / "page.pdf").write_bytes(b"mine")

    refused = report(with_people, "--hearing", COURT_DAY)

    assert refused.code == 15
    assert (with_people.folder / "page.pdf").read_bytes() == b"mine"
    assert with_people("list", "--what", "disclosures").shown["count"] == 0
    assert report(with_people, "--hearing", COURT_DAY, "--overwrite").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--participant", "99", "--hearing", "2026-11-24", "--for", "judge"), 17),
        (("--participant", "x", "--hearing", "2026-11-24", "--for", "judge"), 17),
        (("--participant", "1", "--hearing", "2026-11-24", "--for", "prosecutor"), 17),
        (("--participant", "1", "--hearing", "11/24/2026", "--for", "judge"), 2),
        (("--participant", "1", "--hearing", "2026-11-24", "--for", "everybody"), 2),
        (("--participant", "1", "--hearing", "2026-11-24"), 2),
        (("--again", "7"), 17),
        (("--again", "1", "--participant", "1"), 2),
        (("--participant", "1", "--hearing", "2026-11-24", "--for", "judge", "--reduced"), 17),
    ],
)
def test_what_does_not_exist_or_is_off_is_refused(
    with_people: Shell, words: tuple[str, ...], code: int
) -> None:
    answer = with_people("report", *words, "-o", with_people.folder / "page.pdf")

    assert answer.code == code
    assert not (with_people.folder / "page.pdf").exists()


def test_a_missing_folder_is_named(with_people: Shell) -> None:
    page = with_people.folder / "nowhere" / "page.pdf"

    answer = with_people(
        *("report", "--participant", "1", "--hearing", COURT_DAY, "--for", "judge", "-o", page)
    )

    assert answer.code == 17


def test_before_the_first_episode_there_is_nothing_to_report(with_people: Shell) -> None:
    answer = report(with_people, "--hearing", COURT_DAY, "--as-of", "2020-01-01")

    assert answer.code == 17


@pytest.mark.parametrize("part", ["court.milepost", "court.key", "court.key.bak", "court.state"])
def test_no_page_is_ever_written_over_the_record(with_people: Shell, part: str) -> None:
    target = with_people.folder / part
    report(with_people, "--hearing", COURT_DAY)  # so that every part is there
    words = ("--participant", "1", "--for", "judge", "--hearing", COURT_DAY)

    answer = with_people("report", *words, "-o", target, "--overwrite")
    trail = with_people("audit", "--csv", target, "--overwrite")

    assert [answer.code, trail.code] == [15, 15]
    assert with_people("check").code == 0


def test_an_unknown_disclosure_is_told_before_an_existing_file(with_people: Shell) -> None:
    (with_people.folder / "page.pdf").write_bytes(b"mine")

    answer = with_people("report", "--again", "99", "-o", with_people.folder / "page.pdf")

    assert answer.code == 17
