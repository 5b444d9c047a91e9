"""Every kind of bad file gets its sentence and its exit code, and the record stays as it was."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.ui.commands.conftest import Shell

HEADINGS = "case number,last name,first name,dob\n"


def _picture(target: Path) -> None:
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def _huge(target: Path) -> None:
    target.write_bytes(HEADINGS.encode() + b"1,A,B,01/01/1990\n" * (40_000_000 // 17))


def _bomb(target: Path) -> None:
    book = Workbook()
    book.active.append(HEADINGS.strip().split(","))
    book.save(target)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/bomb.bin", bytes(200_000_000))


def _too_many_rows(target: Path) -> None:
    rows = "".join(f"{n},A,B,\n" for n in range(20_001))
    target.write_text(HEADINGS + rows, encoding="utf-8")


def _too_many_columns(target: Path) -> None:
    target.write_text(",".join(f"column {n}" for n in range(101)) + "\n", encoding="utf-8")


def _empty(target: Path) -> None:
    target.write_bytes(b"")


def _no_headings(target: Path) -> None:
    target.write_text("1,2,3\n4,5,6\n", encoding="utf-8")


def _no_such_day(target: Path) -> None:
    target.write_text(HEADINGS + "1,A,B,02/30/1990\n", encoding="utf-8")


def _control_characters(target: Path) -> None:
    target.write_text(HEADINGS + "1,A\x07,B,\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (_picture, "people.csv"),
        (_huge, "people.csv"),
        (_bomb, "people.xlsx"),
        (_too_many_rows, "people.csv"),
        (_too_many_columns, "people.csv"),
        (_empty, "people.csv"),
        (_no_headings, "people.csv"),
        (_no_such_day, "people.csv"),
        (_control_characters, "people.csv"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(
    shell: Shell, make: Callable[[Path], None], name: str
) -> None:
    make(shell.folder / name)

    answer = shell("import", shell.folder / name, "--as", "participants")

    assert answer.code == 15
    assert answer.told.strip().endswith(".")
    assert shell("list", "--what", "participants").shown["count"] == 0


def test_a_missing_file_and_a_folder_are_told(shell: Shell) -> None:
    missing = shell("import", shell.folder / "nothing.csv", "--as", "participants")
    folder = shell("import", shell.folder, "--as", "participants")

    assert missing.code == 17
    assert folder.code in {15, 17}
    assert folder.told.strip()


def test_a_cell_that_begins_like_a_formula_is_a_name_and_comes_out_guarded(shell: Shell) -> None:
    rows = '26-1,"=HYPERLINK(""x"")",@Ada,\n26-2,O\'Dell,Niłch\'i ʼAshkii,\n'
    (shell.folder / "people.csv").write_text(HEADINGS + rows, encoding="utf-8")

    answer = shell("import", shell.folder / "people.csv", "--as", "participants")

    assert answer.code == 0
    names = [row["last_name"] for row in shell("list", "--what", "participants").shown["rows"]]
    assert names == ['=HYPERLINK("x")', "O'Dell"]
