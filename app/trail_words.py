"""What the program itself writes into the trail, as a person reads it: facts in words, no codes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from app import clock
from app.wording import has, say


def label(fact: str) -> str | None:
    """Return what a fact is called; None for one that tells a person nothing."""
    key = f"trail.fact.{fact}"
    return say(key) if has(key) else None


def value(fact: str, plain: Any, zone: str) -> str:
    """Return one value of a fact; moments by the clock of `zone`."""
    if plain is None:
        return ""
    with suppress(ValueError, TypeError):
        return WORDS.get(fact, _as_it_is)(str(plain), zone)
    return str(plain)


def entity(name: str) -> str:
    """Return what a table or a list is called."""
    return say(f"entity.{name}") if has(f"entity.{name}") else name


def moment(at: datetime, zone: str) -> str:
    """Return a moment by the court's clock: 11/23/2026 4:10 PM."""
    here = clock.local(at, zone)
    half = say("trail.am") if here.hour < 12 else say("trail.pm")
    return f"{here:%m/%d/%Y} {here.hour % 12 or 12}:{here:%M} {half}"


def _as_it_is(plain: str, _zone: str) -> str:
    return plain


def _moment(plain: str, zone: str) -> str:
    return moment(datetime.fromisoformat(plain), zone)


def _findings(plain: str, _zone: str) -> str:
    """Tell what was noticed at an opening, by its kinds."""
    kinds = (f"trail.finding.{kind}" for kind in plain.split())
    return ", ".join(say(key) if has(key) else key.rpartition(".")[2] for key in kinds)


def _found(plain: str, _zone: str) -> str:
    """Tell what a verification found, each kind with the number of its event."""
    told = (each.partition(" ") for each in plain.split("; "))
    return ", ".join(say(f"trail.found.{kind}", seq=seq) for kind, _, seq in told)


def _entity(plain: str, _zone: str) -> str:
    return entity(plain)


WORDS: dict[str, Callable[[str, str], str]] = {
    "clock": _moment,
    "findings": _findings,
    "found": _found,
    "list": _entity,
}
