import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import paths
from app.people import Identity, Passage, enroll
from app.vault.creation import Made
from app.vault.record import open_record
from app.vault.unlock import Secret
from reports import recovery_sheet
from tests.conftest import PASSPHRASE

TOOL = paths.program_root() / "tools" / "read_record.py"


def run(*words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-I", str(TOOL), *(str(word) for word in words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )


@pytest.fixture
def bare(record_path: Path, made: Made) -> Path:
    """A record with one person, and nothing beside it but its sheet."""
    record = open_record(record_path, Secret(passphrase=PASSPHRASE))
    with record.desk.work() as session:
        enroll(session, [(Identity("=Tsosie", "Niłch'i"), Passage("26-TC-0117"))])
    record.close()
    for path in record_path.parent.iterdir():
        if path != record_path:
            path.unlink()
    sheet = record_path.with_name("sheet.txt")
    sheet.write_text(recovery_sheet.text(made.sheet), encoding="utf-8")
    return record_path


def test_sheet_and_record_alone_give_every_table(bare: Path) -> None:
    before = bare.read_bytes()

    done = run(bare.with_name("sheet.txt"), bare, bare.with_name("dump"))

    assert done.returncode == 0, done.stderr
    with (bare.with_name("dump") / "person.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["last_name"], row["first_name"]) == ("'=Tsosie", "Niłch'i")
    assert (bare.with_name("dump") / "audit.csv").stat().st_size > 500
    assert bare.read_bytes() == before


def test_a_sheet_that_does_not_check_is_refused(bare: Path) -> None:
    bare.with_name("sheet.txt").write_text("ABCDEF " * 6, encoding="utf-8")

    done = run(bare.with_name("sheet.txt"), bare, bare.with_name("dump"))

    assert done.returncode != 0
    assert "six groups" in done.stderr
    assert not bare.with_name("dump").exists()


def test_the_tool_needs_nothing_of_ours_and_stays_short() -> None:
    lines = TOOL.read_text(encoding="utf-8").splitlines()

    imported = {
        line.split()[1].partition(".")[0] for line in lines if line.startswith(("import ", "from "))
    }
    assert imported - {"csv", "hashlib", "hmac", "re", "sys", "pathlib"} == {"apsw"}
    assert len(lines) < 100
