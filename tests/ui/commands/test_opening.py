import errno
import io
import sys
from pathlib import Path

import pytest

from app.vault import closing
from app.vault.record import open_record
from app.vault.unlock import Secret
from tests.conftest import HOLDER, PASSPHRASE
from tests.ui.commands.conftest import Shell


def listed(shell: Shell, *secret: object):
    return shell.run("list", shell.record, "--what", "hearings", *secret, "--json")


def refused(answer) -> tuple[int, str]:
    assert answer.told.strip() == answer.shown["error"]["message"]
    return answer.code, answer.shown["error"]["kind"]


def test_a_wrong_passphrase_is_told_and_the_next_one_still_opens(shell: Shell) -> None:
    (shell.folder / "wrong").write_text("not this one, surely not", encoding="utf-8")

    assert refused(listed(shell, "--passphrase-file", shell.folder / "wrong")) == (10, "passphrase")
    assert shell("list", "--what", "hearings").code == 0


def test_without_a_terminal_and_a_source_nothing_is_asked(shell: Shell) -> None:
    assert refused(listed(shell)) == (10, "passphrase")


def test_a_passphrase_comes_from_standard_input(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Piped:
        buffer = io.BytesIO(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")

    monkeypatch.setattr(sys, "stdin", Piped())

    assert listed(shell, "--passphrase-file", "-").code == 0


def test_a_passphrase_is_asked_for_at_a_terminal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _question: PASSPHRASE)

    assert listed(shell).code == 0


def test_the_recovery_sheet_opens_the_record(shell: Shell) -> None:
    assert listed(shell, "--sheet-file", shell.folder / "sheet.txt").code == 0


def test_the_sheet_alone_is_enough_when_the_key_files_are_lost(shell: Shell) -> None:
    for name in ("court.key", "court.key.bak"):
        (shell.folder / name).unlink()

    answer = listed(shell, "--sheet-file", shell.folder / "sheet.txt")

    assert answer.code == 0
    assert "key file" in answer.told


def test_a_typo_on_the_sheet_names_its_group(shell: Shell) -> None:
    sheet = shell.folder / "sheet.txt"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("3  "))
    lines[at] = lines[at][:-1] + ("A" if lines[at][-1] != "A" else "B")
    sheet.write_text("\n".join(lines), encoding="utf-8")

    answer = listed(shell, "--sheet-file", sheet)

    assert refused(answer) == (10, "passphrase")
    assert "Group 3" in answer.told


def test_two_secrets_at_once_are_off(shell: Shell) -> None:
    answer = listed(shell, *shell.secret, "--sheet-file", shell.folder / "sheet.txt")

    assert refused(answer) == (2, "usage")


@pytest.mark.parametrize("missing", ["record", "passphrase", "sheet"])
def test_a_missing_file_comes_before_everything_else(shell: Shell, missing: str) -> None:
    nothing = shell.folder / "nothing"
    answer = {
        "record": lambda: shell.run("list", nothing, "--what", "hearings", "--json"),
        "passphrase": lambda: listed(shell, "--passphrase-file", nothing),
        "sheet": lambda: listed(shell, "--sheet-file", nothing),
    }[missing]()

    assert refused(answer) == (17, "missing")


def test_a_record_in_use_is_told_before_a_wrong_passphrase(shell: Shell) -> None:
    (shell.folder / "wrong").write_text("not this one, surely not", encoding="utf-8")
    held = open_record(shell.record, Secret(passphrase=PASSPHRASE))
    try:
        answer = listed(shell, "--passphrase-file", shell.folder / "wrong")
    finally:
        held.close()

    assert refused(answer) == (13, "busy")


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\x00" + bytes(5000), b"a letter", bytes(5000)]
)
def test_what_is_no_record_is_told_before_the_passphrase(shell: Shell, content: bytes) -> None:
    (shell.folder / "wrong").write_text("not this one, surely not", encoding="utf-8")
    shell.record.write_bytes(content)

    answer = listed(shell, "--passphrase-file", shell.folder / "wrong")

    assert refused(answer) == (11, "damaged")
    assert shell.record.read_bytes() == content


