from datetime import date

import pytest
from sqlalchemy import select

from app import audit, importing, people
from app.importing import KINDS
from models.choices import Answer, Outcome, TestResult, Validity
from models.drug_test import DrugTest, DrugTestResult
from models.episode import Episode
from tests.makers import Found, make_episode, make_participant, make_test
from tests.makers import rows as stored

HEADINGS = "Case Number,Date,Specimen,Outcome,Substances\n"
DAY = date(2026, 11, 9)


@pytest.fixture
def who(desk):
    return make_participant(desk, case_number="TC-1")


@pytest.fixture
def known(desk, who):
    return desk


def bring(desk, tmp_path, *rows, headings=HEADINGS, **how):
    file = tmp_path / "tests.csv"
    file.write_text(headings + "\n".join(rows) + "\n", encoding="utf-8")
    return importing.bring_in(desk, KINDS["drug-tests"], file, **how)


def row(outcome, substances="", case="TC-1"):
    return f"{case},2026-11-09,UA,{outcome},{substances}"


def results(desk):
    with desk.read() as session:
        found = session.scalars(select(DrugTestResult).order_by(DrugTestResult.id))
        return [(each.substance, each.result) for each in found]


def only_test(desk):
    with desk.read() as session:
        test = session.scalars(select(DrugTest)).one()
    return test.outcome, test.validity


def counted(told):
    return told.imported, told.updated, told.unchanged, len(told.mistakes)


def test_two_tests_of_one_day_are_two(known, tmp_path):
    same = row("negative")

    first = bring(known, tmp_path, same, same)
    again = bring(known, tmp_path, same, same, same)

    assert (first.imported, again.imported, again.unchanged) == (2, 1, 2)
    with known.read() as session:
        assert len(session.scalars(select(DrugTest)).all()) == 3


def test_another_result_is_a_mistake_unless_asked_to_update(known, tmp_path):
    bring(known, tmp_path, row("positive", "thc"))

    refused = bring(known, tmp_path, row("positive", "cocaine"))
    assert [each.column for each in refused.mistakes] == ["Substances"]
    assert results(known) == [("thc", TestResult.PRESUMPTIVE)]

    told = bring(known, tmp_path, row("positive", "cocaine"), update=True)
    assert told.updated == 1
    assert results(known) == [("cocaine", TestResult.PRESUMPTIVE)]


def test_a_test_of_an_unknown_case_is_a_mistake(known, tmp_path):
    told = bring(known, tmp_path, row("negative", case="TC-404"))

    assert [(each.row, each.column) for each in told.mistakes] == [(2, "Case Number")]


@pytest.mark.parametrize("update", [False, True])
def test_a_negative_agrees_with_a_specimen_that_the_laboratory_accepted(
    known, who, tmp_path, update
):
    make_test(known, who, DAY)

    told = bring(known, tmp_path, row("Negative"), update=update)

    assert counted(told) == (0, 0, 1, 0)
    assert only_test(known) == (Outcome.TESTED, Validity.ACCEPTABLE)


@pytest.mark.parametrize(
    ("outcome", "validity", "word"),
    [
        (Outcome.TESTED, Validity.DILUTE, "negative"),
        (Outcome.TAMPERED, Validity.SUBSTITUTED, "tampered"),
        (Outcome.REJECTED, Validity.INVALID, "rejected"),
    ],
)
def test_a_word_that_says_nothing_of_the_specimen_agrees_with_the_record(
    known, who, tmp_path, outcome, validity, word
):
    make_test(known, who, DAY, outcome=outcome, validity=validity)

    told = bring(known, tmp_path, row(word), update=True)

    assert counted(told) == (0, 0, 1, 0)
    assert only_test(known) == (outcome, validity)


def test_an_update_of_the_substances_leaves_the_validity_as_the_record_has_it(known, who, tmp_path):
    make_test(known, who, DAY)

    told = bring(known, tmp_path, row("positive", "thc"), update=True)

    assert told.updated == 1
    assert only_test(known) == (Outcome.TESTED, Validity.ACCEPTABLE)
    assert results(known) == [("thc", TestResult.PRESUMPTIVE)]


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ((Outcome.TESTED, Validity.ACCEPTABLE), "dilute", (Outcome.TESTED, Validity.DILUTE)),
        ((Outcome.TESTED, Validity.ACCEPTABLE), "no-show", (Outcome.NO_SHOW, None)),
        ((Outcome.NO_SHOW, None), "negative", (Outcome.TESTED, Validity.NOT_DETERMINED)),
        ((Outcome.TESTED, None), "negative", (Outcome.TESTED, Validity.NOT_DETERMINED)),
        (
            (Outcome.TAMPERED, Validity.ADULTERATED),
            "negative",
            (Outcome.TESTED, Validity.ADULTERATED),
        ),
    ],
)
def test_another_outcome_is_a_mistake_unless_asked_to_update(
    known, who, tmp_path, before, word, after
):
    make_test(known, who, DAY, outcome=before[0], validity=before[1])

    refused = bring(known, tmp_path, row(word))
    told = bring(known, tmp_path, row(word), update=True)
    again = bring(known, tmp_path, row(word), update=True)

    assert [each.column for each in refused.mistakes] == ["Outcome"]
    assert (told.updated, only_test(known)) == (1, after)
    assert counted(again) == (0, 0, 1, 0)


