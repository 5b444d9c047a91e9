"""Presses keys on a screen and looks until a strip of it has become one even colour.

    python3 -m tests.torture.watching X Y WIDTH HEIGHT

Each line on standard input names keys to be pressed at once, as `Control_L l`. The answer is the
moment at which they went to the X server and the one at which the strip was first seen even, on the
clock that all processes share and that never goes back.
"""

import ctypes
import ctypes.util
import sys
import time

from PySide6.QtGui import QGuiApplication, QImage, QScreen

BETWEEN = 0.002
PATIENCE = 30.0


class Keyboard:
    """Presses keys through the X server, with no program in between that takes its time."""

    def __init__(self) -> None:
        self._x, self._test = (
            ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst")
        )
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def press(self, names: list[str]) -> float:
        """Press keys one upon the other, let them go, and return when that was done."""
        codes = [self._code(name) for name in names]
        for code, down in [(code, 1) for code in codes] + [(code, 0) for code in reversed(codes)]:
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)
        return time.monotonic()

    def _code(self, name: str) -> int:
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))
        return int(self._x.XKeysymToKeycode(self._display, symbol))


def main(words: list[str]) -> None:
    app = QGuiApplication(sys.argv[:1])
    strip = [int(word) for word in words]
    keyboard, screen = Keyboard(), app.primaryScreen()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        pressed = keyboard.press(line.split())
        sys.stdout.write(f"{pressed} {when_even(screen, strip)}\n")
        sys.stdout.flush()


def when_even(screen: QScreen, strip: list[int]) -> float:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        picture = screen.grabWindow(0, *strip).toImage()
        if is_even(picture.convertToFormat(QImage.Format.Format_RGB32)):
            break
        time.sleep(BETWEEN)
    return time.monotonic()


def is_even(picture: QImage) -> bool:
    """Whether every point has the colour of the first."""
    data = bytes(picture.constBits())
    return data == data[:4] * (len(data) // 4)


if __name__ == "__main__":
    main(sys.argv[1:])
