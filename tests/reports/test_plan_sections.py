"""Tests the sections of a printed plan: goals in own words, steps with their state, signatures."""

from dataclasses import replace
from datetime import date

from models.choices import ObjectiveStatus, ProblemStatus
from reports import plan_sections, styles, treatment_plan
from reports.blocks import Space
from reports.plan_sections import PLENTY, Together
from tests.reports import pages, plan_examples
from tests.reports.plan_examples import problem, step, with_problems


def told(facts):
    return pages.text(treatment_plan.drawn(facts).pdf)


def test_the_participants_own_words_are_the_largest_of_a_problem():
    found = pages.said(treatment_plan.drawn(plan_examples.ordinary()).pdf)

    [(element, words, own)] = [each for each in found if "door that locks" in each[1]]
    assert element.kind == "H3"
    assert words == "“A place with a door that locks.”"
    assert own[0].size == styles.LARGE.size


def test_a_problem_tells_its_evidence_and_a_status_that_is_not_the_usual():
    usual = told(plan_examples.ordinary())
    deferred = told(with_problems(replace(problem(1), status=ProblemStatus.DEFERRED)))

    assert "Evidence: Intake, Sep 8" in usual
    assert "Recovery environment" in usual
    assert "Status:" not in usual
    assert "Status: Put off" in deferred


def test_help_is_told_with_who_gives_it_and_how_often():
    words = told(plan_examples.ordinary())

    assert "Ride list; Juniper Peer Support, R. Stone, 2 a week" in words
    assert "Review notebook" in words


def test_how_far_a_step_is_stands_with_both_ratings():
    words = told(with_problems(problem(1, step("1.1", "Visit"))))

    assert "in progress 1 of 3 places own 2, staff 1 of 3" in words


def test_ratings_that_nobody_gave_are_left_out():
    quiet = step("1.1", "Visit", staff_rating=None, participant_rating=None, progress=None)

    words = told(with_problems(problem(1, quiet)))

    assert ", staff" not in words
    assert "rating " not in words


def test_a_rating_by_one_alone_says_by_whom():
    own = step("1.1", "Visit", staff_rating=None)
    staff = step("1.2", "File", participant_rating=None)

    words = told(with_problems(problem(1, own, staff)))

    assert "own rating 2 of 3" in words
    assert "staff rating 1 of 3" in words


def test_a_step_that_is_met_tells_the_day_and_one_that_is_late_says_so():
    met = step("1.1", "Apply", status=ObjectiveStatus.MET)
    late = step("1.2", "Visit", target_on=date(2026, 11, 20))
    undated = step("1.3", "Call", target_on=None)

    words = told(with_problems(problem(1, met, late, undated)))

    assert "met Nov 13" in words
    assert words.count("past its date") == 1
    assert "in progress, past its date" in words


def test_a_late_step_is_semibold_as_well():
    late = step("1.2", "Visit", target_on=date(2026, 11, 20))

    found = pages.pieces(treatment_plan.drawn(with_problems(problem(1, late))).pdf)

    [piece] = [each for each in found if each.text.endswith("Visit")]
    assert "SemiBold" in piece.font


def test_every_objective_is_a_row_of_one_table_under_its_heads():
    facts = with_problems(problem(1, step("1.1", "Visit"), step("1.2", "File")))

    kinds = [each.kind for each in pages.elements(treatment_plan.drawn(facts).pdf)]

    assert kinds.count("Table") == 1
    assert kinds.count("TR") == 3


def test_gaps_are_told_in_words():
    words = told(with_problems(replace(problem(1), goals=()), problem(2)))

    assert "No goal on file." in words
    assert "No objective on file." in words


def test_who_took_part_can_sign_or_decline():
    words = told(plan_examples.ordinary())

    for each in ("Dani Marsh, participant", "Clinician", "declined to sign", "got a copy"):
        assert each in words


def test_what_belongs_together_goes_to_the_next_page_whole_unless_it_is_more_than_a_page():
    short = Together(
        100, (Space(100, 60), *plan_sections.strengths(plan_examples.empty()).body.blocks)
    )
    long = Together(100, short.blocks * 12)

    assert short.split(short.height) == (short, None)
    assert short.split(short.height - 1) == (None, short)
    assert long.height > PLENTY
    assert None not in long.split(PLENTY)
