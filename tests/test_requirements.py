"""Holds the pins to what makes a set-up repeatable anywhere: hashes, and no host's name."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "installer" / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED_FOR = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]

# One entry: `name==version`, perhaps `; when it applies`, and on the lines after it its hashes.
ENTRY = re.compile(
    r"^(?P<pin>[a-z0-9-]+==[^\s;]+)[^\n]*\\\n(?P<hashes>(?:    --hash=[^\n]*\n)+)", re.MULTILINE
)


@pytest.mark.parametrize("word", ["://", "index-url", "find-links", "trusted-host", "@ "])
def test_the_pins_name_no_place_to_fetch_from(word):
    assert word not in LOCK


def test_every_pin_has_a_hash():
    starts = [line for line in LOCK.splitlines() if line and not line.startswith(("#", " "))]

    entries = list(ENTRY.finditer(LOCK))

    assert len(entries) == len(starts) > len(ASKED_FOR)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry["hashes"]) for entry in entries)


@pytest.mark.parametrize("asked_for", ASKED_FOR)
def test_what_the_project_asks_for_is_pinned_exactly_so(asked_for):
    pins = {entry["pin"] for entry in ENTRY.finditer(LOCK)}

    assert asked_for in pins


def test_nothing_in_the_project_file_names_a_place_to_fetch_from():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert not re.search(r"index-url|find-links|\[\[tool\.uv\.index|\w://", text)


@pytest.mark.parametrize("asked_for", ASKED_FOR)
def test_every_dependency_has_its_reason_in_contributing(asked_for):
    name = asked_for.partition("==")[0]

    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert f"| `{name}` |" in reasons
