"""Every sentence a person reads comes from one catalogue, looked up here by key.

The catalogue is the folder `resources/text/en`: one flat JSON object a part of the program, all
parts merged. Templates take `str.format` fields. Where a count decides the words, the catalogue
holds `key.one` and `key.other` and the caller passes `n`.
"""

import json
from functools import cache

from app import paths


def say(key: str, **facts: object) -> str:
    """Return the text for `key`; KeyError where the catalogue lacks it, which is our mistake."""
    texts = catalogue()
    if "n" in facts and f"{key}.other" in texts:
        key = f"{key}.one" if facts["n"] == 1 else f"{key}.other"
    return texts[key].format(**facts)


def has(key: str) -> bool:
    return key in catalogue()


@cache
def catalogue() -> dict[str, str]:
    """Return the whole catalogue; two parts never define the same key."""
    texts: dict[str, str] = {}
    for part in sorted(paths.resource("text", "en").glob("*.json")):
        for key, text in json.loads(part.read_text(encoding="utf-8")).items():
            if key in texts:
                message = f"{part.name} defines {key} a second time"
                raise KeyError(message)
            texts[key] = text
    return texts
