"""The way to the process that opens documents: bytes go in by pipe, pictures of pages come out.

A document comes from outside. It is opened in a process that holds no key and no record, reads and
writes no file, and has little memory and time; what that process answers is measured before it is
used. Where it dies or hangs, the document cannot be shown, and nothing else happens.
"""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

from app import document_files, frames, paths
from app.document_bounds import (
    MEGABYTE,
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    MOST_WORDS,
    TALLEST,
    WIDEST,
)
from models.document import Media
from models.errors import BadInput

WORD = "_render"
# Seconds after which a process that does not answer is killed.
LONGEST = 20.0
PATIENCE = 1.0
PICTURES = frozenset({Media.JPEG, Media.PNG})
# What the other process may say is wrong; everything else is told as one sentence.
REFUSALS: dict[str, dict[str, object]] = {
    "document.too-many-pages": {"most": MOST_PAGES},
    "document.too-many-pixels": {"most": MOST_PIXELS // 1_000_000},
    "document.too-large": {"most": MOST_BYTES // MEGABYTE},
    "document.locked": {},
}


@dataclass(frozen=True)
class Looked:
    """A document that can be shown: how many pages, and the bytes to keep of it."""

    pages: int
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Picture:
    """One page: three bytes a pixel, row by row, and its words as far as there are any."""

    width: int
    height: int
    pixels: bytes = field(repr=False)
    words: str = field(repr=False)


class Showing:
    """One document in a process of its own, from the first look until it is closed."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = threading.Event()
        self._turn = threading.Lock()
        self._given: tuple[Media, bytes] | None = None

    def look(self, media: Media, body: bytes) -> Looked:
        """Open a document and return what is kept of it: a picture comes back without metadata.

        Raises:
            BadInput: it cannot be shown, with the sentence that says why.
        """
        with self._my_turn():
            return self._look(media, body)

    def page(self, number: int, width: int) -> Picture:
        """Return the picture of one page, `width` pixels wide or as wide as it may be.

        A process that has come to its end since is begun again, once.

        Raises:
            BadInput: the page cannot be shown.
        """
        with self._my_turn():
            return self._page(number, width)

    def close(self) -> None:
        """Let the process go at once, whatever it is doing; nobody waits for it."""
        self._closed.set()
        process = self._process
        if process is not None:
            process.kill()
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """Be the only one who asks; whoever is last to ask of what was closed ends it."""
        with self._turn:
            try:
                yield
            finally:
                if self._closed.is_set():
                    self._end()

    def _look(self, media: Media, body: bytes) -> Looked:
        self._end()
        self._given = media, body
        asked = json.dumps({"media": media.value}).encode()
        told = self._ask(asked, body)
        pages = self._number(told, "pages", MOST_PAGES)
        kept = self._frame() if media in PICTURES else body
        if media in PICTURES and not _is_picture(kept):
            self._refuse()
        return Looked(pages, kept)

    def _page(self, number: int, width: int) -> Picture:
        if self._process is None or self._process.poll() is not None:
            if self._given is None:
                raise AssertionError("a document is looked at first")
            self._look(*self._given)
        told = self._ask(json.dumps({"page": number, "width": width}).encode())
        wide, tall = self._number(told, "width", WIDEST), self._number(told, "height", TALLEST)
        pixels = self._frame()
        if len(pixels) != wide * tall * 3:
            self._refuse()
        return Picture(wide, tall, pixels, str(told.get("words", ""))[:MOST_WORDS])

    def _ask(self, *parts: bytes) -> dict[str, Any]:
        """Send frames and return the answer.

        Raises:
            BadInput: the other process refuses the document, or cannot go on.
        """
        process = self._running()
        with self._watched(process):
            try:
                if process.stdin is not None:
                    for part in parts:
                        frames.write(process.stdin, part)
                told = json.loads(_read(process))
            except (OSError, ValueError):
                told = None
        if not isinstance(told, dict) or "refused" in told:
            self._refuse(told)
        return told

    def _frame(self) -> bytes:
        process = self._running()
        try:
            with self._watched(process):
                return _read(process)
        except OSError:
            self._refuse()

    def _number(self, told: dict[str, Any], name: str, most: int) -> int:
        """Return a number of the answer; what is none, or too large, is not believed."""
        found = told.get(name)
        if not isinstance(found, int) or not 1 <= found <= most:
            self._refuse()
        return found

    def _refuse(self, told: Any = None) -> NoReturn:
        self._end()
        key = str(told.get("refused")) if isinstance(told, dict) else ""
        key = key if key in REFUSALS else "document.not-shown"
        raise BadInput(key, **REFUSALS.get(key, {}))

    def _watched(self, process: "subprocess.Popen[bytes]") -> "_Watch":
        return _Watch(process, self._longest)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = _start()
        if self._closed.is_set():  # it may be that it was closed while the process was started
            self._process.kill()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with suppress(OSError):
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)


class _Watch:
    """Kills a process that takes longer than it may."""

    def __init__(self, process: "subprocess.Popen[bytes]", longest: float) -> None:
        self._timer = threading.Timer(longest, process.kill)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_told: object) -> None:
        self._timer.cancel()


def _read(process: "subprocess.Popen[bytes]") -> bytes:
    found = frames.read(process.stdout) if process.stdout is not None else None
    if found is None:
        raise frames.FrameError("the process ended")
    return found


def _is_picture(body: bytes) -> bool:
    return len(body) <= MOST_BYTES and document_files.media_of(body) in PICTURES


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own program, with a word of ours
        paths.command_line(WORD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what it complains of may be words of the document
        bufsize=0,
        cwd=paths.program_root(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
