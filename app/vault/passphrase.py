"""Passphrases: one normal form, and a floor under how easily one is guessed."""

import unicodedata
from enum import StrEnum

from zxcvbn import zxcvbn

from models.errors import BadInput

SHORTEST = 15
LONGEST_BYTES = 256
# Beyond this many characters the estimate only costs time.
ESTIMATED = 72
# zxcvbn's "safely unguessable": more than 10^8 guesses beside the cost of Argon2.
ENOUGH = 3


class Strength(StrEnum):
    """How a new passphrase stands, for the words beside its field."""

    SHORT = "short"
    WEAK = "weak"
    GOOD = "good"
    STRONG = "strong"


def normal(typed: str) -> str:
    """Return the one form of `typed` that is stretched, whatever keyboard made it.

    Raises:
        BadInput: it holds what no keyboard types the same way twice, or is too long.
    """
    text = unicodedata.normalize("NFKC", typed)
    if any(unicodedata.category(character) in {"Cn", "Cc", "Cs"} for character in text):
        raise BadInput("passphrase.characters")
    if len(text.encode()) > LONGEST_BYTES:
        raise BadInput("passphrase.too-long", limit=LONGEST_BYTES)
    return text


def refuse_weak(typed: str) -> None:
    """Raise BadInput where a new passphrase is too short or too easily guessed."""
    found = strength(typed)
    if found is Strength.SHORT:
        raise BadInput("passphrase.too-short", shortest=SHORTEST)
    if found is Strength.WEAK:
        raise BadInput("passphrase.too-weak")


def strength(typed: str) -> Strength:
    """Return how hard a new passphrase is to guess; takes up to a twentieth of a second.

    Raises:
        BadInput: it holds what no passphrase may hold.
    """
    text = normal(typed)
    if len(text) < SHORTEST:
        return Strength.SHORT
    score = zxcvbn(text[:ESTIMATED])["score"]
    if score < ENOUGH:
        return Strength.WEAK
    return Strength.STRONG if score > ENOUGH else Strength.GOOD


def read(data: bytes) -> str:
    """Return the passphrase of a file: UTF-8, one byte order mark and one line end dropped.

    Raises:
        BadInput: the file is no UTF-8 text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("passphrase.not-text") from None
    return text.removesuffix("\r\n") if text.endswith("\r\n") else text.removesuffix("\n")
