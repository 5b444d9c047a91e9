from datetime import date

import pytest

from app import medicines, situation
from app.wording import say
from models.choices import ConditionKind, CustodyReason
from models.episode import CourtCondition, CustodyPeriod
from models.errors import NoSuchThing
from tests.makers import add, make_participant

TODAY, HEARING = date(2026, 11, 23), date(2026, 11, 24)


def of(desk, who, as_of=TODAY):
    with desk.read() as session:
        return situation.of(session.connection(), who.person, as_of=as_of, on=HEARING)


def test_somebody_is_called_what_they_want_to_be_called(desk):
    who = make_participant(desk, "Begaye", "Nizhoni", preferred_name="Zoni", case_number="TC-1")

    now = of(desk, who)

    assert (now.name, now.case_number, now.status_words) == ("Zoni Begaye", "TC-1", "Active")


def test_a_phase_of_the_set_has_its_name_and_how_many_there_are(desk):
    phase = of(desk, make_participant(desk, phase=2)).phase

    assert (phase.number, phase.of, phase.day, phase.minimum_days) == (2, 5, None, 90)
    assert phase.name


def test_without_a_status_or_phase_on_file_that_is_said(desk):
    now = of(desk, make_participant(desk, status=None, phase=None))

    assert (now.status_words, now.phase) == (say("status.none"), None)


def test_only_conditions_in_force_are_told_and_none_names_a_medicine(desk):
    who = make_participant(desk)
    ids = {"person_id": who.person, "episode_id": who.episode, "kind": ConditionKind.CONDITION}
    add(desk, CourtCondition(words="No contact with R.", **ids))
    add(desk, CourtCondition(words="Ended", ended_on=date(2026, 11, 1), **ids))
    add(desk, CourtCondition(words="Not yet", started_on=date(2026, 12, 1), **ids))
    add(desk, CourtCondition(words="Stay off methadone", **ids))

    told = of(desk, who).conditions

    assert told[0] == "No contact with R."
    assert len(told) == 2
    assert not medicines.named_in(" ".join(told))


def test_custody_is_told_with_its_days(desk):
    who = make_participant(desk)
    ids = {"person_id": who.person, "episode_id": who.episode}
    add(desk, CustodyPeriod(reason=CustodyReason.WARRANT, started_on=date(2026, 11, 2), **ids))

    ((started, ended),) = of(desk, who).custody

    assert (started, ended) == (date(2026, 11, 2), None)


def test_before_the_referral_there_is_nothing_to_report(desk):
    with pytest.raises(NoSuchThing):
        of(desk, make_participant(desk), as_of=date(2025, 1, 1))
