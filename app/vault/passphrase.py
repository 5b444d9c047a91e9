"""Passphrases: one normal form, and a floor under how easily one is guessed."""

import unicodedata

from zxcvbn import zxcvbn

from models.errors import BadInput

SHORTEST = 15
LONGEST_BYTES = 256
# Beyond this many characters the estimate only costs time.
ESTIMATED = 72
# zxcvbn's "safely unguessable": more than 10^8 guesses beside the cost of Argon2.
ENOUGH = 3


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
    text = normal(typed)
    if len(text) < SHORTEST:
        raise BadInput("passphrase.too-short", shortest=SHORTEST)
    if zxcvbn(text[:ESTIMATED])["score"] < ENOUGH:
        raise BadInput("passphrase.too-weak")


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
