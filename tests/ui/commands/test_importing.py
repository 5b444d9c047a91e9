import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.ui.commands.conftest import Shell

SPREADSHEETS = Path(__file__).parents[2] / "app" / "imports" / "spreadsheets"
PERSON = ("case_number", "last_name", "first_name", "birth_date", "sex", "status", "phase")
STYLES = ("plain", "messy", "windows")


def bring_in(shell: Shell, style: str) -> None:
    for file, kind in (("caseload", "participants"), ("drug-tests", "drug-tests")):
        answer = shell("import", SPREADSHEETS / style / f"{file}.csv", "--as", kind)
        assert answer.code == 0, answer.told


def truth(style: str) -> dict[str, list[dict[str, object]]]:
    return json.loads((SPREADSHEETS / style / "truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("style", STYLES)
def test_an_imported_caseload_lists_what_the_spreadsheet_says(shell: Shell, style: str) -> None:
    bring_in(shell, style)

    rows = shell("list", "--what", "participants").shown["rows"]

    wanted = {row["case_number"]: row for row in truth(style)["participants"]}
    assert [row["case_number"] for row in rows] == sorted(wanted)
    for row in rows:
        expected = wanted[row["case_number"]]
        assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize("style", STYLES)
def test_imported_drug_tests_list_what_the_spreadsheet_says(shell: Shell, style: str) -> None:
    bring_in(shell, style)

    rows = shell("list", "--what", "drug-tests").shown["rows"]

    def told(row: dict[str, object]) -> tuple[object, ...]:
        return (row["case_number"], row["collected_on"], row["specimen"], row["outcome"])

    expected = truth(style)["drug_tests"]
    assert len(rows) == len(expected)
    wanted = sorted((*told(row), tuple(sorted(row["positive"]))) for row in expected)
    found = sorted(
        (*told(row), tuple(sorted(result["substance"] for result in row["results"])))
        for row in rows
    )
    assert found == wanted
    results = [result for row in rows for result in row["results"]]
    assert {result["result"] for result in results} == {"presumptive"}
    assert {result["reading"] for result in results} == {None}


@pytest.mark.parametrize("style", STYLES)
def test_importing_again_changes_nothing(shell: Shell, style: str) -> None:
    bring_in(shell, style)
    before = shell("list", "--what", "drug-tests").shown

    for file, kind in (("caseload", "participants"), ("drug-tests", "drug-tests")):
        again = shell("import", SPREADSHEETS / style / f"{file}.csv", "--as", kind).shown
        assert (again["imported"], again["updated"]) == (0, 0)
        assert again["unchanged"] > 0

    assert shell("list", "--what", "drug-tests").shown == before


def test_a_broken_caseload_names_every_mistake_and_keeps_nothing(shell: Shell) -> None:
    bring_in(shell, "plain")
    before = shell("list", "--what", "participants").shown

    answer = shell("import", SPREADSHEETS / "broken" / "caseload.csv", "--as", "participants")

    assert answer.code == 15
    found = [(each["row"], each["column"]) for each in answer.shown["mistakes"]]
    assert found == [(each["row"], each["column"]) for each in truth("broken")["mistakes"]]
    assert answer.shown["imported"] == 0
    assert shell("list", "--what", "participants").shown == before


def test_a_dry_run_counts_and_keeps_nothing(shell: Shell) -> None:
    file = SPREADSHEETS / "plain" / "caseload.csv"

    answer = shell("import", file, "--as", "participants", "--dry-run")

    assert answer.code == 0
    assert answer.shown["imported"] == 25
    assert shell("list", "--what", "participants").shown["count"] == 0


def test_other_values_are_a_mistake_unless_asked_to_update(shell: Shell, tmp_path: Path) -> None:
    bring_in(shell, "plain")
    file = tmp_path / "changed.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["Case No.", "Surname", "Given name", "Phase", "Status"])
        writer.writerow(["2025-CR-1000", "Rasmussen", "Siobhan", "4", "AWOL"])

    refused = shell("import", file, "--as", "participants")
    updated = shell("import", file, "--as", "participants", "--update")

    assert refused.code == 15
    assert [each["column"] for each in refused.shown["mistakes"]] == [
        "Given name",
        "Status",
        "Phase",
    ]
    assert updated.shown["updated"] == 1
    rows = shell("list", "--what", "participants").shown["rows"]
    row = next(row for row in rows if row["case_number"] == "2025-CR-1000")
    assert (row["first_name"], row["phase"], row["status"]) == ("Siobhan", 4, "absconded")


def test_the_value_before_an_update_stays_in_the_trail(shell: Shell, tmp_path: Path) -> None:
    bring_in(shell, "plain")
    file = tmp_path / "changed.csv"
    file.write_text("case,last,first\n2025-CR-1000,Rasmussen,Shivaun\n", encoding="utf-8")
    shell("import", file, "--as", "participants", "--update")

    shell("audit", "--csv", shell.folder / "trail.csv")

    trail = (shell.folder / "trail.csv").read_text(encoding="utf-8-sig")
    assert "first_name: Siobhán -> Shivaun" in trail


def test_a_test_of_nobody_known_is_a_mistake_at_its_case_number(shell: Shell) -> None:
    file = SPREADSHEETS / "plain" / "drug-tests.csv"

    answer = shell("import", file, "--as", "drug-tests")

    assert answer.code == 15
    assert answer.shown["mistakes"][0]["row"] == 2
    assert answer.shown["mistakes"][0]["column"] == "Case Number"


def test_a_workbook_with_other_headings_comes_in_too(shell: Shell) -> None:
    book = Workbook()
    book.active.append(["Notes", "Cause number", "Family name", "Given", "Born", "Level"])
    book.active.append(["x", "26-TC-0117", "Tsosie-ʼAshkii", "Niłch'i", "3/7/91", "Phase III"])
    book.save(shell.folder / "people.xlsx")

    answer = shell("import", shell.folder / "people.xlsx", "--as", "participants")

    assert answer.shown["ignored_columns"] == ["Notes"]
    row = shell("list", "--what", "participants").shown["rows"][0]
    assert (row["last_name"], row["first_name"]) == ("Tsosie-ʼAshkii", "Niłch'i")
    assert (row["birth_date"], row["phase"]) == ("1991-03-07", 3)


def test_a_kind_that_does_not_exist_yet_is_refused(shell: Shell) -> None:
    file = SPREADSHEETS / "plain" / "caseload.csv"

    answer = shell("import", file, "--as", "consents")

    assert answer.code == 17
    assert answer.shown["error"]["kind"] == "unknown"


def test_without_json_mistakes_are_told_by_row_and_column(shell: Shell) -> None:
    file = SPREADSHEETS / "broken" / "caseload.csv"

    answer = shell.run("import", shell.record, file, "--as", "participants", *shell.secret)

    assert answer.code == 15
    assert answer.told.startswith("Row 5, DOB: 02/30/1990 is not a date.")
