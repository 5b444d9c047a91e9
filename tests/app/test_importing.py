import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from app import digest, importing, participants, testing
from app.importing import KINDS
from models.choices import TestResult

SPREADSHEETS = Path(__file__).parent / "imports" / "spreadsheets"
STYLES = ("plain", "messy", "windows")


def bring(desk, style, kind, **how):
    name = {"participants": "caseload.csv", "drug-tests": "drug-tests.csv"}[kind]
    return importing.bring_in(desk, KINDS[kind], SPREADSHEETS / style / name, **how)


def truth(style):
    return json.loads((SPREADSHEETS / style / "truth.json").read_text(encoding="utf-8"))


def lines(desk):
    with desk.read() as session:
        return participants.as_of(session.connection(), desk.today())


def logical(desk):
    with desk.read() as session:
        return digest.logical(session.connection())


def as_text(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("style", STYLES)
def test_the_record_says_what_the_truth_says(desk, style):
    people = bring(desk, style, "participants")
    tests = bring(desk, style, "drug-tests")

    expected = truth(style)
    assert (people.imported, people.mistakes) == (len(expected["participants"]), [])
    assert tests.mistakes == []
    found = {line.case_number: line for line in lines(desk)}
    for person in expected["participants"]:
        line = found[person["case_number"]]
        assert {name: as_text(getattr(line, name)) for name in person} == person
    with desk.read() as session:
        read = testing.tests(session.connection(), until=desk.today(), person_id=range(1, 1000))
    cases = {line.person_id: line.case_number for line in lines(desk)}
    told = Counter(
        (
            cases[test.person_id],
            test.collected_on.isoformat(),
            tuple(sorted(r.substance for r in test.results if r.result is TestResult.PRESUMPTIVE)),
        )
        for test in read
    )
    assert told == Counter(
        (test["case_number"], test["collected_on"], tuple(sorted(test["positive"])))
        for test in expected["drug_tests"]
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("update", [False, True])
def test_importing_again_changes_nothing(desk, style, update):
    for kind in ("participants", "drug-tests"):
        bring(desk, style, kind)
    before = logical(desk)

    again = [bring(desk, style, kind, update=update) for kind in ("participants", "drug-tests")]

    assert [(each.imported, each.updated, each.mistakes) for each in again] == [(0, 0, [])] * 2
    assert all(each.unchanged for each in again)
    assert logical(desk) == before


def test_a_dry_run_tells_everything_and_keeps_nothing(desk):
    before = logical(desk)

    told = bring(desk, "plain", "participants", dry_run=True)

    assert told.imported == 25
    assert logical(desk) == before


def test_a_broken_file_names_its_mistakes_and_leaves_the_record_as_it_was(desk):
    before = logical(desk)

    told = bring(desk, "broken", "participants")

    named = [{"row": each.row, "column": each.column} for each in told.mistakes]
    assert named == truth("broken")["mistakes"]
    assert (told.imported, logical(desk)) == (0, before)


def test_tests_of_somebody_unknown_are_mistakes(desk):
    before = logical(desk)

    told = bring(desk, "plain", "drug-tests")

    assert told.mistakes
    assert (told.imported, logical(desk)) == (0, before)


def changed_caseload(tmp_path):
    file = tmp_path / "caseload.csv"
    file.write_text(
        "Case Number,Last Name,First Name,Phase,Status\nTC-1,Begay,Nizhoni,2,active\n",
        encoding="utf-8",
    )
    return file


def first_caseload(tmp_path):
    file = tmp_path / "first.csv"
    file.write_text(
        "Case Number,Last Name,First Name,Phase,Status\nTC-1,Begaye,Nizhoni,1,active\n",
        encoding="utf-8",
    )
    return file


def test_other_values_of_a_known_person_are_mistakes_unless_asked_to_update(desk, tmp_path):
    importing.bring_in(desk, KINDS["participants"], first_caseload(tmp_path))
    before = logical(desk)

    told = importing.bring_in(desk, KINDS["participants"], changed_caseload(tmp_path))

    assert [(each.row, each.column) for each in told.mistakes] == [(2, "Last Name"), (2, "Phase")]
    assert logical(desk) == before


def test_an_update_keeps_the_old_values_as_corrections(desk, tmp_path):
    importing.bring_in(desk, KINDS["participants"], first_caseload(tmp_path))

    told = importing.bring_in(desk, KINDS["participants"], changed_caseload(tmp_path), update=True)

    (line,) = lines(desk)
    with desk.read() as session:
        from app import audit

        changes = " ".join(e.changes or "" for e in audit.events(session.connection()))
        periods = session.connection().scalar(text("SELECT count(*) FROM phase_period"))
    assert (told.updated, line.last_name, line.phase) == (1, "Begay", 2)
    assert "last_name: Begaye -> Begay" in changes
    assert periods == 2


def test_a_file_says_by_its_headings_what_its_rows_are():
    for name, kind in (("caseload.csv", "participants"), ("drug-tests.csv", "drug-tests")):
        assert importing.look(SPREADSHEETS / "messy" / name).kind.name == kind


def test_columns_that_a_person_named_are_taken_as_they_were_named(desk, tmp_path):
    file = tmp_path / "caseload.csv"
    file.write_text("Who,Nr\n'Marsh, Delia',x\n".replace("'", '"'), encoding="utf-8")
    table = importing.look(file).as_kind(KINDS["participants"])
    assert len(importing.enter(desk, table).summary.mistakes) == 3

    tried = importing.enter(desk, table.naming({0: "name", 1: "case_number"}))

    assert tried.summary.imported == 1
    assert [(row.last_name, row.first_name) for row in tried.rows] == [("Marsh", "Delia")]
    assert [line.case_number for line in lines(desk)] == ["x"]


def test_the_first_rows_are_shown_before_anything_is_kept(desk):
    before = logical(desk)

    tried = importing.enter(
        desk, importing.look(SPREADSHEETS / "plain" / "caseload.csv"), dry_run=True
    )

    assert len(tried.rows) == importing.SHOWN
    assert tried.summary.imported == 25
    assert logical(desk) == before


def test_every_field_of_a_kind_has_words_for_a_person():
    for kind in KINDS.values():
        labels = [field.label for field in kind.fields]
        assert len(set(labels)) == len(labels)
        assert {field.name for field in kind.fields} == set(kind.headings)
