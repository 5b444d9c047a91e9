import pytest

from app.backup import making, places
from app.vault import recovery, replacing
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import NoSpace
from tests.conftest import HOLDER, PASSPHRASE
from tests.ui.commands.conftest import Shell

NEW = "mesa lantern copper violin"
THIRD = "harbor walnut thimble cactus"


@pytest.fixture
def words(shell: Shell) -> list[object]:
    (shell.folder / "new").write_text(NEW, encoding="utf-8")
    return [
        *("--new-passphrase-file", shell.folder / "new", "--holder", HOLDER),
        *("--sheet-text", shell.folder / "second.txt"),
    ]


def code(shell: Shell, *secret: object) -> int:
    return shell.run("check", shell.record, *secret, "--json").code


def passphrase(shell: Shell, name: str) -> int:
    return code(shell, "--passphrase-file", shell.folder / name)


def sheet(shell: Shell, name: str) -> int:
    return code(shell, "--sheet-file", shell.folder / name)


def test_only_the_new_passphrase_and_the_new_sheet_open_it(shell: Shell, words) -> None:
    answer = shell("replace-keys", *words)

    assert answer.code == 0
    assert answer.shown == {"record": str(shell.record), "holders": [HOLDER]}
    assert "Print sheet 2" in answer.told
    assert (passphrase(shell, "new"), passphrase(shell, "passphrase")) == (0, 10)
    assert (sheet(shell, "second.txt"), sheet(shell, "sheet.txt")) == (0, 10)


def test_the_sheet_replaces_the_keys_too_and_the_others_are_named(shell: Shell, words) -> None:
    (shell.folder / "third").write_text(THIRD, encoding="utf-8")
    shell("passphrase", "--new-passphrase-file", shell.folder / "third", "--add-holder", "Otis")
    by_sheet = ("--sheet-file", shell.folder / "sheet.txt")

    answer = shell.run("replace-keys", shell.record, *words, *by_sheet, "--json")

    assert answer.shown["holders"] == [HOLDER]
    assert "have to be added again: Otis." in answer.told
    assert (passphrase(shell, "third"), passphrase(shell, "new")) == (10, 0)


def test_a_mark_and_the_trail_of_before_still_verify(shell: Shell, words) -> None:
    mark = shell("audit", "--verify").shown["checked"]["audit_mark"]
    shell("replace-keys", *words)
    secret = ("--passphrase-file", shell.folder / "new", "--json")

    assert shell.run("audit", shell.record, "--verify", *secret).code == 0
    assert shell.run("check", shell.record, "--against", mark, *secret).code == 0


def test_the_page_and_the_text_are_of_the_same_sheet(shell: Shell, words) -> None:
    answer = shell("replace-keys", *words, "--sheet", shell.folder / "second.pdf")

    assert answer.code == 0
    assert (shell.folder / "second.pdf").read_bytes().startswith(b"%PDF")
    text = (shell.folder / "second.txt").read_text(encoding="utf-8")
    assert recovery.read_sheet(text)[1] == shell.record.read_bytes()[:16].hex()


REFUSED = {
    "no sheet": (2, {"--sheet-text": None}),
    "two secrets on one input": (2, {"--new-passphrase-file": "-", "--passphrase-file": "-"}),
    "a missing file": (17, {"--new-passphrase-file": "nothing"}),
    "a wrong passphrase before a weak one": (
        10,
        {"--new-passphrase-file": "weak", "--passphrase-file": "weak"},
    ),
    "a stranger": (10, {"--holder": "Eve"}),
    "a weak passphrase": (15, {"--new-passphrase-file": "weak"}),
    "a sheet that is there": (15, {"--sheet-text": "sheet.txt"}),
    "a sheet in the place of the record": (15, {"--sheet-text": "court.key"}),
    "a folder that is not there": (17, {"--sheet-text": "nowhere/second.txt"}),
}


@pytest.mark.parametrize(("expected", "changes"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_leaves_the_old_keys_and_no_sheet(
    shell: Shell, words, expected: int, changes: dict[str, str | None]
) -> None:
    (shell.folder / "weak").write_text("weak", encoding="utf-8")
    given = dict(zip(words[::2], words[1::2], strict=True)) | {"--passphrase-file": "passphrase"}
    given |= changes
    before = {part.name for part in shell.folder.iterdir()}
    named = [
        word
        for name, value in given.items()
        if value is not None
        for word in (name, value if name == "--holder" or value == "-" else shell.folder / value)
    ]

    answer = shell.run("replace-keys", shell.record, *named, "--json")

    assert answer.code == expected
    assert {part.name for part in shell.folder.iterdir()} - {"court.lock"} == before
    assert passphrase(shell, "passphrase") == 0


def test_a_failure_behind_the_sheet_takes_the_sheet_away_again(
    shell: Shell, words, monkeypatch
) -> None:
    def full(*_words):
        raise NoSpace("space.full")

    with monkeypatch.context() as failing:
        failing.setattr(replacing.contents, "check", full)
        answer = shell("replace-keys", *words)

    assert answer.code == 14
    assert not (shell.folder / "second.txt").exists()
    assert passphrase(shell, "passphrase") == 0
    assert passphrase(shell, "new") == 10


def test_a_swap_that_has_begun_keeps_its_sheet(shell: Shell, words, monkeypatch) -> None:
    def cut_off(files):
        files.swap.write_text("{}")
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(replacing.swap, "carry_out", cut_off)
        answer = shell("replace-keys", *words)

    assert answer.code == 14
    assert (sheet(shell, "second.txt"), passphrase(shell, "new")) == (0, 0)


def test_a_backup_with_the_new_keys_is_made_beside_the_record_and_told(shell: Shell, words) -> None:
    answer = shell("replace-keys", *words)

    (backup,) = shell.folder.glob("*.milebak")
    assert backup.name in answer.told
    new = ("--passphrase-file", shell.folder / "new", "--json")
    assert shell.run("verify", backup, "--trial-restore", *new).code == 0
    assert shell.run("verify", backup, *shell.secret, "--json").code == 10


def test_the_backup_goes_to_the_stick_of_the_last_one(
    shell: Shell, words, tmp_path_factory
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    opened = open_record(shell.record, Secret(passphrase=PASSPHRASE))
    with opened.desk.work() as session:
        place = places.add(session, stick, "Stick A", opened.desk.today())
    begun = making.begin(opened, stick, place_id=place, insists=True, tell=making.nothing)
    making.finish(opened, begun, making.carry(begun, making.writing.carry, making.nothing))
    opened.close()

    answer = shell("replace-keys", *words)

    assert answer.code == 0, answer.told
    assert len(list(stick.glob("*.milebak"))) == 2
    assert list(shell.folder.glob("*.milebak")) == []
