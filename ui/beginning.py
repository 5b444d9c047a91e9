"""The pages of a machine that has no record yet, from the first one to the record that is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui import loading, reading, tasks
from ui.main_window import MainWindow
from ui.screens.first import FirstScreen

if TYPE_CHECKING:
    from ui.screens.first_start.answers import Answers


class Beginning(QObject):
    """Shows them one after the other, and says what comes of it."""

    record_wanted = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal()
    kept = Signal(object)  # a record is there to stay: what was said of it
    begun = Signal(object)  # all is said

    def __init__(self, window: MainWindow, failed: Callable[[Exception], None]) -> None:
        super().__init__(window)
        self._window = window
        self._failed = failed

    def show(self) -> None:
        first = FirstScreen()
        first.new_wanted.connect(lambda: self._load(self._make_record))
        first.record_wanted.connect(self.record_wanted)
        first.demo_wanted.connect(self.demo_wanted)
        first.restore_wanted.connect(self.restore_wanted)
        first.help_wanted.connect(lambda: reading.show(first))
        reading.offer(first)
        self._window.put(first)
        first.focus_first()
        # After the first paint, because loading takes longer than painting.
        QTimer.singleShot(0, first, lambda: self._load(lambda: None))

    def abandon(self) -> None:
        """The window closes: leave nothing half made."""
        if (abandon := getattr(self._window.shown, "abandon", None)) is not None:
            abandon()

    def resume(self) -> None:
        """What the last step led to did not happen; it can be tried again."""
        if (resume := getattr(self._window.shown, "resume", None)) is not None:
            resume()

    def _load(self, then: Callable[[], None]) -> None:
        tasks.run(
            loading.load_first_start,
            owner=self._window.shown,
            done=lambda _done: then(),
            failed=self._failed,
        )

    def _make_record(self) -> None:
        from ui.screens.first_start.screen import FirstStartScreen  # noqa: PLC0415 - just loaded

        page = FirstStartScreen()
        page.left.connect(self.show)
        page.kept.connect(self.kept)
        page.begun.connect(self.begun)
        self._window.put(page)
        page.focus_first()


def remembered(said: "Answers") -> dict[str, str]:
    """Return what is kept of the record that was made; nothing that opens it is among it."""
    if said.made is None or said.profile is None:
        return {}
    kept = {
        "record": str(said.made.files.record.resolve()),
        "court": said.profile.name,
        "holder": said.holder,
    }
    return kept | ({"backup_folder": str(said.backup_folder)} if said.backup_folder else {})
