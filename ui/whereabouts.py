"""Where somebody stands, as text and back, so that a lock can take up where it cut off."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from app import whereabouts
from app.answers import Subject
from app.desk import Desk
from ui.navigation import PLACES, Stand

# What a place can be about, as text and back; what is about anything else is not kept.
KINDS: dict[str, tuple[type, Any, Any]] = {
    "subject": (Subject, lambda subject: subject.text, Subject.from_text),
    "day": (date, date.isoformat, date.fromisoformat),
}
PLAIN = (str, int, type(None))


def keeping(desk: Desk, stand: Stand | None) -> Callable[[], None]:
    """Return the call that keeps where somebody stands; it runs in the record lane."""

    def keep() -> None:
        words = None if stand is None else to_text(stand)
        if stand is not None and words is not None:
            with desk.work() as session:
                whereabouts.keep(session, desk.holder, words, person_of(stand))

    return keep


def taken(desk: Desk) -> Stand | None:
    """Return where the holder stood at the last lock, once; None where nothing was kept."""
    with desk.work() as session:
        words = whereabouts.take(session, desk.holder)
    return None if words is None else from_text(words)


def to_text(stand: Stand) -> str | None:
    """Return where somebody stands as text, None where that cannot be kept."""
    try:
        return json.dumps([stand.key, _plain(stand.about)])
    except TypeError:
        return None


def from_text(text: str) -> Stand | None:
    """Return where somebody stood, None where there is no such place any more."""
    key, about = json.loads(text)
    if all(place.key != key for place in PLACES):
        return None
    return Stand(key, _read(about))


def person_of(stand: Stand) -> int | None:
    """Return the person whom a place is about, if any."""
    parts = stand.about if isinstance(stand.about, tuple) else (stand.about,)
    for part in parts:
        if isinstance(part, Subject):
            return part.person_id
    return parts[0] if stand.key == "person" and isinstance(parts[0], int) else None


def _plain(about: object) -> object:
    if isinstance(about, tuple):
        return [_plain(part) for part in about]
    for name, (kind, to_plain, _from) in KINDS.items():
        if isinstance(about, kind):
            return {name: to_plain(about)}
    if isinstance(about, PLAIN):
        return about
    raise TypeError


def _read(plain: Any) -> object:
    if isinstance(plain, list):
        return tuple(_read(part) for part in plain)
    if isinstance(plain, dict):
        ((name, text),) = plain.items()
        return KINDS[name][2](text)
    return plain
