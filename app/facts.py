"""Frozen facts to JSON and back, so that a page can be drawn elsewhere and printed again later.

A fact is a frozen dataclass of plain values: text, numbers, yes or no, dates, times, moments,
choices, tuples of these, values by name, other facts, or None. Canonical JSON (sorted keys, no
spaces) is what is hashed and kept with a disclosure.
"""

import dataclasses
import json
import types
import typing
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar

Fact = TypeVar("Fact")


def canonical(facts: object) -> str:
    """Return the one JSON text of `facts`: equal facts give equal text in any process."""
    return json.dumps(plain(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: object) -> Any:
    """Return `value` as what JSON can hold."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, time)):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    message = f"{type(value).__name__} is no fact"
    raise TypeError(message)


def read(kind: type[Fact], text: str) -> Fact:
    """Return the facts of class `kind` that `canonical` wrote as `text`."""
    return typing.cast("Fact", _revive(kind, json.loads(text)))


def _revive(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
        return _revive(kind, value)
    if origin is tuple:
        return tuple(_revive(typing.get_args(kind)[0], item) for item in value)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return typing.cast("Any", kind)(**{k: _revive(hints[k], v) for k, v in value.items()})
    return _revive_plain(kind, value)


def _revive_plain(kind: Any, value: Any) -> Any:
    if kind in (date, datetime, time):
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value
