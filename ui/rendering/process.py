"""Be the process that opens one document: bounded in memory and time, unable to write a file."""

import contextlib
import ctypes
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

from app import frames
from app.document_bounds import MOST_WORDS
from ui import references

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.rendering.papers import Paper

try:
    import resource
except ImportError:  # Windows: there the other end keeps the time
    resource = None  # type: ignore[assignment]

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 60  # of work for one document
GLANCE = 64  # pixels: as wide as the first look at a page is
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main() -> int:
    """Answer on standard output what is asked on standard input, until that ends."""
    limit()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    references.keep_singletons()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the limits come first

    _app = QGuiApplication(sys.argv[:1])
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def limit() -> None:
    """Take away what opening a document never needs."""
    if resource is not None:
        # Memory that can be written; the library for PDFs sets 32 GB of addresses aside, unused.
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # pipes are no files
    if sys.platform == "linux":
        # When the window ends, however it ends, what it has shown ends with it.
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Open the one document that is sent, then draw the pages that are asked for."""
    head, body = frames.read(source), frames.read(source)
    if head is None or body is None:
        return
    with contextlib.suppress(OSError):  # the other end may go away at any time
        paper = _opened(sink, json.loads(head)["media"], body)
        while paper is not None and (asked := frames.read(source)) is not None:
            _answer(sink, paper, json.loads(asked))


def _opened(sink: BinaryIO, media: str, body: bytes) -> "Paper | None":
    """Return the open document and say what is kept of it; None where it is refused."""
    from ui.rendering import papers  # noqa: PLC0415 - the limits come first
    from ui.rendering.refusal import RefusedError  # noqa: PLC0415

    try:
        paper = papers.opened(media, body)
        paper.picture(0, GLANCE)  # what has no first page is refused before it is kept
        kept = paper.kept()
    except RefusedError as refused:
        _say(sink, {"refused": str(refused)})
        return None
    _say(sink, {"pages": paper.pages}, *([] if kept is None else [kept]))
    return paper


def _answer(sink: BinaryIO, paper: "Paper", asked: dict[str, int]) -> None:
    from ui.rendering.refusal import RefusedError  # noqa: PLC0415 - the limits come first

    number = asked["page"]
    try:
        page = paper.picture(number, asked["width"])
    except RefusedError as refused:
        _say(sink, {"refused": str(refused)})
        return
    words = paper.words(number)[:MOST_WORDS]
    told = {"width": page.width(), "height": page.height(), "words": words}
    _say(sink, told, _pixels(page))


def _say(sink: BinaryIO, told: dict[str, Any], *bodies: bytes) -> None:
    frames.write(sink, json.dumps(told).encode())
    for body in bodies:
        frames.write(sink, body)


def _pixels(page: "QImage") -> bytes:
    """Return three bytes a pixel; Qt begins each row at a multiple of four."""
    row, apart, held = page.width() * 3, page.bytesPerLine(), bytes(page.constBits())
    if row == apart:
        return held
    return b"".join(held[at * apart : at * apart + row] for at in range(page.height()))
