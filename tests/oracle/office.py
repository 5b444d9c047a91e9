"""Has records made and pages printed by the real commands, in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

SOURCE = Path(__file__).parents[2]
PASSPHRASE = "five words that nobody guesses\n"
HOLDER = "Ruth Amsel"
# One process answers many calls: a call a line comes in, its exit code goes out on a line.
DRIVER = """
import contextlib, io, json, sys
from ui.commands import main
for line in sys.stdin:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = main(json.loads(line))
    print(json.dumps([code, said.getvalue()]), flush=True)
"""


@dataclass(frozen=True)
class Asked:
    """One page that is asked for: of whom, for which hearing, as of which day."""

    person: int
    hearing: date
    as_of: date


@dataclass(frozen=True)
class Court:
    """A record with its recovery sheet, in a folder that holds nothing else."""

    folder: Path

    @property
    def record(self) -> Path:
        return self.folder / "court.milepost"

    @property
    def sheet(self) -> Path:
        return self.folder / "sheet.txt"


class NotDoneError(Exception):
    """A command that ended with another code than 0: which one, the code, what it said."""


class Office:
    """The commands of one copy of the program."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @classmethod
    @contextmanager
    def open(cls, source: Path, state: Path) -> Iterator[Self]:
        surroundings = os.environ | {
            "PYTHONPATH": str(source),
            "PYTHONDONTWRITEBYTECODE": "1",
            "MILEPOST_STATE": str(state),
        }
        with subprocess.Popen(
            [sys.executable, "-c", DRIVER],
            cwd=source,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            yield cls(process)
            assert process.stdin
            process.stdin.close()

    def call(self, *words: str) -> tuple[int, str]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the commands ended before they answered"
        code, said = json.loads(answer)
        return int(code), str(said)

    def done(self, *words: str) -> Any:
        code, said = self.call(*words, "--json")
        if code:
            raise NotDoneError(words[0], code, said)
        return json.loads(said)

    def new_court(self, folder: Path, name: str) -> Court:
        court = Court(folder)
        passphrase = folder / "passphrase"
        passphrase.write_text(PASSPHRASE, "utf-8")
        self.done(
            *("new", str(court.record), "--court", name, "--holder", HOLDER),
            *("--passphrase-file", str(passphrase), "--sheet-text", str(court.sheet)),
            *("--time-zone", "America/Denver"),
        )
        return court

    def sample(self, court: Court, as_of: date) -> Any:
        day = as_of.isoformat()
        return self.done("sample", str(court.record), "--as-of", day, *self._key(court))

    def bring_in(self, court: Court, sheet: Path, kind: str) -> Any:
        return self.done("import", str(court.record), str(sheet), "--as", kind, *self._key(court))

    def page(self, court: Court, asked: Asked) -> Path:
        pdf = court.folder / f"{asked.person}-{asked.hearing}-{asked.as_of}.pdf"
        self.done(
            *("report", str(court.record), "--participant", str(asked.person)),
            *("--hearing", asked.hearing.isoformat(), "--for", "judge", "-o", str(pdf)),
            *("--as-of", asked.as_of.isoformat(), "--overwrite", *self._key(court)),
        )
        return pdf

    @staticmethod
    def _key(court: Court) -> tuple[str, str]:
        """The sheet opens at once, where a passphrase takes half a second on purpose."""
        return "--sheet-file", str(court.sheet)
