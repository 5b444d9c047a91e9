"""The sample court of one run of the window: made in a folder of its own, gone at the end."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.demo import DemoCourt

STEPS = ("folder", "people", "open")


class Sample:
    """Knows where the sample court lies and what opens it; a folder that was named is kept."""

    def __init__(self, keep: Path | None) -> None:
        self._keep = keep
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self.court: DemoCourt | None = None

    def make(self) -> "DemoCourt":
        """Make the court, which takes seconds; runs in the record lane."""
        from app import demo  # noqa: PLC0415 - it loads the database

        return demo.make_court(self._folder())

    def leave(self) -> None:
        """Another record is wanted; what was made stays until the end."""
        self.court = None

    def remove(self) -> None:
        """Remove the folder, unless it is to be kept."""
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def _folder(self) -> Path:
        if self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            return self._keep
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="milepost-")
        return Path(self._temporary.name)