def test_another_holder_cannot_be_named(shell: Shell) -> None:
    assert refused(listed(shell, *shell.secret, "--holder", "Nobody")) == (10, "passphrase")
    assert listed(shell, *shell.secret, "--holder", "Ruth Amsel").code == 0


def test_a_passphrase_file_that_is_no_text_opens_nothing(shell: Shell) -> None:
    picture = shell.folder / "picture"
    picture.write_bytes(b"\x89PNG\xff\xfe\x00")

    assert refused(listed(shell, "--passphrase-file", picture)) == (10, "passphrase")


def test_an_old_record_put_back_is_told_and_still_opens(shell: Shell) -> None:
    old = shell.record.read_bytes()
    people = Path(__file__).parents[2] / "app" / "imports" / "spreadsheets" / "plain"
    shell("import", people / "caseload.csv", "--as", "participants")
    shell.record.write_bytes(old)

    answer = shell("list", "--what", "participants")

    assert answer.code == 0
    assert "not as it was when it was last closed" in answer.told


@pytest.mark.parametrize(
    "layout",
    [
        lambda groups: "Sheet of the court\n" + "\n".join(f"{g[:5]} {g[5]}" for g in groups),
        lambda groups: "Record 7\n" + "   ".join(f"{g[:5]}\u2013{g[5]}" for g in groups),
        lambda groups: " - ".join(groups).lower(),
    ],
)
def test_the_six_groups_are_found_however_they_were_typed(shell: Shell, layout) -> None:
    sheet = shell.folder / "sheet.txt"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    groups = [line.split()[1] for line in lines if line[:2] in {f"{n} " for n in range(1, 7)}]
    sheet.write_text(layout(groups), encoding="utf-16")

    assert listed(shell, "--sheet-file", sheet).code == 0


def test_an_empty_name_of_a_passphrase_file_names_no_file(shell: Shell) -> None:
    answer = listed(shell, "--passphrase-file", "")

    assert (answer.code, answer.shown["error"]["kind"]) == (17, "missing")


@pytest.fixture
def in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that takes everything but the closing of a record."""

    def refuse(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(closing, "close", refuse)


def test_what_is_done_stays_done_where_only_the_closing_is_refused(
    shell: Shell, in_the_way
) -> None:
    answer = shell("sample", "--participants", "1", "--months", "1")

    assert answer.code == 0
    assert answer.shown["participants"] == 1
    assert "could not be closed in order" in answer.told


def test_a_closing_that_is_refused_hides_no_other_refusal(shell: Shell, in_the_way) -> None:
    answer = shell("report", "--again", "7", "-o", shell.folder / "page.pdf")

    assert refused(answer) == (17, "missing")


def test_a_folder_that_is_missing_is_told_before_the_secret_and_after_the_words(
    shell: Shell,
) -> None:
    nowhere = shell.folder / "nowhere"
    wrong = shell.folder / "wrong"
    wrong.write_text("not this one, surely not", encoding="utf-8")
    one = ("--passphrase-file", wrong, "--json")
    both = (*one, "--sheet-file", shell.folder / "sheet.txt")
    calls = {
        "backup": (nowhere,),
        "audit": ("--csv", nowhere / "trail.csv"),
        "report": ("--again", "1", "-o", nowhere / "page.pdf"),
        "replace-keys": (
            *("--holder", HOLDER, "--new-passphrase-file", wrong),
            *("--sheet-text", nowhere / "second.txt"),
        ),
    }
    for word, words in calls.items():
        assert shell.run(word, shell.record, *words, *one).code == 17, word
        assert shell.run(word, shell.record, *words, *both).code == 2, word
