"""Takes work one step a turn of the loop, so that no turn holds the window for long."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]


class Turns:
    """The steps of one owner; what is begun anew drops what was left, and so does the owner's end.

    The first step is taken at once.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._left: deque[Step] = deque()

    def take(self, steps: Iterable[Step]) -> None:
        self._left = deque(steps)
        self._go_on(self._left)

    def _go_on(self, left: deque[Step]) -> None:
        if left is not self._left or not left:
            return
        left.popleft()()
        QTimer.singleShot(0, self._owner, lambda: self._go_on(left))
