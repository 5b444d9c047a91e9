"""Commands as a person types them: words in, exit code and one JSON value out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.vault.creation import Made
from reports import recovery_sheet
from tests.conftest import PASSPHRASE
from ui import commands


@dataclass(frozen=True)
class Answer:
    """What one call said."""

    code: int
    shown: Any
    told: str


@dataclass
class Shell:
    """A folder with a closed record, a passphrase file and a sheet, and a way to call commands."""

    folder: Path
    record: Path
    run: Callable[..., Answer]

    @property
    def secret(self) -> tuple[str, str]:
        return ("--passphrase-file", str(self.folder / "passphrase"))

    def __call__(self, word: str, *rest: object) -> Answer:
        """Call a command on the record with the passphrase and --json."""
        return self.run(word, self.record, *rest, *self.secret, "--json")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = commands.main([str(argument) for argument in arguments])
        out, told = capsys.readouterr()
        return Answer(code, json.loads(out) if out and "--json" in arguments else out, told)

    return run


@pytest.fixture
def shell(record_path: Path, made: Made, call: Callable[..., Answer]) -> Shell:
    folder = record_path.parent
    (folder / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (folder / "sheet.txt").write_text(recovery_sheet.text(made.sheet), encoding="utf-8")
    return Shell(folder, record_path, call)
