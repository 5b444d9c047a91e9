"""Settings of this machine: which record, which theme, how large; nothing of a participant."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from app import paths

NAME = "settings.json"
# After how many minutes without a touch the record is locked; never is no choice.
LOCK_CHOICES = (2, 5, 10, 15, 30)
FULL, INITIALS = NAMES = ("full", "initials")
# No file, no JSON, no object, or brackets without end.
UNREADABLE = (OSError, ValueError, AttributeError, RecursionError)
CHOICES: dict[str, tuple[object, ...]] = {"lock_minutes": LOCK_CHOICES, "names": NAMES}


@dataclass(frozen=True)
class Settings:
    """What the window remembers between two starts."""

    record: str | None = None
    court: str | None = None
    holder: str | None = None
    theme: str = "system"
    width: int = 1366
    height: int = 740
    maximized: bool = False
    backup_folder: str | None = None
    lock_minutes: int = 10
    names: str = FULL


def load() -> Settings:
    """Return the settings; a broken file is set aside and the defaults are taken."""
    target = _file()
    try:
        return Settings(**_fitting(json.loads(target.read_text(encoding="utf-8"))))
    except FileNotFoundError:
        return Settings()
    except UNREADABLE:
        _set_aside(target)
        return Settings()


def plain(kept: Settings) -> Settings:
    """Return settings with which nothing of this computer can be at fault but the record."""
    own = ("record", "court", "holder", "lock_minutes", "names")
    return Settings(**{name: getattr(kept, name) for name in own})


def save(settings: Settings) -> None:
    """Keep the settings, whole or not at all; keys of other versions stay."""
    target = _file()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(NAME + ".new")
    beside.write_text(json.dumps(_others(target) | asdict(settings), indent=1), encoding="utf-8")
    beside.replace(target)


def _file() -> Path:
    return paths.state_folder() / NAME


def _fitting(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the values that the setting can have; the others take the default."""
    kept = {}
    for field in fields(Settings):
        value = plain.get(field.name)
        default = getattr(Settings(), field.name)
        kind = str if default is None else type(default)
        if type(value) is kind and value in CHOICES.get(field.name, (value,)):
            kept[field.name] = value
    return kept


def _others(target: Path) -> dict[str, Any]:
    try:
        plain = json.loads(target.read_text(encoding="utf-8"))
    except UNREADABLE:
        return {}
    return plain if isinstance(plain, dict) else {}


def _set_aside(target: Path) -> None:
    with suppress(OSError):
        target.replace(target.with_name(NAME + ".broken"))
