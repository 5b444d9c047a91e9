"""Which substances a panel looks for, as dated data that a court edits."""

import json
from dataclasses import dataclass
from functools import cache

from app import paths
from app.imports import substances
from app.imports.substances import Substance


@dataclass(frozen=True)
class Panel:
    """One panel: its name and its substances; none listed means all that the program knows."""

    name: str
    substances: tuple[str, ...]


@cache
def panels() -> tuple[Panel, ...]:
    plain = json.loads(paths.resource("panels", "panels.json").read_text(encoding="utf-8"))
    return tuple(Panel(row["name"], tuple(row["substances"])) for row in plain["panels"])


def substances_of(name: str) -> tuple[Substance, ...]:
    """Return what the panel `name` looks for; of a panel not known here, every substance."""
    wanted = next((panel.substances for panel in panels() if panel.name == name), ())
    found = tuple(each for each in substances.panel() if each.id in wanted)
    return found or substances.panel()
