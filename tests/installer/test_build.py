"""Tries what the build writes beside the program, on a small folder in the program's place."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from installer import build


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "milepost"
    (folder / "_internal").mkdir(parents=True)
    (folder / "milepost").write_bytes(b"program")
    (folder / "_internal" / "libexample.so.1").write_bytes(b"library")
    (folder / "_internal" / "libexample.so").symlink_to("libexample.so.1")
    return folder


def test_the_sums_can_be_checked_from_the_folder_above(program):
    (program.parent / "SHA256SUMS").write_text(build.sums(program))

    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=program.parent,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "milepost/_internal/libexample.so.1: OK",
        "milepost/milepost: OK",
    ]


def test_a_sum_is_the_sha_256_of_the_whole_file(program):
    assert build.digest(program / "milepost") == hashlib.sha256(b"program").hexdigest()


def test_the_list_of_parts_names_packages_and_both_kinds_of_libraries(program):
    parts = json.loads(json.dumps(build.components(program)))

    inside = {(row["package"], row["name"]) for row in parts["libraries_inside_packages"]}
    assert parts["name"] == "milepost"
    assert {"sqlcipher3", "reportlab"} <= {row["name"] for row in parts["packages"]}
    assert ("sqlcipher3", "SQLite") in inside
    assert parts["libraries_of_the_system"] == ["libexample.so.1"]
