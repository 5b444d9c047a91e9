import shutil
from pathlib import Path

import pytest

from tests.conftest import HOLDER
from tests.ui.commands.conftest import Shell

NEW = "mesa lantern copper violin"


@pytest.fixture
def words(shell: Shell) -> list[object]:
    (shell.folder / "new").write_text(NEW + "\r\n", encoding="utf-8")
    return [
        *("recover", shell.record, "--sheet-file", shell.folder / "sheet.txt"),
        *("--new-passphrase-file", shell.folder / "new", "--holder", HOLDER, "--json"),
    ]


def other(words: list[object], name: str, value: object) -> list[object]:
    changed = list(words)
    changed[changed.index(name) + 1] = value
    return changed


def code(shell: Shell, name: str) -> int:
    secret = ("--passphrase-file", shell.folder / name)
    return shell.run("check", shell.record, *secret, "--json").code


def test_the_sheet_gives_a_holder_a_new_passphrase(shell: Shell, call, words) -> None:
    answer = call(*words)

    assert answer.code == 0
    assert answer.shown == {"record": str(shell.record), "holders": [HOLDER]}
    assert (code(shell, "new"), code(shell, "passphrase")) == (0, 10)


@pytest.mark.parametrize("harm", ["lost", "damaged"])
def test_it_needs_no_key_file(shell: Shell, call, words, harm: str) -> None:
    for part in (shell.record.with_suffix(".key"), shell.record.with_suffix(".key.bak")):
        part.unlink() if harm == "lost" else part.write_bytes(b"{}")

    assert call(*words).code == 0
    assert code(shell, "new") == 0


def test_it_works_on_a_bare_computer_with_the_record_alone(shell: Shell, call, words) -> None:
    bare = shell.folder / "bare"
    bare.mkdir()
    shutil.copy(shell.record, bare / "rescued.milepost")

    answer = call(*other(words, "recover", bare / "rescued.milepost"))

    assert answer.code == 0
    secret = ("--passphrase-file", shell.folder / "new", "--json")
    listed = call("list", bare / "rescued.milepost", "--what", "participants", *secret)
    assert listed.code == 0


def test_a_typo_on_the_sheet_is_told_with_its_group(shell: Shell, call, words) -> None:
    text = (shell.folder / "sheet.txt").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("4  "))
    swapped = "Z" if line[-1] != "Z" else "Y"
    (shell.folder / "typo").write_text(text.replace(line, line[:-1] + swapped), encoding="utf-8")

    answer = call(*other(words, "--sheet-file", shell.folder / "typo"))

    assert (answer.code, answer.shown["error"]["kind"]) == (10, "passphrase")
    assert "Group 4" in answer.shown["error"]["message"]


def test_missing_files_come_before_a_wrong_sheet_and_a_weak_passphrase_after(
    shell: Shell, call, words
) -> None:
    (shell.folder / "wrong").write_text("ABCDEF " * 6, encoding="utf-8")
    (shell.folder / "weak").write_text("weak", encoding="utf-8")
    wrong = other(words, "--sheet-file", shell.folder / "wrong")
    weak = other(words, "--new-passphrase-file", shell.folder / "weak")
    nothing = Path("nothing")

    assert call(*other(wrong, "--new-passphrase-file", nothing)).code == 17
    assert call(*other(words, "--sheet-file", nothing)).code == 17
    assert call(*other(words, "recover", nothing)).code == 17
    assert call(*other(wrong, "--new-passphrase-file", shell.folder / "weak")).code == 10
    assert call(*weak).code == 15
    assert code(shell, "passphrase") == 0


def test_every_word_is_needed_and_only_one_comes_from_standard_input(call, words) -> None:
    both = other(other(words, "--sheet-file", "-"), "--new-passphrase-file", "-")

    assert call(*both).code == 2
    for name in ("--sheet-file", "--new-passphrase-file", "--holder"):
        at = words.index(name)
        assert call(*words[:at], *words[at + 2 :]).code == 2
