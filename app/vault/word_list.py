"""Makes a passphrase that a person can keep: five words that chance put together."""

import secrets
from functools import cache

from app import paths

WORDS = 5


def five_words() -> str:
    """Return a new passphrase; with these many words in the list it holds over 51 random bits."""
    return " ".join(secrets.choice(listed()) for _ in range(WORDS))


@cache
def listed() -> tuple[str, ...]:
    """Return the words: short, known to everybody, and none that could hurt in this office."""
    return tuple(paths.resource("passphrase_words.txt").read_text(encoding="utf-8").split())
