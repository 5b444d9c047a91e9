import sys
from pathlib import Path

from app import paths


def test_resources_stand_beside_the_program():
    assert paths.resource("text", "en").is_dir()
    assert paths.program_root() == Path(paths.__file__).resolve().parents[1]


def test_a_frozen_program_finds_its_resources_beside_its_executable(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resource("text") == tmp_path / "resources" / "text"


def test_the_same_program_is_started_again_frozen_or_not(monkeypatch):
    assert paths.command_line("_draw") == [sys.executable, "-m", "app", "_draw"]

    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert paths.command_line("_draw", "x") == [sys.executable, "_draw", "x"]


def test_state_stands_where_it_is_told_to_or_in_the_persons_own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("MILEPOST_STATE", str(tmp_path))
    assert paths.state_folder() == tmp_path

    monkeypatch.delenv("MILEPOST_STATE")
    assert paths.state_folder().name == "milepost"


def test_a_new_record_is_offered_among_the_persons_documents():
    assert paths.documents_folder().is_absolute()
