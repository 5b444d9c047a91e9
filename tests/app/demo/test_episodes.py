from datetime import date

import pytest

from app.demo import episodes
from models.choices import CustodyReason, Decision, Status, Verification
from models.drug_test import Prescription
from models.episode import CourtCase, CustodyPeriod, Episode, LegalTrack, StatusPeriod
from models.phase import PhasePeriod
from tests.app.demo.conftest import AS_OF, MARI, kept

SLOTS = range(60)


def add(live, slot: int, as_of: date = AS_OF):
    life = live(slot, as_of)
    episodes.add(life, 1)
    return life


def test_the_cast_has_the_case_numbers_of_the_pictures(live) -> None:
    (case,) = kept(add(live, MARI), CourtCase)[:1]

    assert case.number == "2025-CR-0143"


def test_case_numbers_move_with_the_year(live) -> None:
    life = add(live, MARI, date(2028, 2, 1))

    assert kept(life, CourtCase)[0].number == "2027-CR-0143"


def test_no_two_cases_have_the_same_number(live) -> None:
    cases = [case.number for slot in SLOTS for case in kept(add(live, slot), CourtCase)]

    assert len(cases) == len(set(cases))
    assert len(cases) > 60


@pytest.mark.parametrize("slot", SLOTS)
def test_statuses_begin_with_the_referral_and_end_as_told(live, slot: int) -> None:
    life = add(live, slot)

    periods = kept(life, StatusPeriod)

    days = [period.started_on for period in periods]
    assert periods[0].status is Status.REFERRED
    assert periods[-1].status is life.course.status
    assert days == sorted(days)
    assert days[-1] <= AS_OF


def test_who_is_not_admitted_has_a_reason_and_no_phase(live) -> None:
    lives = [add(live, slot) for slot in SLOTS]
    refused = [life for life in lives if life.course.status is Status.NOT_ADMITTED]

    assert refused
    for life in refused:
        assert life.episode.decision in {Decision.NOT_ADMITTED, Decision.PARTICIPANT_DECLINED}
        assert life.episode.decision_reason
        assert kept(life, PhasePeriod) == kept(life, LegalTrack) == []


def test_custody_is_told_with_its_reason(live) -> None:
    lives = [add(live, slot) for slot in SLOTS]
    periods = [period for life in lives for period in kept(life, CustodyPeriod)]

    assert periods
    assert all(period.reason in set(CustodyReason) and period.place for period in periods)


def test_medicines_are_prescribed_and_verified_in_different_ways(live) -> None:
    rows = [row for slot in SLOTS for row in kept(add(live, slot), Prescription)]

    medicines = {row.medicine for row in rows}
    assert {"buprenorphine", "methadone"} <= medicines
    assert len({row.verified_by for row in rows}) >= 3
    for row in rows:
        assert (row.verified_on is None) == (row.verified_by is Verification.SELF_REPORT)
        assert row.started_on <= AS_OF


def test_the_medicine_of_the_dentist_ends_after_a_few_days(live) -> None:
    rows = [row for slot in SLOTS for row in kept(add(live, slot), Prescription)]

    (short,) = [row for row in rows if row.ended_on]
    assert short.medicine.startswith("hydrocodone")
    assert (short.ended_on - short.started_on).days == 4


def test_one_person_was_here_before(court) -> None:
    (again,) = court.rows("SELECT person_id FROM episode GROUP BY person_id HAVING count(*) > 1")
    earlier, now = court.rows(
        "SELECT id, admitted_on FROM episode WHERE person_id = :id ORDER BY id", id=again.person_id
    )
    (listed,) = court.rows("SELECT * FROM standing WHERE person_id = :id", id=again.person_id)

    assert earlier.admitted_on < now.admitted_on
    assert (listed.episode_id, listed.status) == (now.id, "active")


def test_an_earlier_episode_is_a_row_of_its_own(live) -> None:
    life = live(episodes.HERE_BEFORE)

    episodes.add_earlier(life.sheaf, life.course, life.person)

    assert episodes.is_here_again(life.course)
    assert [row.admitted_on for row in kept(life, Episode)][-1] < life.course.referred
