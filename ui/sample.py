"""The sample court of one run of the program: made in a folder of its own, gone at the end."""

import shutil
import tempfile
from pathlib import Path

from app.wording import say
from ui.handover import SampleLeft

STEPS = ("folder", "people", "open")


class Sample:
    """Knows where the sample court lies and what opens it; a folder that was named is kept."""

    def __init__(self, keep: Path | None, left: SampleLeft | None = None) -> None:
        self._keep = keep
        self._temporary = left.folder if left is not None else None
        self.court = left

    def make(self) -> SampleLeft:
        """Make the court, which takes seconds; runs in the record lane."""
        from app import demo  # noqa: PLC0415 - it loads the database

        made = demo.make_court(self._folder())
        return SampleLeft(str(made.path), made.passphrase, made.holder, self._temporary)

    def lock_words(self) -> str:
        """Return how a sample court that is locked is opened again; nothing where there is none."""
        if self.court is None:
            return ""
        return say("window.locked.demo", passphrase=self.court.passphrase)

    def leave(self) -> None:
        """Another record is wanted; what was made stays until the end."""
        self.court = None

    def remove(self) -> None:
        """Remove the folder, unless it is to be kept."""
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)  # every person in it is invented
            self._temporary = None

    def _folder(self) -> Path:
        if self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            return self._keep
        if self._temporary is None:
            self._temporary = tempfile.mkdtemp(prefix="milepost-")
        return Path(self._temporary)
