"""Inputs that nobody would write: files changed by their bytes, words and parts."""

import io
import json
import zipfile
from random import Random
from typing import Any

# What readers stumble over: ends of numbers, signs that nobody sees, formulas, too deep, too long.
WORDS = (
    "", "0", "-1", "1e999", "NaN", "null", "true", "9" * 400, "=1+1", "@x", "\u202e", "\ufeff",
    "\x00", "02/30/1990", "0000-00-00", "9999-12-31", "1/1/1", '"', '""', "'", ",", ";", "\t", "\r",
    "\n", "x" * 5000, "\U0001f600", "é", "İ", "positive", "negative", "participant", "[" * 3000,
    "{}",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 2**200, 1.5, float("inf"), float("nan"), "", "x",
    "\ud800", "x" * 5000, [], {}, [[]], {"": None}, [None] * 50, "00" * 16,
    "2026-11-22T10:00:00+00:00",
)  # fmt: skip
DEEP = 100_000


def changed(whole: bytes, chance: Random) -> bytes:
    """Return the bytes with a few things done to them anywhere."""
    data = whole
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 2, 8, 64, 512))
        part, rest = data[at : at + size], data[at + size :]
        way = chance.randrange(7)
        if way == 0 and part:
            data = data[:at] + bytes([part[0] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        elif way == 1:
            data = data[:at] + rest
        elif way == 2:
            data = data[:at] + part * chance.choice((2, 3, 100)) + rest
        elif way == 3:
            data = data[:at] + chance.randbytes(len(part)) + rest
        elif way == 4:
            data = data[:at]
        else:
            word = chance.choice(WORDS).encode(chance.choice(("utf-8", "utf-8", "utf-16-le")))
            data = data[:at] + word + (data[at:] if way == 5 else rest)
    return data


def of_text(whole: bytes, chance: Random) -> bytes:
    """Return a table in text, changed, at times in another encoding."""
    if chance.random() < 0.1:
        coding = chance.choice(("utf-16", "utf-8-sig", "cp1252", "utf-32"))
        whole = whole.decode("utf-8").encode(coding, "replace")
    return changed(whole, chance)


def of_json(whole: bytes, chance: Random) -> bytes:
    """Return a JSON text with other values, or with other bytes."""
    way = chance.random()
    if way < 0.02:
        return chance.choice((b"[", b'{"a":')) * DEEP
    if way < 0.4:
        return changed(whole, chance)
    plain = json.loads(whole)
    for _ in range(chance.choice((1, 1, 2, 5))):
        plain = replaced(plain, chance)
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def replaced(plain: Any, chance: Random) -> Any:
    """Return a tree of values in which one is another, is gone, or stands twice."""
    inner = isinstance(plain, dict | list) and plain and chance.random() < 0.85
    if not inner:
        return chance.choice(VALUES)
    copy = dict(plain) if isinstance(plain, dict) else list(plain)
    key: Any = chance.choice(list(copy)) if isinstance(copy, dict) else chance.randrange(len(copy))
    way = chance.random()
    if way < 0.1:
        del copy[key]
    elif way < 0.2 and isinstance(copy, list):
        copy.append(copy[key])
    elif way < 0.2:
        copy[chance.choice(WORDS)[:20]] = copy[key]
    else:
        copy[key] = replaced(copy[key], chance)
    return copy


def of_workbook(whole: bytes, chance: Random) -> bytes:
    """Return a workbook with a part of it changed and packed again, or changed as it stands."""
    if chance.random() < 0.25:
        return changed(whole, chance)
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for _ in range(chance.choice((1, 1, 3))):
        name = chance.choice([*parts, *(name for name in parts if "sheet1" in name)])
        parts[name] = changed(parts[name], chance)
    if chance.random() < 0.05:
        del parts[chance.choice(list(parts))]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", chance.choice((0, 8))) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return target.getvalue()
