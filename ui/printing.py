"""Printing: the bytes of a page go to the system's printer on standard input, never to a file."""

import shutil
import subprocess

from models.errors import Trouble

PATIENCE = 20  # seconds; a print server that says nothing for longer is not there


class PrinterTrouble(Trouble):
    """There is no printer, or it did not take the page."""


def printer() -> str:
    """Return the name of the printer that is used; runs in the page lane.

    Raises:
        PrinterTrouble: this computer has none.
    """
    chosen = _told("lpstat", "-d").rpartition(": ")[2].strip()
    known = _told("lpstat", "-e").split()
    if not known or shutil.which("lp") is None:
        raise PrinterTrouble("window.print.none")
    return chosen if chosen in known else known[0]


def send(pdf: bytes, to: str, title: str) -> None:
    """Hand a page to the printer `to`; `title` is kept by the spooler, so it holds no name.

    Raises:
        PrinterTrouble: it was not taken.
    """
    words = ["lp", "-d", to, "-t", title, "-"]
    try:
        done = subprocess.run(  # noqa: S603 - our own words and the system's own printer
            words, input=pdf, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrinterTrouble("window.print.refused", printer=to) from error
    if done.returncode:
        raise PrinterTrouble("window.print.refused", printer=to)


def _told(*words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - words of our own
            words, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
