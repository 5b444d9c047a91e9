from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import PASSPHRASE
from tests.ui.commands.conftest import Shell


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return tmp_path


def words(folder: Path, *rest: object) -> list[object]:
    return [
        "new",
        folder / "new.milepost",
        *("--court", "Juniper County", "--holder", "Ruth Amsel"),
        *("--passphrase-file", folder / "pass", "--json"),
        *rest,
    ]


def test_a_new_record_opens_with_its_passphrase_and_with_its_sheet(call, folder: Path) -> None:
    sheet = folder / "sheet.txt"

    answer = call(*words(folder, "--sheet-text", sheet))

    assert answer.code == 0
    assert set(answer.shown) == {"record", "key", "record_id", "holder"}
    assert len(bytes.fromhex(answer.shown["record_id"])) == 16
    for secret in (("--passphrase-file", folder / "pass"), ("--sheet-file", sheet)):
        listed = call("list", folder / "new.milepost", "--what", "hearings", *secret, "--json")
        assert listed.shown == {"what": "hearings", "count": 0, "rows": []}


def test_the_printed_sheet_holds_the_groups_of_the_text_sheet(call, folder: Path) -> None:
    page, text = folder / "sheet.pdf", folder / "sheet.txt"

    call(*words(folder, "--sheet", page, "--sheet-text", text))

    printed = "".join(PdfReader(page).pages[0].extract_text().split())
    lines = text.read_text(encoding="utf-8").splitlines()
    groups = [line.split()[1] for line in lines if line[:2] in {f"{n} " for n in range(1, 7)}]
    assert len(groups) == 6
    assert all(group in printed for group in groups)


def test_without_a_sheet_there_is_no_record(call, folder: Path) -> None:
    answer = call(*words(folder))

    assert (answer.code, answer.shown["error"]["kind"]) == (2, "usage")
    assert not (folder / "new.milepost").exists()


@pytest.mark.parametrize("typed", ["short", "aaaaaaaaaaaaaaaaaaaa", "passwordpassword"])
def test_a_weak_passphrase_leaves_nothing_behind(call, folder: Path, typed: str) -> None:
    (folder / "pass").write_text(typed, encoding="utf-8")

    answer = call(*words(folder, "--sheet-text", folder / "sheet.txt"))

    assert (answer.code, answer.shown["error"]["kind"]) == (15, "input")
    assert sorted(path.name for path in folder.iterdir()) == ["pass"]


@pytest.mark.parametrize("there", ["new.milepost", "new.key", "sheet.txt"])
def test_what_is_already_there_is_never_touched(call, folder: Path, there: str) -> None:
    (folder / there).write_bytes(b"mine")

    answer = call(*words(folder, "--sheet-text", folder / "sheet.txt"))

    assert answer.code == 15
    assert (folder / there).read_bytes() == b"mine"
    assert sorted(path.name for path in folder.iterdir()) == sorted(["pass", there])


def test_a_record_whose_sheet_cannot_be_written_is_not_kept(call, folder: Path) -> None:
    answer = call(*words(folder, "--sheet-text", folder / "missing" / "sheet.txt"))

    assert answer.code == 17
    assert sorted(path.name for path in folder.iterdir()) == ["pass"]


def test_a_missing_folder_or_passphrase_file_is_named(call, folder: Path) -> None:
    sheet = ("--sheet-text", folder / "sheet.txt")
    elsewhere = words(folder, *sheet)
    elsewhere[1] = folder / "nowhere" / "new.milepost"
    nobody = words(folder, *sheet)
    nobody[nobody.index(folder / "pass")] = folder / "nothing"

    assert [call(*elsewhere).code, call(*nobody).code] == [17, 17]


def test_without_a_terminal_no_passphrase_is_asked_for(call, folder: Path) -> None:
    answer = call(
        *("new", folder / "new.milepost", "--court", "C", "--holder", "H"),
        *("--sheet-text", folder / "sheet.txt", "--json"),
    )

    assert (answer.code, answer.shown["error"]["kind"]) == (10, "passphrase")


def test_an_unknown_time_zone_is_refused(call, folder: Path) -> None:
    sheet = ("--sheet-text", folder / "sheet.txt")

    answer = call(*words(folder, *sheet, "--time-zone", "America/Nowhere"))

    assert answer.code == 15


def test_without_json_only_the_sentence_is_told(call, folder: Path, shell: Shell) -> None:
    arguments = words(folder, "--sheet-text", folder / "s.txt")
    arguments.remove("--json")

    answer = call(*arguments)

    assert answer.shown == ""
    assert answer.told.startswith("new.milepost is made.")
