"""What a command prints: one JSON value on standard output, sentences on standard error."""

import json
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Any


def prepare_streams() -> None:
    """Print UTF-8 wherever the command runs; a name in Navajo must come out whole."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def value(shown: Any) -> None:
    """Print exactly one JSON value and a line end."""
    # Flushed here, so that a reader who is gone is noticed here and not at the end.
    print(json.dumps(shown, ensure_ascii=False), flush=True)  # noqa: T201


def line(text: str) -> None:
    """Print one line for a person on standard output."""
    print(text)  # noqa: T201


def close_quietly() -> None:
    """Give standard output up, so that ending the program does not try to write to it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def notice(text: str) -> None:
    """Print one line for a person on standard error."""
    print(text, file=sys.stderr)  # noqa: T201


def refuse(code: int, kind: str, message: str, *, as_json: bool) -> None:
    """Print why a call was refused."""
    if as_json:
        value({"error": {"code": code, "kind": kind, "message": message}})
    notice(message)
