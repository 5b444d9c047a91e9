"""Windows for the process behind them: small real processes that say what a test wants said."""

import sys

from ui import handover
from ui.child import Child
from ui.handover import LOCKED, Handover, Said, SampleLeft, Word

LEFT = Handover("Locked.", SampleLeft("juniper.milepost", "five words", "Ruth Amsel"))


def says(word: Word, left: Handover | None = None) -> str:
    return f"print({handover.line_of(Said(word, left or Handover()))!r}, end='', flush=True)"


SHOWS = says(Word.SHOWN)
LOCKS = says(Word.LOCKING, LEFT)
HANGS = "import time; time.sleep(60)"
# What a window is left goes into a file that the test reads.
TAKES = "import sys; open({file!r}, 'a').write(sys.stdin.readline())"


def ends(code: int = 0) -> str:
    return f"raise SystemExit({code})"


def locks() -> tuple[str, ...]:
    return (SHOWS, LOCKS, ends(LOCKED))


def window(*lines: str) -> Child:
    return Child([sys.executable, "-c", "\n".join(lines)])
