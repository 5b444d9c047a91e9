"""Tests a drug test entered by hand: nothing said is no negative, positives name substances."""

from datetime import date

import pytest

from app import drug_tests, history, testing
from app.answers import REASON, Answers, Subject
from app.drug_tests import RESULTS, Finding, from_text, read_back, to_text
from app.errors import Invalid
from models.choices import Answer, Outcome, Reading, Specimen, TestResult, Validity
from models.drug_test import DrugTest
from tests.makers import make_participant, make_prescription

TODAY = date(2026, 11, 23)
TESTED = {"drug_test.collected_on": "t", "drug_test.outcome": "tested",
          "drug_test.specimen": "urine", "drug_test.panel": "10-panel cup"}  # fmt: skip
NEGATIVE = TESTED | {RESULTS: to_text([])}


def record(desk, ids, single, row_id=None):
    with desk.work() as session:
        subject = Subject(ids.person, row_id)
        return drug_tests.record(session, subject, Answers(single), TODAY)


def recorded(desk, ids):
    with desk.read() as session:
        return testing.tests(session.connection(), until=TODAY, episode_id=[ids.episode])


def opened(desk, ids, row_id):
    with desk.read() as session:
        return drug_tests.opened(session, Subject(ids.person, row_id), TODAY).answers.single


def test_a_negative_is_said_and_its_validity_was_not_determined(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    assert record(desk, ada, NEGATIVE) == "Ada Begaye, drug test, negative"

    [test] = recorded(desk, ada)
    assert (test.outcome, test.results, test.validity) == (
        Outcome.TESTED,
        (),
        Validity.NOT_DETERMINED,
    )


def test_nothing_said_is_no_negative(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, TESTED)

    assert set(refused.value.mistakes) == {RESULTS}
    assert recorded(desk, ada) == []


def test_what_the_laboratory_has_not_answered_waits(desk):
    ada = make_participant(desk)

    record(desk, ada, TESTED | {"drug_test.awaiting_laboratory": "yes"})

    assert recorded(desk, ada)[0].awaiting


def test_a_positive_names_its_substances_and_is_read_by_the_prescriptions(desk):
    ada = make_participant(desk)
    make_prescription(desk, ada, "buprenorphine", started_on=date(2026, 3, 4))
    found = [Finding("buprenorphine"), Finding("fentanyl", answer=Answer.DISPUTED)]

    told = record(desk, ada, TESTED | {RESULTS: to_text(found)})

    assert told.endswith("Buprenorphine, Fentanyl")
    readings = {each.substance: each.reading for each in recorded(desk, ada)[0].results}
    assert readings == {"buprenorphine": Reading.EXPECTED, "fentanyl": Reading.DISPUTED}


@pytest.mark.parametrize("outcome", ["no-show", "refused", "unable"])
def test_without_a_specimen_nothing_is_said_of_one(desk, outcome):
    ada = make_participant(desk)

    record(desk, ada, NEGATIVE | {"drug_test.outcome": outcome})

    [test] = recorded(desk, ada)
    assert (test.outcome.value, test.specimen, test.results) == (outcome, None, ())


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"drug_test.outcome": "excused"}, "drug_test.reason"),
        ({"drug_test.outcome": "rejected"}, "drug_test.reason"),
        ({"drug_test.collected_on": "+1"}, "drug_test.collected_on"),
        ({"drug_test.specimen": ""}, "drug_test.specimen"),
        ({"drug_test.sent_on": "11/1/2026"}, "drug_test.sent_on"),
        ({"drug_test.outcome": ""}, "drug_test.outcome"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, more, wrong):
    with pytest.raises(Invalid) as refused:
        record(desk, make_participant(desk), NEGATIVE | more)

    assert set(refused.value.mistakes) == {wrong}


def test_a_correction_asks_why_and_keeps_what_was(desk):
    ada = make_participant(desk)
    record(desk, ada, NEGATIVE)
    test_id = recorded(desk, ada)[0].id
    shown = opened(desk, ada, test_id)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, shown | {"drug_test.collected_on": "11/20/2026"}, test_id)
    record(desk, ada, shown | {"drug_test.collected_on": "11/20/2026", REASON: "cup"}, test_id)

    assert set(refused.value.mistakes) == {REASON}
    assert recorded(desk, ada)[0].collected_on == date(2026, 11, 20)
    with desk.read() as session:
        newest, _first = history.of_field(session, "drug_test", test_id, "collected_on")
    assert newest.changes[0].was == "11/23/2026"


