"""What the program and the process that carries say to each other: objects as JSON and back."""

import json
from pathlib import Path
from typing import Any

from app.backup.strays import Stray
from app.backup.writing import Carried, Load
from models import errors
from models.backup import Reread
from models.errors import NotARecord, Trouble

SETS = ("good", "unknown")
BYTES = ("start", "sealed")
Plain = dict[str, Any]


class CarryError(Exception):
    """The process failed through a fault of ours; the text is a type of error, never a value."""


def of_load(load: Load) -> bytes:
    plain = vars(load) | {"folder": str(load.folder), "record_id": load.record_id.hex()}
    return json.dumps(plain | {name: sorted(plain[name]) for name in SETS}).encode()


def load(plain: Plain) -> Load:
    parts = {"folder": Path(plain["folder"]), "record_id": bytes.fromhex(plain["record_id"])}
    return Load(**plain | parts | {name: frozenset(plain[name]) for name in SETS})


def of_carried(carried: Carried) -> Plain:
    found = [_of_stray(stray) for stray in carried.strays]
    return vars(carried) | {"path": str(carried.path), "strays": found}


def carried(told: Plain) -> Carried:
    """Return what came of it.

    Raises:
        CarryError, and the trouble that the process has told.
    """
    if "trouble" in told:
        raise _trouble(told)
    if "error" in told:
        raise CarryError(told["error"])
    found = tuple(_stray(plain) for plain in told["strays"])
    return Carried(Path(told["path"]), Reread(told["reread"]), tuple(told["gone"]), found)


def of_trouble(trouble: Trouble) -> Plain:
    problem = getattr(trouble, "problem", None)
    told = {"trouble": type(trouble).__name__, "key": trouble.key, "facts": trouble.facts}
    return told | {"problem": problem}


def _trouble(told: Plain) -> Trouble:
    kind: type[Trouble] = getattr(errors, told["trouble"])
    facts = told["facts"]
    if issubclass(kind, NotARecord):
        return kind(told["key"], problem=told["problem"], **facts)
    return kind(told["key"], **facts)


def _of_stray(stray: Stray) -> Plain:
    return vars(stray) | {name: vars(stray)[name].hex() for name in BYTES}


def _stray(plain: Plain) -> Stray:
    parts = {name: bytes.fromhex(plain[name]) for name in BYTES}
    return Stray(**plain | parts | {"reread": Reread(plain["reread"])})
