"""Broken and hostile files by the thousand, each opened in the process that opens documents.

`python -m tests.torture.hostile_files 300 7` goes through 300 files of each of seven seeds, and
prints what became of them as it goes. Every file is made here: whole files of ours with bytes
changed, moved, doubled, cut or swapped for numbers that have broken programs before.
"""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from app.showing import Showing
from models.document import Media
from models.errors import BadInput
from tests import papers
from ui import references

SEED = 20261122
LONGEST = 5.0  # seconds that one file may take here; in the window it is more
HANDS = 2
NUMBERS = (b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\0")
WORDS = (b"-1", b"0", b"4294967296", b"1e308", b"nan", b"[", b"<<", b"R", b"null", b"stream", b"(")
OURS = -9  # killed by this end


class Watched(Showing):
    """Notes how each process came to its end, unless this end has killed it."""

    def __init__(self, ends: Counter[str]) -> None:
        super().__init__(LONGEST)
        self._ends = ends

    def close(self) -> None:
        self._closed.set()
        self._end()

    def _end(self) -> None:
        if self._process is not None:
            try:
                code = self._process.wait(0.05)
            except subprocess.TimeoutExpired:  # it lives on, as it should
                code = None
            if code == OURS:
                self._ends["killed in its time"] += 1
            elif code is not None and code < 0:
                self._ends[f"died of signal {-code}"] += 1
        super()._end()


def wholes() -> tuple[tuple[Media, bytes], ...]:
    """Return the files that are broken afterwards."""
    return (
        (Media.PDF, papers.pdf(3)),
        (Media.PDF, papers.bomb(100_000)),
        (Media.PDF, papers.locked()),
        (Media.JPEG, papers.jpeg(turned=6)),
        (Media.JPEG, papers.jpeg(300, 200)),
        (Media.PNG, papers.png()),
        (Media.PNG, papers.png(200, 300)),
    )


def corpus(count: int, seed: int = SEED) -> Iterator[tuple[Media, bytes]]:
    """Give `count` broken files, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a corpus that can be made again
    sources = wholes()
    for number in range(count):
        media, body = sources[number % len(sources)]
        yield media, broken(body, chance)


def broken(body: bytes, chance: random.Random) -> bytes:
    """Return `body` after one to twelve changes; its first bytes still say what it is."""
    made = bytearray(body)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(8, max(9, len(made)))
        chance.choice(CHANGES)(made, at, chance)
    return bytes(made)


def _flip(made: bytearray, at: int, chance: random.Random) -> None:
    if at < len(made):
        made[at] ^= 1 << chance.randrange(8)


def _number(made: bytearray, at: int, chance: random.Random) -> None:
    number = chance.choice(NUMBERS)
    made[at : at + len(number)] = number


def _word(made: bytearray, at: int, chance: random.Random) -> None:
    word = chance.choice(WORDS)
    made[at : at + chance.randrange(len(word) + 1)] = word


def _cut(made: bytearray, at: int, _chance: random.Random) -> None:
    del made[at:]


def _leave_out(made: bytearray, at: int, chance: random.Random) -> None:
    del made[at : at + chance.randrange(1, 200)]


def _double(made: bytearray, at: int, chance: random.Random) -> None:
    part = made[at : at + chance.randrange(1, 400)]
    made[at:at] = part * chance.choice((1, 1, 50))


def _move(made: bytearray, at: int, chance: random.Random) -> None:
    part = made[at : at + chance.randrange(1, 100)]
    to = chance.randrange(8, max(9, len(made)))
    made[to:to] = part


CHANGES = (_flip, _flip, _number, _number, _word, _word, _cut, _leave_out, _double, _move)


def tried(media: Media, body: bytes, ends: Counter[str]) -> str:
    """Return what became of one file at this end: shown, or the key of the sentence."""
    showing = Watched(ends)
    try:
        looked = showing.look(media, body)
        showing.page(looked.pages - 1, 400)
    except BadInput as refused:
        return refused.key
    finally:
        showing.close()
    return "shown"


def all_tried(count: int, seed: int = SEED) -> tuple[Counter[str], Counter[str]]:
    """Return what became of a whole corpus, and how the processes ended that opened it."""
    ends: Counter[str] = Counter()
    with ThreadPoolExecutor(HANDS) as hands:
        told = hands.map(lambda each: f"{each[0]}: {tried(*each, ends)}", corpus(count, seed))
        return Counter(told), ends


def main(count: int, seeds: int) -> None:
    references.keep_singletons()
    began = time.monotonic()
    told: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for seed in range(SEED, SEED + seeds):
        more_told, more_ends = all_tried(count, seed)
        told, ends = told + more_told, ends + more_ends
        for what, number in (*sorted(told.items()), *sorted(ends.items())):
            sys.stdout.write(f"{number:6} {what}\n")
        seconds = time.monotonic() - began
        sys.stdout.write(f"{sum(told.values())} files in {seconds:.0f} s\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
