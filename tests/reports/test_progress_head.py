from dataclasses import replace
from datetime import time

import pytest

from app.progress_facts import PhaseFacts
from models.choices import HearingType
from reports import progress_report
from tests.reports import examples, pages


def text(facts) -> str:
    return pages.text(progress_report.to_bytes(facts))


def test_the_head_says_which_court_hearing_and_judge():
    said = text(examples.ordinary())

    assert "Juniper County Treatment Court , Courtroom 2" in said
    assert "Hearing Tuesday, November 24, 2026, 9:00 AM, Hon. R. Whitcomb" in said
    assert "Progress report: judge\u2019s copy" in said


def test_a_hearing_that_is_not_on_file_is_said_to_be_missing():
    assert "No hearing on file for this date." in text(examples.empty())
    assert "No hearing on file" not in text(examples.ordinary())


def test_a_substitute_and_a_special_kind_of_hearing_are_named():
    facts = examples.ordinary()
    hearing = replace(facts.hearing, substitute=True, type=HearingType.TERMINATION, at=time(13, 30))

    said = text(replace(facts, hearing=hearing))

    assert (
        "Termination hearing Tuesday, November 24, 2026, 1:30 PM, Hon. R. Whitcomb (substitute)"
        in said
    )


@pytest.mark.parametrize("kind", HearingType)
def test_every_kind_of_hearing_has_its_words(kind):
    facts = examples.ordinary()

    said = text(replace(facts, hearing=replace(facts.hearing, type=kind)))

    assert "earing Tuesday, November 24" in said


def test_pronouns_and_case_number_stand_beside_a_short_name_and_under_a_long_one():
    def baselines(facts) -> tuple[float, float]:
        found = pages.pieces(progress_report.to_bytes(facts))
        name = next(piece for piece in found if piece.size == 21)
        case = next(piece for piece in found if "case 26-TC" in piece.text)
        return name.y, case.y

    name, case = baselines(examples.ordinary())
    assert name == pytest.approx(case, abs=0.1)
    name, case = baselines(examples.full())
    assert name > case + 8


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (PhaseFacts(3, 5, "Prosocial", 71, 90), "3 of 5 Prosocial day 71; minimum 90"),
        (PhaseFacts(3, 5, None, 71, None), "3 of 5 day 71"),
        (PhaseFacts(2, None, None, None, None), "Phase 2 start not on file"),
        (None, "Phase Not on file"),
    ],
)
def test_the_phase_says_what_is_on_file(phase, said):
    assert said in text(replace(examples.ordinary(), phase=phase))


def test_what_the_participant_needs_and_every_condition_stand_at_the_top():
    said = text(examples.full())

    assert "Interpreter: Spanish, certified" in said
    assert "Accommodations: large print, a seat near the door" in said
    for condition in examples.full().conditions:
        assert condition in said
    assert "Conditions and no-contact orders: none on file" in text(examples.empty())


def test_how_a_name_is_said_stands_beside_it_where_it_is_known():
    facts = examples.ordinary()

    assert "say: een-YEE-go" in text(replace(facts, said_as="een-YEE-go"))
    assert "say:" not in text(facts)
