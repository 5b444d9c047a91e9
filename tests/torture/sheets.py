"""R12: every single wrong character on a recovery sheet is caught, and its group is named."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from app.vault import recovery
from models.audit import ALPHABET
from models.errors import WrongSecret
from tests.torture.row import Case, Outcome, Row, Series

Groups = tuple[str, ...]


def lay_out(_folder: Path) -> Case:
    return lambda _number, chance: _tried(chance, _named)


def lay_out_control(_folder: Path) -> Case:
    return lambda _number, chance: _tried(chance, _unchecked)


def _tried(chance: Random, judge: Callable[[Groups, int, bytes], str | None]) -> Outcome:
    """Try every substitution of one sheet: 6 groups of 6 places, 31 other characters each."""
    root = chance.getrandbits(recovery.R_BITS).to_bytes(recovery.R_BYTES, "big")
    groups = recovery.groups_of(root)
    if recovery.read_sheet(_text(groups))[0] != root:
        raise AssertionError("the sheet itself must be read")
    tried = [(where, judge(typed, where, root)) for where, typed in _substituted(groups)]
    wrong = tuple(f"group {where}: {told}" for where, told in tried if told is not None)
    return Outcome("named" if not wrong else "missed", wrong, len(tried))


def _substituted(groups: Groups) -> Iterator[tuple[int, Groups]]:
    for at, group in enumerate(groups):
        for place, printed in enumerate(group):
            for symbol in ALPHABET.replace(printed, ""):
                typed = group[:place] + symbol + group[place + 1 :]
                yield at + 1, (*groups[:at], typed, *groups[at + 1 :])


def _named(typed: Groups, where: int, _root: bytes) -> str | None:
    try:
        recovery.read_sheet(_text(typed))
    except WrongSecret as wrong:
        named = (wrong.key, wrong.facts.get("group"))
        return None if named == ("sheet.wrong-group", where) else str(named)
    return "accepted"


def _unchecked(typed: Groups, _where: int, root: bytes) -> str | None:
    """Read a sheet whose groups have no check characters: five of six mistakes stay unseen."""
    bare = tuple(group[:5] + recovery.check_character(group[:5]) for group in typed)
    return "another root" if recovery.root_of(bare) != root else None


def _text(groups: Groups) -> str:
    return "\n".join(f"{number}  {group}" for number, group in enumerate(groups, 1))


ROWS = (
    Row(
        "R12",
        "sheets",
        Series("single substitutions on recovery sheets", lay_out, 300, 2),
        bad="missed",
        control=Series("groups read without their check character", lay_out_control, 1, 1),
    ),
)
