"""What a prescribed medicine produces or could explain in a drug test, as dated data.

The rules are in rules.md 2; the table is `resources/panels/medicines.json`, which says where it
comes from and that it waits for the court's confirmation.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from app import paths


@dataclass(frozen=True)
class Medicine:
    """The analytes a medicine produces, and the class screens that it could explain."""

    produces: frozenset[str]
    explains: frozenset[str]


def produced_by(medicine: str) -> frozenset[str]:
    return _known(medicine).produces


def explained_by(medicine: str) -> frozenset[str]:
    return _known(medicine).explains


def is_single_drug_assay(substance: str) -> bool:
    """Whether a screen for `substance` finds one drug only, so that it needs no confirmation."""
    return substance in _table()["single_drug_assays"]


def carry_over_days(substance: str) -> int:
    """Return how many days after use `substance` can still be found, 0 where none are on file."""
    return int(_table()["carry_over_days"].get(substance, 0))


def _known(medicine: str) -> Medicine:
    words = _words(medicine)
    words |= {_table()["brands"][word] for word in words & set(_table()["brands"])}
    found = [each for each in _table()["medicines"] if each["name"] in words]
    return Medicine(
        frozenset(analyte for each in found for analyte in each["produces"]),
        frozenset(screen for each in found for screen in each["explains"]),
    )


@cache
def _table() -> dict[str, Any]:
    text = paths.resource("panels", "medicines.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def named_in(text: str) -> bool:
    """Whether `text` speaks of a medicine: by substance, by brand, or as medicine at all."""
    words = _words(text)
    names = {each["name"] for each in _table()["medicines"]}
    names |= {*_table()["brands"], *_table()["withheld_words"]}
    # In capitals only: a yoga mat is no treatment.
    acronyms = set(re.findall(r"[A-Z]+", text)) & set(_table()["acronyms"])
    return bool(acronyms) or not words.isdisjoint(names)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def known() -> list[str]:
    """Return the medicines that forms offer, by name."""
    return sorted(each["name"] for each in _table()["medicines"])
