"""What a medicine produces and explains in a test, and which words may not reach a court page."""

import json
import re
from datetime import date
from pathlib import Path

from tests.oracle.record import Row
from tests.oracle.words import say

PANELS = Path(__file__).parents[2] / "resources" / "panels"
DATA = json.loads((PANELS / "medicines.json").read_text("utf-8"))
MEDICINES = {medicine["name"]: medicine for medicine in DATA["medicines"]}
SINGLE_DRUG = frozenset(DATA["single_drug_assays"])
CARRY_OVER: dict[str, int] = DATA["carry_over_days"]
SUBSTANCES = {
    substance["id"]: substance["label"]
    for substance in json.loads((PANELS / "substances.json").read_text("utf-8"))
}
NEVER_PRINTED = re.compile(
    r"\b(?:"
    + "|".join(map(re.escape, [*MEDICINES, *DATA["brands"], *DATA["withheld_words"]]))
    + r")\b",
    re.IGNORECASE,
)


def kept_off_court_pages(words: str) -> str:
    return say("court.withheld") if NEVER_PRINTED.search(words) else words


def label(substance: str) -> str:
    return str(SUBSTANCES.get(substance, substance))


class InForce:
    """The prescriptions in force on one day, by what is known now."""

    def __init__(self, prescriptions: list[Row], day: date) -> None:
        self._medicines = [
            MEDICINES[name]
            for prescription in prescriptions
            if _covers(prescription, day)
            for name in re.findall(r"[a-z]+", prescription["medicine"].lower())
            if name in MEDICINES
        ]

    def produce(self, analyte: str) -> bool:
        return any(analyte in medicine["produces"] for medicine in self._medicines)

    def could_explain(self, substance: str) -> bool:
        return any(substance in medicine["explains"] for medicine in self._medicines)


def _covers(prescription: Row, day: date) -> bool:
    ended = prescription["ended_on"]
    started = date.fromisoformat(prescription["started_on"])
    return started <= day and (ended is None or day <= date.fromisoformat(ended))
