"""The root secret as a person can keep it: six groups of letters and digits on a sheet of paper.

R is 150 random bits: 30 Crockford base 32 symbols, five a group, each group with a check
character by Luhn mod 32, so that every single wrong character is caught and its group named.
"""

import re
import secrets
from collections.abc import Mapping, Sequence

from models.audit import ALPHABET
from models.errors import WrongSecret

R_BITS = 150
R_BYTES = 19
GROUPS = 6
GROUP_LENGTH = 5
# The hyphen, and what typewriting programs make of it.
DASHES = "\u2010\u2011\u2012\u2013\u2014-"
# What a hurried hand writes for what is printed; U is never printed.
LOOKALIKES = str.maketrans("OIL", "011")


def new_root() -> bytes:
    """Return a new root secret: 150 random bits, right-aligned in 19 bytes."""
    return secrets.randbits(R_BITS).to_bytes(R_BYTES, "big")


def groups_of(root: bytes) -> tuple[str, ...]:
    """Return the six printed groups of `root`, each of five symbols and its check character."""
    number = int.from_bytes(root, "big")
    shifts = range(R_BITS - 5, -1, -5)
    symbols = "".join(ALPHABET[(number >> shift) & 31] for shift in shifts)
    parts = [symbols[at : at + GROUP_LENGTH] for at in range(0, len(symbols), GROUP_LENGTH)]
    return tuple(part + check_character(part) for part in parts)


def root_of(groups: tuple[str, ...]) -> bytes:
    """Return the root secret of six groups as typed.

    Raises:
        WrongSecret: a group is wrong; the sentence names the first one.
    """
    typed = tuple(_clean(group) for group in groups)
    if len(typed) != GROUPS:
        raise WrongSecret("sheet.not-six-groups", found=len(typed))
    for number, group in enumerate(typed, start=1):
        if not _is_group(group):
            raise WrongSecret("sheet.wrong-group", group=number)
    symbols = "".join(group[:GROUP_LENGTH] for group in typed)
    number = 0
    for symbol in symbols:
        number = number << 5 | ALPHABET.index(symbol)
    return number.to_bytes(R_BYTES, "big")


def refuse_wrong_group(printed: Sequence[str], typed: Mapping[int, str]) -> None:
    """Raise WrongSecret, which names it, where a group typed back is not the printed one."""
    for number, text in typed.items():
        if not is_same_group(text, printed[number - 1]):
            raise WrongSecret("sheet.wrong-group", group=number)


def refuse_mistyped(number: int, typed: str) -> None:
    """Raise WrongSecret, which names it, where a group cannot stand on any sheet."""
    if not _is_group(_clean(typed)):
        raise WrongSecret("sheet.wrong-group", group=number)


def is_same_group(typed: str, printed: str) -> bool:
    """Tell whether a group typed back is the one on the sheet, however it was written."""
    return _clean(typed) == printed


def read_sheet(text: str) -> tuple[bytes, str | None]:
    """Return the root secret, and the record id where the sheet says it.

    A sheet is any text that holds the six groups, in order; other words on it do not matter.
    Case, spaces and dashes in the groups do not matter either.
    """
    only_groups = len(_clean(text)) == GROUPS * (GROUP_LENGTH + 1)
    pattern = r"(?i)\b(?:[0-9a-f]{4}[ -]?){7}[0-9a-f]{4}\b"
    record_id = None if only_groups else re.search(pattern, text)
    rest = text.replace(record_id.group(), " ") if record_id else text
    root = root_of(_find_groups(rest))
    return root, re.sub("[^0-9a-f]", "", record_id.group().lower()) if record_id else None


def _find_groups(text: str) -> tuple[str, ...]:
    lines = [line for line in text.splitlines() if line.strip()]
    for found in (_numbered(lines), _spaced(text), _parted(text)):
        if len(found) == GROUPS:
            return found
    packed = _clean(text)
    if len(packed) == GROUPS * (GROUP_LENGTH + 1):
        size = GROUP_LENGTH + 1
        return tuple(packed[at : at + size] for at in range(0, len(packed), size))
    return _spaced(text)


def _numbered(lines: list[str]) -> tuple[str, ...]:
    """Return the groups of a sheet that numbers them, one a line: `3  H3TRB Q`."""
    line = re.compile(r"\s*([1-6])[.):\s]\s*([0-9A-Za-z](?:[ -]?[0-9A-Za-z]){5})\s*")
    groups = {match.group(1): match.group(2) for match in map(line.fullmatch, lines) if match}
    return tuple(groups[number] for number in sorted(groups))


def _parted(text: str) -> tuple[str, ...]:
    """Return what checks of five characters with their check character a little apart."""
    pattern = (
        rf"(?<![0-9A-Za-z])([0-9A-Za-z]{{5}})[ \t]*[{DASHES}]?[ \t]*([0-9A-Za-z])(?![0-9A-Za-z])"
    )
    parted = (first + last for first, last in re.findall(pattern, text))
    return tuple(group for group in parted if _is_group(_clean(group)))


def _spaced(text: str) -> tuple[str, ...]:
    """Return the words of six characters; those that check, where there are more than six."""
    words = re.findall(r"(?<![0-9A-Za-z])[0-9A-Za-z]{6}(?![0-9A-Za-z])", text)
    if len(words) == GROUPS:
        return tuple(words)
    likely = [word for word in words if _is_group(_clean(word))]
    return tuple(likely if len(likely) == GROUPS else words)


def check_character(symbols: str) -> str:
    """Return the Luhn mod 32 check character of five symbols."""
    total = 0
    for place, symbol in enumerate(reversed(symbols)):
        product = ALPHABET.index(symbol) * (2 if place % 2 == 0 else 1)
        total += product // 32 + product % 32
    return ALPHABET[-total % 32]


def _is_group(group: str) -> bool:
    if len(group) != GROUP_LENGTH + 1 or not set(group) <= set(ALPHABET):
        return False
    return check_character(group[:GROUP_LENGTH]) == group[GROUP_LENGTH]


def _clean(text: str) -> str:
    return re.sub(rf"[\s{DASHES}]", "", text).upper().translate(LOOKALIKES)
