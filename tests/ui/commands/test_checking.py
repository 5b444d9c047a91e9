import csv
from pathlib import Path

import pytest

from tests.ui.commands.conftest import Shell

PEOPLE = Path(__file__).parents[2] / "app" / "imports" / "spreadsheets" / "plain" / "caseload.csv"


def kinds(answer) -> list[str]:
    assert answer.shown["ok"] is (not answer.shown["problems"])
    return [problem["kind"] for problem in answer.shown["problems"]]


def test_a_sound_record_has_no_problem(shell: Shell) -> None:
    shell("import", PEOPLE, "--as", "participants")

    answer = shell("check")

    assert (answer.code, kinds(answer)) == (0, [])
    assert answer.shown["checked"]["person"] == 25


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00" + bytes(5000), "plain"),
        (b"a letter", "not-a-record"),
        (bytes(5000), "truncated"),
    ],
)
def test_check_prints_its_own_value_for_what_is_no_record(
    shell: Shell, content: bytes, kind: str
) -> None:
    shell.record.write_bytes(content)

    answer = shell("check")

    assert (answer.code, kinds(answer)) == (11, [kind])


def test_a_flipped_bit_in_a_page_is_found(shell: Shell) -> None:
    shell("import", PEOPLE, "--as", "participants")
    data = bytearray(shell.record.read_bytes())
    data[len(data) // 2] ^= 1
    shell.record.write_bytes(data)

    answer = shell("check")

    assert answer.code == 11
    assert "page" in kinds(answer)


def test_a_printed_mark_is_held_by_the_trail_it_came_from(shell: Shell) -> None:
    mark = shell("audit", "--verify").shown["checked"]["audit_mark"]

    assert shell("check", "--against", mark).code == 0
    other = "1-" + "0" * 16
    assert kinds(shell("check", "--against", other)) == ["audit-tail"]


def test_against_a_file_that_is_no_backup_or_not_there_nothing_is_checked(shell: Shell) -> None:
    assert shell("check", "--against", shell.record).code == 11
    assert shell("check", "--against", shell.folder / "nothing").code == 17


def test_the_trail_verifies_and_is_exported_with_cells_guarded(shell: Shell) -> None:
    sheet = shell.folder / "people.csv"
    sheet.write_text("case,last,first\n1-A,=SUM(A1),@here\n", encoding="utf-8")
    shell("import", sheet, "--as", "participants")

    answer = shell("audit", "--verify", "--csv", shell.folder / "trail.csv")

    assert (answer.code, kinds(answer)) == (0, [])
    with (shell.folder / "trail.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["seq"]) for row in rows] == list(range(1, len(rows) + 1))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    disclosures = shell("list", "--what", "disclosures").shown["rows"]
    assert [row["document"] for row in disclosures] == ["audit-csv"]


def test_an_existing_table_is_not_written_over(shell: Shell) -> None:
    (shell.folder / "trail.csv").write_text("mine", encoding="utf-8")

    assert shell("audit", "--csv", shell.folder / "trail.csv").code == 15
    assert (shell.folder / "trail.csv").read_text(encoding="utf-8") == "mine"
