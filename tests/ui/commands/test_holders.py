import io
import sys

import pytest

from tests.conftest import HOLDER
from tests.ui.commands.conftest import Shell

NEW = "mesa lantern copper violin"
THIRD = "harbor walnut thimble cactus"


@pytest.fixture
def new(shell: Shell):
    """A file with a new passphrase; its name comes in pairs with the word for it."""

    def file(text: str = NEW, name: str = "new") -> tuple[str, str]:
        (shell.folder / name).write_text(text + "\n", encoding="utf-8")
        return ("--new-passphrase-file", str(shell.folder / name))

    return file


def code(shell: Shell, name: str) -> int:
    """Return how a list ends that is opened with the passphrase in the file `name`."""
    secret = ("--passphrase-file", shell.folder / name)
    return shell.run("list", shell.record, "--what", "hearings", *secret, "--json").code


def by_sheet(shell: Shell, *rest: object):
    sheet = ("--sheet-file", shell.folder / "sheet.txt")
    return shell.run("passphrase", shell.record, *rest, *sheet, "--json")


def test_the_one_who_opens_changes_the_own_passphrase(shell: Shell, new) -> None:
    answer = shell("passphrase", *new())

    assert answer.code == 0
    assert answer.shown == {"record": str(shell.record), "holders": [HOLDER]}
    assert "still opens earlier backups" in answer.told
    assert (code(shell, "passphrase"), code(shell, "new")) == (10, 0)


def test_somebody_is_added_and_removed_again(shell: Shell, new) -> None:
    added = shell("passphrase", *new(), "--add-holder", "Otis")
    opened = code(shell, "new")
    removed = shell("passphrase", "--remove-holder", "Otis")

    assert added.shown["holders"] == [HOLDER, "Otis"]
    assert "sees everything" in added.told
    assert opened == 0
    assert removed.shown["holders"] == [HOLDER]
    assert code(shell, "new") == 10


def test_with_the_sheet_it_is_said_whose_passphrase_is_changed(shell: Shell, new) -> None:
    assert by_sheet(shell, *new()).code == 2
    assert by_sheet(shell, *new(), "--holder", "Nobody").code == 17

    answer = by_sheet(shell, *new(), "--holder", HOLDER)

    assert (answer.code, answer.shown["holders"]) == (0, [HOLDER])
    assert (code(shell, "passphrase"), code(shell, "new")) == (10, 0)


def test_somebody_is_added_by_the_sheet_where_the_key_files_are_lost(shell: Shell, new) -> None:
    for part in (".key", ".key.bak"):
        shell.record.with_suffix(part).unlink()

    answer = by_sheet(shell, *new(), "--add-holder", "Otis")

    assert answer.shown["holders"] == ["Otis"]
    assert f"have to be added again: {HOLDER}." in answer.told


def test_words_that_are_no_one_change_are_off(shell: Shell, new) -> None:
    assert shell("passphrase").code == 2
    assert shell("passphrase", "--add-holder", "Otis").code == 2
    assert shell("passphrase", *new(), "--remove-holder", HOLDER).code == 2
    assert shell("passphrase", "--remove-holder", HOLDER, "--add-holder", "Otis").code == 2


def test_two_secrets_cannot_both_come_from_standard_input(shell: Shell) -> None:
    old, new = ("--passphrase-file", "-"), ("--new-passphrase-file", "-")

    answer = shell.run("passphrase", shell.record, *old, *new, "--json")

    assert (answer.code, answer.shown["error"]["kind"]) == (2, "usage")


def test_a_new_passphrase_may_come_from_standard_input(shell: Shell, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEW.encode() + b"\n")))

    answer = shell("passphrase", "--new-passphrase-file", "-")

    (shell.folder / "new").write_text(NEW, encoding="utf-8")
    assert answer.code == 0
    assert code(shell, "new") == 0


REFUSED = {
    "a missing file": (17, ("--new-passphrase-file", "nothing"), "right"),
    "a missing file before a wrong passphrase": (
        17,
        ("--new-passphrase-file", "nothing"),
        "wrong",
    ),
    "a wrong passphrase before a weak new one": (10, ("--new-passphrase-file", "weak"), "wrong"),
    "a weak one": (15, ("--new-passphrase-file", "weak"), "right"),
    "no text": (15, ("--new-passphrase-file", "bytes"), "right"),
    "the same": (15, ("--new-passphrase-file", "passphrase"), "right"),
    "the last holder": (15, ("--remove-holder", HOLDER), "right"),
    "a stranger": (17, ("--remove-holder", "Eve"), "right"),
    "a name that is taken": (
        15,
        ("--new-passphrase-file", "good", "--add-holder", HOLDER.upper()),
        "right",
    ),
}


@pytest.mark.parametrize(("expected", "words", "secret"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_has_its_code_and_changes_nothing(
    shell: Shell, expected: int, words: tuple[str, ...], secret: str
) -> None:
    (shell.folder / "weak").write_text("a" * 20, encoding="utf-8")
    (shell.folder / "good").write_text(NEW, encoding="utf-8")
    (shell.folder / "wrong").write_text(THIRD, encoding="utf-8")
    (shell.folder / "bytes").write_bytes(b"\xff\xfe\xfa" * 9)
    before = shell.record.with_suffix(".key").read_bytes()
    files = [shell.folder / word if (shell.folder / word).is_file() else word for word in words]
    opening = shell.folder / ("wrong" if secret == "wrong" else "passphrase")

    answer = shell.run("passphrase", shell.record, *files, "--passphrase-file", opening, "--json")

    assert answer.code == expected
    assert shell.record.with_suffix(".key").read_bytes() == before
    assert code(shell, "passphrase") == 0


def test_a_named_holder_opens_only_with_the_own_passphrase(shell: Shell, new) -> None:
    shell("passphrase", *new(), "--add-holder", "Otis")

    answer = shell("passphrase", *new(THIRD, "third"), "--holder", "Otis")

    assert answer.code == 10
    assert code(shell, "third") == 10
