"""The words of a command: which it takes, as data, and what was given, as values."""

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from app.wording import say
from models.errors import BadUsage

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Days are counted to and fro from the one given; a court has no use for others.
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Word:
    """One argument of a command, as argparse takes it."""

    names: tuple[str, ...]
    options: dict[str, Any]


@dataclass(frozen=True)
class Command:
    """One command: its name, its words, and what it does."""

    name: str
    words: tuple[Word, ...]
    run: Callable[["Wanted"], int]


@dataclass(frozen=True)
class Wanted:
    """One call: the command and the values of its words."""

    command: Command
    values: argparse.Namespace

    def __getattr__(self, name: str) -> Any:
        return getattr(self.values, name)


def word(*names: str, **options: Any) -> Word:
    return Word(names, options)


def day(text: str) -> date:
    """Return the date of an ISO word; argparse turns the error into a refusal."""
    try:
        given = date.fromisoformat(text if ISO_DAY.fullmatch(text) else "")
    except ValueError:
        raise argparse.ArgumentTypeError(say("usage.date", given=text)) from None
    if not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(say("usage.year", first=FIRST_YEAR, last=LAST_YEAR))
    return given


RECORD = word("record", type=Path, metavar="RECORD")
JSON = word("--json", action="store_true", dest="as_json")
AS_OF = word("--as-of", type=day, metavar="DATE")
OUTPUT = word("-o", dest="output", type=Path, required=True, metavar="PDF")
OVERWRITE = word("--overwrite", action="store_true")
SECRET = (
    word("--passphrase-file", metavar="F"),
    word("--holder", metavar="NAME"),
    word("--sheet-file", metavar="F"),
)
OPENING = (RECORD, *SECRET, JSON)


class _Parser(argparse.ArgumentParser):
    """A parser that refuses by raising, so that every refusal is printed in one place."""

    def error(self, message: str) -> NoReturn:
        raise BadUsage("usage.off", message=message)


def parse(commands: tuple[Command, ...], arguments: list[str]) -> Wanted:
    """Return what `arguments` ask for.

    Raises:
        BadUsage: the words are off.
    """
    parser = _Parser(prog="milepost", allow_abbrev=False)
    branches = parser.add_subparsers(dest="word", required=True, parser_class=_Parser)
    for command in commands:
        branch = branches.add_parser(
            command.name, help=say(f"command.{command.name}"), allow_abbrev=False
        )
        for each in command.words:
            branch.add_argument(*each.names, **each.options)
    values = parser.parse_args(arguments)
    chosen = next(command for command in commands if command.name == values.word)
    return Wanted(chosen, values)
