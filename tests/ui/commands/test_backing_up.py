"""`backup`, `verify` and `restore` as cli.md fixes them: words in, one value and a code out."""

import pytest

from app.backup import verifying
from tests.app.backup.test_container import resealed
from tests.app.backup.test_verifying import flip


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def backup(shell, stick):
    return verifying.Path(shell("backup", stick).shown["file"])


def wrong(shell):
    path = shell.folder / "wrong"
    path.write_text("four words nobody typed here\n")
    return ("--passphrase-file", path, "--json")


def test_a_backup_says_where_it_is_and_how_it_was_read_back(shell, stick):
    answer = shell("backup", stick)

    assert answer.code == 0
    assert set(answer.shown) == {"file", "seq", "bytes", "verified", "reread"}
    assert (answer.shown["seq"], answer.shown["verified"]) == (1, True)
    assert answer.shown["reread"] in {"direct", "dropped", "cached"}
    path = verifying.Path(answer.shown["file"])
    assert (path.parent, path.stat().st_size) == (stick, answer.shown["bytes"])
    assert shell("backup", stick).shown["seq"] == 2


def test_a_folder_that_is_not_there_is_missing(shell, stick):
    answer = shell("backup", stick / "none")

    assert (answer.code, answer.shown["error"]["kind"]) == (17, "missing")


def test_a_folder_on_the_records_own_drive_is_taken_with_a_warning(shell, tmp_path):
    answer = shell("backup", tmp_path)

    assert answer.code == 0
    assert "same drive" in answer.told


def test_anybody_is_told_whether_a_backup_is_whole(shell, backup):
    answer = shell.run("verify", backup, "--json")

    assert answer.code == 0
    assert answer.shown["ok"] is True
    assert answer.shown["authenticated"] is None
    assert (answer.shown["problems"], answer.shown["seq"]) == ([], 1)
    assert len(answer.shown["record_id"]) == 32
    assert answer.shown["created"].startswith("20")


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_a_key_tells_whether_it_is_ours(shell, backup, by):
    secret = shell.secret if by == "passphrase" else ("--sheet-file", shell.folder / "sheet.txt")

    answer = shell.run("verify", backup, "--trial-restore", *secret, "--json")

    assert (answer.code, answer.shown["ok"], answer.shown["authenticated"]) == (0, True, True)
    assert "rows" in answer.told


def test_damage_and_tampering_are_findings(shell, backup):
    resealed(backup, flip(backup))
    bare = shell.run("verify", backup, "--json")
    keyed = shell.run("verify", backup, *shell.secret, "--trial-restore", "--json")

    assert (bare.code, keyed.code) == (0, 11)
    assert keyed.shown["authenticated"] is False
    assert [problem["kind"] for problem in keyed.shown["problems"]] == ["mac"]


def test_what_is_no_backup_has_neither_number_nor_record(shell):
    answer = shell.run("verify", shell.record, "--json")

    assert answer.code == 11
    assert [problem["kind"] for problem in answer.shown["problems"]] == ["not-a-record"]
    assert (answer.shown["seq"], answer.shown["created"], answer.shown["record_id"]) == (
        None,
        None,
        None,
    )


def test_a_trial_restore_that_fails_is_a_finding(shell, backup, monkeypatch):
    monkeypatch.setattr("app.backup.proving.schema.known", lambda: ["0001"])

    answer = shell.run("verify", backup, *shell.secret, "--trial-restore", "--json")

    assert (answer.code, answer.shown["authenticated"]) == (11, True)
    assert [problem["kind"] for problem in answer.shown["problems"]] == ["newer"]


def test_a_wrong_passphrase_opens_no_backup(shell, backup):
    assert shell.run("verify", backup, *wrong(shell)).code == 10
    assert shell.run("restore", backup, shell.record, *wrong(shell)).code == 10


def test_a_backup_that_is_not_there_is_missing(shell):
    gone = shell.folder / "gone.milebak"

    assert shell.run("verify", gone, "--json").code == 17
    assert shell.run("verify", gone, *shell.secret, "--json").code == 17
    assert shell.run("restore", gone, shell.record, *shell.secret, "--json").code == 17


def test_a_restore_says_what_is_back_and_what_was_kept(shell, backup, tmp_path_factory):
    bare = tmp_path_factory.mktemp("bare") / "court.milepost"

    first = shell.run("restore", backup, bare, *shell.secret, "--json")
    second = shell.run("restore", backup, bare, *shell.secret, "--json")

    assert (first.code, first.shown) == (0, {"record": str(bare), "seq": 1, "kept_as": None})
    assert verifying.Path(second.shown["kept_as"]).exists()
    assert "kept as" in second.told
    assert shell.run("check", bare, *shell.secret, "--json").code == 0


def test_without_a_secret_and_a_terminal_a_restore_is_refused_at_once(shell, backup):
    answer = shell.run("restore", backup, shell.record, "--json")

    assert (answer.code, answer.shown["error"]["kind"]) == (10, "passphrase")


def test_a_record_is_checked_against_its_backup(shell, backup):
    assert shell("check", "--against", backup).code == 0


def test_a_record_that_was_put_back_is_noticed_against_a_later_backup(shell, stick, tmp_path):
    earlier = {part: part.read_bytes() for part in shell.record.parent.glob("court.*")}
    later = shell("backup", stick).shown["file"]
    for part, data in earlier.items():
        part.write_bytes(data)

    answer = shell("check", "--against", later)

    assert answer.code == 11
    assert "audit-tail" in [problem["kind"] for problem in answer.shown["problems"]]


def test_a_backup_of_another_record_is_no_measure(shell, stick, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "other.milepost"
    words = ("--court", "Other Court", "--holder", "Otis", "--sheet-text", f"{other}.txt")
    assert shell.run("new", other, *words, *shell.secret, "--json").code == 0
    theirs = shell.run("backup", other, stick, *shell.secret, "--json").shown["file"]

    answer = shell("check", "--against", theirs)

    assert answer.code == 11
    assert [problem["kind"] for problem in answer.shown["problems"]] == ["other-record"]
