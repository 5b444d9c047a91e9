"""The window's side of the pipe to the process behind it."""

import sys
import threading
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from ui import handover, tasks
from ui.handover import Handover, Said, Word


class Home(QObject):
    """Tells the process behind the window how it stands, and hears when nobody is there any more.

    Without pipes nobody stands behind it: what is said goes nowhere.
    """

    lost = Signal()

    def __init__(self, source: TextIO | None = None, sink: TextIO | None = None) -> None:
        super().__init__()
        self._source, self._sink = source, sink

    def receive(self) -> Handover | None:
        """Wait until this window is to show itself, and return what the last one left.

        None where nobody wants it any more: the pipe has ended with no word.
        """
        if self._source is None:
            return Handover()
        line = self._source.readline()
        return handover.left(line) if line else None

    def stay(self) -> None:
        """Hear the end of the pipe from now on: keys must not outlive who would end the window."""
        if self._source is not None:
            threading.Thread(target=self._listen, daemon=True).start()

    def say(self, word: Word, left: Handover | None = None) -> None:
        """Say how the window stands."""
        if self._sink is None:
            return
        try:
            self._sink.write(handover.line_of(Said(word, left or Handover())))
            self._sink.flush()
        except OSError:  # nobody is there to be told, which `lost` says
            self._sink = None

    def _listen(self) -> None:
        source = self._source
        while source is not None and source.read(1):
            pass  # nothing more is said
        tasks.announce(self.lost.emit)


def of_this_process() -> Home:
    """Return the way home of a window that was started by the process behind it."""
    return Home(sys.stdin, sys.stdout)