def test_the_laboratory_and_the_person_answer_later_and_correct_nothing(desk):
    ada = make_participant(desk)
    record(desk, ada, TESTED | {RESULTS: to_text([Finding("thc")])})
    test_id = recorded(desk, ada)[0].id
    later = Finding("thc", TestResult.CONFIRMED, Answer.ADMITTED)

    record(desk, ada, opened(desk, ada, test_id) | {RESULTS: to_text([later])}, test_id)

    [result] = recorded(desk, ada)[0].results
    assert (result.result, result.answer) == (TestResult.CONFIRMED, Answer.ADMITTED)


def test_a_finding_that_is_taken_away_asks_why(desk):
    ada = make_participant(desk)
    record(desk, ada, TESTED | {RESULTS: to_text([Finding("thc")])})
    test_id = recorded(desk, ada)[0].id
    shown = opened(desk, ada, test_id) | {RESULTS: to_text([])}

    with pytest.raises(Invalid):
        record(desk, ada, shown, test_id)
    record(desk, ada, shown | {REASON: "read the wrong strip"}, test_id)

    assert recorded(desk, ada)[0].results == ()


def test_a_test_that_waits_opens_with_nothing_said(desk):
    ada = make_participant(desk)
    record(desk, ada, TESTED | {"drug_test.awaiting_laboratory": "yes"})

    assert opened(desk, ada, recorded(desk, ada)[0].id)[RESULTS] == ""


def test_a_new_test_opens_as_today_s_usual_one(desk):
    shown = opened(desk, make_participant(desk), None)

    assert shown["drug_test.collected_on"] == "11/23/2026"
    assert shown["drug_test.specimen"] == Specimen.URINE.value
    assert RESULTS not in shown


def test_findings_are_kept_and_read_back_in_words():
    found = [Finding("thc", TestResult.CONFIRMED, Answer.ADMITTED, "THC-COOH")]

    assert from_text(to_text(found)) == found
    assert from_text("") is None
    assert "THC, confirmed positive" in read_back(to_text(found))
    assert read_back(to_text([])) == "All of the panel negative."
    assert read_back("").startswith("Nothing said yet.")


def test_a_tampered_specimen_has_no_result(desk):
    ada = make_participant(desk)

    assert record(desk, ada, NEGATIVE | {"drug_test.outcome": "tampered"}).endswith("tampered")
    with desk.read() as session:
        assert session.query(DrugTest).one().specimen is Specimen.URINE


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "5",
        "[1]",
        '[{"substance": "fentanyl"}]',
        '[{"substance": "fentanyl", "result": "sure", "answer": null, "analyte": null}]',
        '[{"substance": "fentanyl", "result": "confirmed", "answer": "so", "analyte": null}]',
        to_text([Finding("q" * 61)]),
        to_text([Finding("")]),
    ],
)
def test_what_a_draft_of_another_day_cannot_tell_is_asked_again(desk, text):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, TESTED | {RESULTS: text})

    assert set(refused.value.mistakes) == {RESULTS}
    assert recorded(desk, ada) == []


def test_a_substance_stands_once():
    twice = [Finding("fentanyl", TestResult.CONFIRMED), Finding("thc"), Finding("fentanyl")]

    assert from_text(to_text(twice)) == twice[:2]


def test_a_finding_in_a_test_that_was_read_asks_why_and_in_one_that_waits_does_not(desk):
    ada = make_participant(desk)
    for waits in ("", "yes"):
        record(desk, ada, NEGATIVE | {"drug_test.awaiting_laboratory": waits})
    read, waiting = sorted(test.id for test in recorded(desk, ada))
    positive = {RESULTS: to_text([Finding("fentanyl")])}

    with pytest.raises(Invalid) as refused:
        record(desk, ada, opened(desk, ada, read) | positive, read)
    record(desk, ada, opened(desk, ada, waiting) | positive, waiting)

    assert set(refused.value.mistakes) == {REASON}
    assert [len(test.results) for test in sorted(recorded(desk, ada), key=lambda t: t.id)] == [0, 1]
