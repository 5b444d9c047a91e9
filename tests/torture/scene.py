"""A record with its backup in a folder of its own, and the commands that are tried on it."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path

from tests.torture import court
from tests.torture.court import Court
from ui import commands

Words = tuple[object, ...]


@dataclass(frozen=True)
class Scene:
    """A record in a folder of its own, and everything that could be taken for a part of it."""

    folder: Path
    record: Path
    backup: Path
    own: Court
    other: Court
    other_backup: Path
    replaced: Path  # the same record, once its keys were replaced

    def secret(self, text: str, word: str = "--passphrase-file") -> Words:
        name = self.folder / "secret"
        name.write_text(text, encoding="utf-8")
        return (word, name)

    @property
    def right(self) -> Words:
        return self.secret(court.PASSPHRASE)

    def list_by(self, secret: Words) -> Words:
        return ("list", self.record, "--what", "participants", *secret)

    def verify_by(self, secret: Words) -> Words:
        return ("verify", self.backup, *secret)

    def restore(self) -> Words:
        return ("restore", self.backup, self.folder / "back.milepost", *self.right)


def call(words: Words) -> tuple[int, dict[str, object]]:
    """Run a command in this process, and return its exit code and what it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = commands.main([*(str(word) for word in words), "--json"])
    return code, json.loads(out.getvalue())
