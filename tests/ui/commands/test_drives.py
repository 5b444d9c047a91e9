"""A full or read-only drive gets its sentence and 14, and nothing that was saved is lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.vault.creation import Made
from tests.conftest import PASSPHRASE


def alone() -> list[str]:
    """Return what starts a process with mounts of its own; skip where the system forbids it."""
    words = ["unshare", "-m"] if os.name == "posix" and os.geteuid() == 0 else ["unshare", "-Urm"]
    if not shutil.which("unshare") or subprocess.run([*words, "true"], check=False).returncode:
        pytest.skip("this system gives no mounts of one's own")
    return words


@pytest.fixture
def folder(tmp_path: Path, made: Made) -> Path:
    (tmp_path / "record").mkdir()
    for part in made.files.record.parent.iterdir():
        shutil.copy(part, tmp_path / "record" / part.name)
    (tmp_path / "pass").write_text(PASSPHRASE, encoding="utf-8")
    (tmp_path / "wrong").write_text("not this one, surely not", encoding="utf-8")
    (tmp_path / "few.csv").write_text("case,last,first\n1,A,B\n2,C,D\n", encoding="utf-8")
    many = "".join(f"x{n},Last{n},First{n}\n" for n in range(2000))
    (tmp_path / "many.csv").write_text("case,last,first\n" + many, encoding="utf-8")
    return tmp_path


def inside(scenario: str, folder: Path) -> dict[str, Any]:
    script = Path(__file__).parents[2] / "inside_drive.py"
    done = subprocess.run(
        [*alone(), sys.executable, str(script), scenario, str(folder)],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        env=os.environ | {"PYTHONPATH": str(paths.program_root())},
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads(done.stdout)
    return shown


def test_a_full_drive_is_told_and_nothing_saved_is_lost(folder: Path) -> None:
    found = inside("full", folder)

    assert found["answers"]["import"] == [14, "space"]
    assert found["answers"]["report"] == [14, "space"]
    assert found["answers"]["new"] == [14, "space"]
    assert not [name for name in found["left"] if name.startswith(("second", "page", "."))]
    assert found["answers"]["check afterwards"][0] == 0
    assert found["people"] == 2


def test_a_read_only_drive_is_told_after_a_wrong_passphrase(folder: Path) -> None:
    found = inside("read-only", folder)

    assert found["answers"] == {
        "list": [14, "space"],
        "wrong": [10, "passphrase"],
        "new": [14, "space"],
    }
