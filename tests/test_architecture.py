"""Runs the import contracts of pyproject.toml, and what a contract cannot say."""

import re
import subprocess
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
ROOTS = ("app", "models", "reports", "ui")

# Names that promise nothing: whatever has no home of its own ends up in such a file.
NAMES_FOR_ANYTHING = ("utils", "util", "helpers", "helper", "common", "manager", "handler", "misc")

# Folders that only one machine has, told from addresses and from parts of longer paths.
MACHINE_FOLDERS = ("work", "root", "home", "Users")
MACHINE_PATH = re.compile(rf"(?<![\w.~$}}/])/({'|'.join(MACHINE_FOLDERS)})/")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    files = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [file for file in files if file.exists()]


def text_of(file: Path) -> str:
    """Return a file's text, and nothing for one that is not text, such as a font."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_every_import_goes_the_permitted_way(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(ROOT)

    kept = lint_imports(cache_dir=str(tmp_path)) == 0

    assert kept, capsys.readouterr().out


def test_migrations_never_import_the_models_of_today():
    versions = ROOT / "models" / "migrations" / "versions"

    leaning = [
        file.name
        for file in versions.glob("*.py")
        if re.search(r"^\s*(from|import) (models|app)\b", text_of(file), re.MULTILINE)
    ]

    assert list(versions.glob("*.py"))
    assert leaning == []


def test_no_file_has_a_name_that_could_hold_anything():
    named_so = [
        str(file.relative_to(ROOT))
        for root in ROOTS
        for file in (ROOT / root).rglob("*.py")
        if set(NAMES_FOR_ANYTHING) & {file.stem, *file.stem.split("_")}
    ]

    assert named_so == []


def test_no_file_names_a_folder_that_only_one_machine_has():
    naming = [
        f"{file.relative_to(ROOT)}: {found.group()}"
        for file in tracked_files()
        for found in MACHINE_PATH.finditer(text_of(file))
    ]

    assert naming == []


@pytest.mark.parametrize("folder", MACHINE_FOLDERS)
@pytest.mark.parametrize("before", ["", "cd ", "'", "="])
def test_the_search_for_machine_folders_finds_them(before, folder):
    assert MACHINE_PATH.search(f"{before}/{folder}/ada/x")


@pytest.mark.parametrize("folder", MACHINE_FOLDERS)
@pytest.mark.parametrize("before", ["$HOME", "app", "~", "https:/", "https://a.org"])
def test_the_search_for_machine_folders_leaves_others_alone(before, folder):
    assert not MACHINE_PATH.search(f"{before}/{folder}/x")
