import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import demo, paths
from app.demo import making
from tests.ui.commands.conftest import Shell
from ui.commands import hidden, samples

SMALL = ("--participants", 9, "--months", 2, "--as-of", "2026-11-23")


def test_a_record_is_filled_and_what_is_in_it_is_said(shell: Shell) -> None:
    answer = shell("sample", *SMALL)

    assert answer.code == 0
    assert list(answer.shown) == [
        "participants",
        "drug_tests",
        "hearings",
        "next_hearing",
        "digest",
    ]
    assert (answer.shown["participants"], answer.shown["next_hearing"]) == (9, "2026-11-24")
    assert len(answer.shown["digest"]) == 64
    assert "invented" in answer.told
    for what, said in (("participants", 9), ("hearings", answer.shown["hearings"])):
        assert shell("list", "--what", what, "--as-of", "2026-11-23").shown["count"] == said


def test_another_process_makes_the_same_court(shell: Shell, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.milepost"
    secret = ("--passphrase-file", str(shell.folder / "passphrase"))

    def run(*words: object) -> str:
        environment = os.environ | {"PYTHONHASHSEED": "7"}
        command = [sys.executable, "-m", "app", *(str(word) for word in words)]
        root = paths.program_root()
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    sheet = tmp_path / "sheet-elsewhere.txt"
    run(
        "new", elsewhere, "--court", "Other", "--holder", "T. Quill", *secret, "--sheet-text", sheet
    )
    theirs = run("sample", elsewhere, *SMALL, *secret, "--json")

    assert shell("sample", *SMALL).shown["digest"] in theirs


def test_a_filled_record_is_not_filled_again(shell: Shell) -> None:
    shell("sample", *SMALL)

    answer = shell("sample", *SMALL)

    assert (answer.code, answer.shown["error"]["kind"]) == (15, "input")


def test_a_court_beyond_the_limits_is_refused(shell: Shell) -> None:
    answer = shell("sample", "--participants", 20_001)

    assert answer.code == 15
    assert "20,000" in answer.shown["error"]["message"]


def test_without_json_only_a_sentence_is_said(shell: Shell) -> None:
    answer = shell.run("sample", shell.record, *shell.secret, *SMALL)

    assert (answer.code, answer.shown) == (0, "")
    assert answer.told.startswith("9 people")


@pytest.fixture
def few_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "PEOPLE", 8)


def test_the_next_reports_are_written_into_one_file_with_bookmarks(
    tmp_path: Path, few_people, capsys, moment
) -> None:
    target = tmp_path / "build" / "sample-reports.pdf"

    code = hidden.HIDDEN["_sample-reports"]([str(target)])

    said = capsys.readouterr().out
    pages = PdfReader(target)
    assert code == 0
    assert said.splitlines()[1:] == [str(target)]
    assert "No screen" in said
    assert len(pages.outline) == len(pages.pages) >= 4
    assert "Travis Ockerman" in pages.pages[0].extract_text()


def test_an_older_file_of_reports_is_replaced(tmp_path: Path, few_people, moment) -> None:
    target = tmp_path / "s.pdf"
    target.write_bytes(b"older")

    samples.write_reports([str(target)])

    assert target.read_bytes().startswith(b"%PDF")


def test_the_defaults_are_those_of_the_contract() -> None:
    defaults = {each.names[0]: each.options.get("default") for each in samples.COMMAND.words}

    wish = demo.SampleWanted(date(2026, 11, 23))
    assert defaults["--participants"] == wish.participants == 60
    assert defaults["--months"] == wish.months == 18
    assert defaults["--seed"] == wish.seed == 1
