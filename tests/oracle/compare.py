"""Compares a printed page with the record: every line of it, every number and every day."""

from collections import Counter
from datetime import date
from pathlib import Path

from tests.oracle import expected, foot, strip
from tests.oracle.case import load
from tests.oracle.claims import Claim
from tests.oracle.page import DRAWN, FIGURE, Unit, read, units
from tests.oracle.record import Record, open_record


def differences(
    record: Path, sheet: Path, pdf: Path, person: int, hearing: date, as_of: date
) -> list[str]:
    """Opens the record by its sheet and says what the page should say otherwise."""
    opened = open_record(record, sheet)
    try:
        return page_differences(opened, pdf, person, hearing, as_of)
    finally:
        opened.close()


def page_differences(
    record: Record, pdf: Path, person: int, hearing: date, as_of: date
) -> list[str]:
    case = load(record, person, hearing, as_of)
    elements = read(pdf)
    pages = max(element.page for element in elements) + 1
    wanted = expected.page(case, pages)
    of_foot, odd = foot.of_disclosure(case, " ".join(one.words for one in elements), pages)
    printed = units(elements)
    figures = [unit.words for unit in printed if unit.tag == FIGURE]
    drawings = [unit.words for unit in printed if unit.tag == DRAWN]
    said = [unit for unit in printed if unit.tag not in {FIGURE, DRAWN} and unit.words.strip()]
    return [
        *_unlike([*wanted.claims, *of_foot], said),
        *strip.figure_differences(wanted.strip, figures, drawings),
        *odd,
    ]


def _unlike(claims: list[Claim], said: list[Unit]) -> list[str]:
    """Each unit answers one claim; what answers none, and what nothing answers, is told."""
    answered: Counter[int] = Counter()
    unexplained = []
    for unit in said:
        at = _answers(claims, unit, answered)
        if at is None:
            unexplained.append(f"the page says, and nothing explains: {_shown(unit)}")
        else:
            answered[at] += 1
    missing = [
        f"the page should say {claim}"
        for at, claim in enumerate(claims)
        if answered[at] < claim.least
    ]
    return unexplained + missing


def _answers(claims: list[Claim], unit: Unit, answered: Counter[int]) -> int | None:
    fitting = [
        at
        for at, claim in enumerate(claims)
        if answered[at] < claim.most and claim.matches(unit.section, unit.words)
    ]
    # What must be said is answered before what may be said.
    return min(fitting, key=lambda at: claims[at].least == 0, default=None)


def _shown(unit: Unit) -> str:
    where = f"{unit.section}: " if unit.section else ""
    return f"{where}{unit.words!r} (page {unit.page + 1})"
