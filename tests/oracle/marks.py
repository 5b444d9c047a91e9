"""Reads every drug test of an episode as one mark, by rules.md 2 to 4 and nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.case import Case, day
from tests.oracle.medicines import CARRY_OVER, SINGLE_DRUG, InForce, label
from tests.oracle.record import Row
from tests.oracle.words import say

POSITIVE = "positive"
UNCONFIRMED = "unconfirmed"
WAITING = "waiting"
DECLINED = "declined"
NO_SHOW = "no-show"
NO_SPECIMEN = "no-specimen"
DILUTE = "dilute"
EXPECTED = "as-expected"
NOT_IN_POOL = "not-in-pool"
# The heaviest first: what a day with several tests, or a test with several results, shows.
WEIGHT = (
    POSITIVE, UNCONFIRMED, WAITING, DECLINED, NO_SHOW, NO_SPECIMEN, DILUTE, EXPECTED, NOT_IN_POOL
)  # fmt: skip
WITHOUT_SPECIMEN = {
    "no-show": NO_SHOW,
    "refused": DECLINED,
    "tampered": DECLINED,
    "excused": NO_SPECIMEN,
    "unable": NO_SPECIMEN,
    "rejected": NO_SPECIMEN,
}
SHOWS_NOTHING = frozenset({"dilute", "invalid", "substituted", "adulterated"})
VALID = frozenset({"acceptable", "not-determined"})


@dataclass(frozen=True)
class Mark:
    """What one test or one day shows, with the words that may stand under it."""

    kind: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """One test with its mark; a valid one is evidence, whatever it shows."""

    test: Row
    on: date
    mark: Mark

    @property
    def valid(self) -> bool:
        return self.test["outcome"] == "tested" and self.test["validity"] in VALID


def readings(case: Case) -> list[Reading]:
    """All tests in the order of collection: an earlier use decides how a later test is read."""
    reader = _Reader(case)
    tests = case.of_episode(
        "SELECT * FROM drug_test WHERE episode_id = ? AND collected_on <= ? "
        "ORDER BY collected_on, collected_at, id",
        case.last_day.isoformat(),
    )
    return [reader.read(test) for test in tests]


class _Reader:
    """Reads tests one after another and remembers the last counted use of each substance."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._prescriptions = case.of_episode("SELECT * FROM prescription WHERE episode_id = ?")
        self._last_use: dict[str, date] = {}

    def read(self, test: Row) -> Reading:
        on = date.fromisoformat(test["collected_on"])
        return Reading(test, on, self._mark(test, on))

    def _mark(self, test: Row, on: date) -> Mark:
        outcome = test["outcome"]
        if outcome != "tested":
            return Mark(WITHOUT_SPECIMEN[outcome], frozenset({say(f"strip.{outcome}")}))
        if test["validity"] in SHOWS_NOTHING:
            return Mark(DILUTE, frozenset({say(f"strip.{test['validity']}")}))
        marks = [self._result(result, test, on) for result in self._results(test)]
        if test["awaiting_laboratory"]:
            marks.append(Mark(WAITING, frozenset({say("strip.waiting")})))
        return heaviest(marks) or Mark(EXPECTED)

    def _results(self, test: Row) -> list[Row]:
        sql = "SELECT * FROM drug_test_result WHERE drug_test_id = ? ORDER BY id"
        return self._case.record.rows(sql, test["id"])

    def _result(self, result: Row, test: Row, on: date) -> Mark:
        known = _known_result(result, self._case.as_of)
        in_force = InForce(self._prescriptions, on)
        if known == "confirmed":
            return self._confirmed(result, in_force, on)
        if known == "presumptive":
            return self._presumptive(result, in_force, test)
        return Mark(EXPECTED)

    def _confirmed(self, result: Row, in_force: InForce, on: date) -> Mark:
        found = result["analyte"] or result["substance"]
        if in_force.produce(found):
            return Mark(EXPECTED)
        return self._use({result["substance"], found}, found, on, "strip.confirmed")

    def _presumptive(self, result: Row, in_force: InForce, test: Row) -> Mark:
        substance = result["substance"]
        single = substance in SINGLE_DRUG
        if single and in_force.produce(substance):
            return Mark(EXPECTED)
        imported = test["source"] not in {"form", "phone", "self-report", "document"}
        if (single and imported) or (not single and in_force.could_explain(substance)):
            return Mark(WAITING, frozenset({say("strip.waiting")}))
        if result["answer"] == "admitted":
            on = date.fromisoformat(test["collected_on"])
            return self._use({substance}, substance, on, "strip.admitted")
        sentence = "strip.disputed" if result["answer"] == "disputed" else "strip.reported"
        return Mark(UNCONFIRMED, frozenset({say(sentence)}))

    def _use(self, names: set[str], found: str, on: date, sentence: str) -> Mark:
        """A counted use, unless an earlier one may still be leaving the body."""
        for name in names & set(CARRY_OVER):
            last = self._last_use.get(name)
            if last and on - last <= timedelta(days=CARRY_OVER[name]) and on > last:
                return Mark(UNCONFIRMED, frozenset({say("strip.continuing")}))
        self._last_use.update(dict.fromkeys(names, on))
        return Mark(POSITIVE, frozenset({say(sentence, substances=label(found))}))


def _known_result(result: Row, as_of: date) -> str:
    """What the laboratory answered after the day asked for was not known on it."""
    confirmed_on = day(result["confirmed_on"])
    if confirmed_on and confirmed_on > as_of:
        return "presumptive"
    return str(result["result"])


def heaviest(marks: list[Mark]) -> Mark | None:
    """The heaviest of several; any of the words of marks of that weight may stand under it."""
    if not marks:
        return None
    kind = min((mark.kind for mark in marks), key=WEIGHT.index)
    alike = [mark.words for mark in marks if mark.kind == kind]
    return Mark(kind, frozenset().union(*alike))