def test_an_update_leaves_what_the_laboratory_said_as_it_is(known, who, tmp_path):
    make_test(
        known,
        who,
        DAY,
        Found("methamphetamine", TestResult.CONFIRMED, "d-methamphetamine", Answer.DISPUTED),
        Found("thc", TestResult.PRESUMPTIVE, answer=Answer.ADMITTED),
        Found("opiates", TestResult.PRESUMPTIVE),
    )
    with known.work() as session:
        confirmed, asked, _gone = session.scalars(select(DrugTestResult).order_by("id"))
        confirmed.confirmed_on = asked.confirmation_asked_on = DAY
    with known.read() as session:
        before = stored(session, "drug_test_result")

    told = bring(known, tmp_path, row("positive", "etg; methamphetamine; thc"), update=True)

    with known.read() as session:
        after = stored(session, "drug_test_result")
        trail = " ".join(each.changes or "" for each in audit.events(session.connection()))
    assert told.updated == 1
    assert after[:2] == before[:2]
    assert results(known) == [
        ("methamphetamine", TestResult.CONFIRMED),
        ("thc", TestResult.PRESUMPTIVE),
        ("etg", TestResult.PRESUMPTIVE),
    ]
    assert "opiates" in trail


@pytest.mark.parametrize("word", ["positive", "negative"])
def test_a_screen_that_was_not_confirmed_stands_beside_either_word(known, who, tmp_path, word):
    make_test(known, who, DAY, Found("thc", TestResult.NOT_CONFIRMED))
    listed = "thc" if word == "positive" else ""

    told = bring(known, tmp_path, row(word, listed), update=True)

    assert counted(told) == (0, 0, 1, 0)
    assert results(known) == [("thc", TestResult.NOT_CONFIRMED)]


@pytest.mark.parametrize("held", [TestResult.NEGATIVE, TestResult.NOT_TESTED])
def test_one_substance_of_a_test_never_has_two_results(known, who, tmp_path, held):
    make_test(known, who, DAY, Found("thc", held))

    refused = bring(known, tmp_path, row("positive", "thc"))
    bring(known, tmp_path, row("positive", "thc"), update=True)

    assert len(refused.mistakes) == 1
    assert results(known) == [("thc", TestResult.PRESUMPTIVE)]


def test_a_positive_without_a_substance_agrees_with_any(known, who, tmp_path):
    make_test(known, who, DAY, Found("thc", TestResult.CONFIRMED))
    headings = "Case Number,Date,Specimen,Outcome\n"

    told = bring(known, tmp_path, "TC-1,2026-11-09,UA,pos", headings=headings, update=True)

    assert counted(told) == (0, 0, 1, 0)
    assert results(known) == [("thc", TestResult.CONFIRMED)]


def test_a_positive_without_a_substance_is_news_where_nothing_was_found(known, who, tmp_path):
    make_test(known, who, DAY)
    headings = "Case Number,Date,Specimen,Outcome\n"

    refused = bring(known, tmp_path, "TC-1,2026-11-09,UA,pos", headings=headings)
    bring(known, tmp_path, "TC-1,2026-11-09,UA,pos", headings=headings, update=True)

    assert len(refused.mistakes) == 1
    assert results(known) == [("unknown", TestResult.PRESUMPTIVE)]


def positives_by_case(desk):
    with desk.read() as session:
        tests = session.scalars(select(DrugTest).order_by(DrugTest.id)).all()
        positive = set(session.scalars(select(DrugTestResult.drug_test_id)))
    return [(test.episode_id, test.id in positive) for test in tests]


def test_tests_of_two_episodes_of_one_day_stay_apart(known, who, tmp_path):
    again = make_episode(known, who, case_number="TC-2")
    rows = [row("negative", case="TC-1"), row("positive", "thc", case="TC-2")]

    first = bring(known, tmp_path, *rows)
    second = bring(known, tmp_path, *rows, update=True)
    turned = bring(known, tmp_path, *reversed(rows), update=True)

    assert counted(first) == (2, 0, 0, 0)
    assert counted(second) == counted(turned) == (0, 0, 2, 0)
    assert positives_by_case(known) == [(who.episode, False), (again.episode, True)]


def test_two_case_numbers_of_one_episode_count_its_tests_together(known, who, tmp_path):
    with known.work() as session:
        people.add_case(session, session.get_one(Episode, who.episode), "TC-9", position=2)
    rows = [row("negative", case="TC-1"), row("positive", "thc", case="tc-9")]

    first = bring(known, tmp_path, *rows)
    second = bring(known, tmp_path, *rows, update=True)

    assert counted(first) == (2, 0, 0, 0)
    assert counted(second) == (0, 0, 2, 0)
    assert positives_by_case(known) == [(who.episode, False), (who.episode, True)]
