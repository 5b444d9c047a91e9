"""How inputs that nobody would write are read by the hundred, and what counts as a crash."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from models.errors import Trouble
from tests.torture.row import Case, Outcome

INPUTS = 100  # in a case

# Reads one input, and returns what became of it, and what must not have been.
Read = Callable[[Random, int], tuple[str, str]]


@dataclass(frozen=True)
class Reader:
    """One kind of file, its reading by the program, and by the bare libraries beneath it."""

    part: str
    what: str
    lay_out: Callable[[Path], Read]
    bare: str
    lay_out_bare: Callable[[Path], Read]
    cases: int
    short: int


def lay_out_of(made: Callable[[Path], Read]) -> Callable[[Path], Case]:
    def lay_out(folder: Path) -> Case:
        read = made(folder)

        def case(number: int, chance: Random) -> Outcome:
            told: Counter[str] = Counter()
            wrong = []
            for each in range(INPUTS):
                found, fault = tried(read, chance, number * INPUTS + each)
                told[found] += 1
                wrong += [f"input {each}: {fault}"] if fault else []
            words = ", ".join(name for name, _count in told.most_common(1))
            return Outcome(f"mostly {words}", tuple(wrong), INPUTS)

        return case

    return lay_out


def tried(read: Read, chance: Random, number: int) -> tuple[str, str]:
    """Read one input; whatever is raised and is no refusal in words is a crash."""
    try:
        return read(chance, number)
    except Trouble as trouble:
        return f"refused, {trouble.kind}", ""
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        return "crashed", f"{type(fault).__name__}: {str(fault)[:80]}"
