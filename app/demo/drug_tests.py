"""The tests of the invented people: the day's call, what became of it, and what was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.demo import material
from app.demo.episodes import DENTIST_DAYS
from app.demo.life import Life
from models.choices import Answer, Outcome, Source, Specimen, TestResult, Validity
from models.drug_test import DrugTest, DrugTestResult

PANEL = "court-10"
CHANCE = 3 / 7
CHANCE_IN_LAST_PHASE = 2 / 7
# Some people are tested more often for a time: top-ups, and calls for a cause.
CHANCE_OF_SOME = 0.68
EVERY_NTH = 7
LAST_PHASE = 5
LABORATORY_DAYS = 7
# In such a slot the first call of all was tampered with; once is enough for a court.
TAMPERED_SLOT = 11
THC = "thc"


@dataclass(frozen=True)
class Kind:
    """What can become of a call, how often, and how the specimen is."""

    name: str
    weight: float
    outcome: Outcome = Outcome.TESTED
    validity: Validity | None = None
    reasons: str | None = None


KINDS = {
    kind.name: kind
    for kind in (
        Kind("negative", 90),
        Kind("waiting", 0),
        Kind("dilute", 2.2, validity=Validity.DILUTE),
        Kind("invalid", 0.3, validity=Validity.INVALID),
        Kind("no-show", 2.4, Outcome.NO_SHOW),
        Kind("excused", 2.6, Outcome.EXCUSED, reasons="excused"),
        Kind("refused", 0.3, Outcome.REFUSED),
        Kind("unable", 0.8, Outcome.UNABLE, reasons="unable"),
        Kind("rejected", 0.4, Outcome.REJECTED, reasons="rejected"),
        Kind("tampered", 0, Outcome.TAMPERED),
        Kind("confirmed", 0),
        Kind("admitted", 0),
        Kind("disputed", 0),
        Kind("unanswered", 0),
    )
}
BY_CHANCE = [kind for kind in KINDS.values() if kind.weight]
WEIGHTS = [kind.weight for kind in BY_CHANCE]
# How a return to use comes to be known.
POSITIVE = ("confirmed", "confirmed", "confirmed", "admitted", "admitted", "disputed", "unanswered")
STICK = {Outcome.TESTED, Outcome.REJECTED, Outcome.TAMPERED}


def add(life: Life) -> int:
    """Keep every test of the person and return how many there are."""
    number = 0
    carried = 0
    for day, kind in _calls(life):
        positive = kind.name in POSITIVE
        carried = 2 if positive and life.course.substance == THC else carried
        test = _test(life, day, kind)
        number += 1
        if kind.outcome is Outcome.TESTED:
            _add_prescribed(life, test)
        if positive:
            _add_positive(life, test, kind.name)
        elif carried and kind.name == "negative":
            carried -= 1
            _add_positive(life, test, "confirmed")
    return number


def _calls(life: Life) -> Iterator[tuple[date, Kind]]:
    scripted = {life.ago(days): KINDS[name] for days, name in life.course.named.get("recent", ())}
    quiet = min(scripted, default=life.as_of)
    tampered = life.course.slot % 60 == TAMPERED_SLOT
    for day in life.course.days():
        if day in scripted:
            yield day, scripted[day]
        elif day in life.course.uses:
            yield day, _positive_kind(life, day)
        elif day < quiet and _is_selected(life, day):
            kind = KINDS["tampered"] if tampered else _by_chance(life, day)
            tampered = False
            yield day, kind


def _is_selected(life: Life, day: date) -> bool:
    chance = CHANCE_IN_LAST_PHASE if life.course.phase_on(day)[0] == LAST_PHASE else CHANCE
    if not life.course.named and life.course.slot % EVERY_NTH == 0:
        chance = max(chance, CHANCE_OF_SOME)
    return life.rng.random() < chance


def _by_chance(life: Life, day: date) -> Kind:
    kind = life.rng.choices(BY_CHANCE, WEIGHTS)[0]
    age = (life.as_of - day).days
    late = life.rng.random() < (0.10 if age <= LABORATORY_DAYS else 0.01 if age < 25 else 0)
    return KINDS["waiting"] if late and kind.name == "negative" else kind


def _positive_kind(life: Life, day: date) -> Kind:
    if day == life.ago(life.course.named.get("last_use", -1)):
        return KINDS[life.rng.choice(("confirmed", "admitted"))]
    return KINDS[life.rng.choice(POSITIVE)]


def _test(life: Life, day: date, kind: Kind) -> DrugTest:
    rng = life.rng
    specimen = Specimen.URINE if kind.outcome in STICK else None
    validity = kind.validity
    if kind.outcome is Outcome.TESTED and validity is None:
        specimen = rng.choices((Specimen.URINE, Specimen.ORAL_FLUID), (93, 7))[0]
        measured = specimen is Specimen.URINE and rng.random() < 0.85
        validity = Validity.ACCEPTABLE if measured else Validity.NOT_DETERMINED
    given = specimen is not None
    reasons = material.read("treatment")[kind.reasons] if kind.reasons else None
    waiting = kind.name == "waiting"
    return life.keep_in_episode(
        DrugTest(
            collected_on=day,
            collected_at=time(rng.randint(7, 9), rng.randrange(60)) if given else None,
            specimen=specimen,
            outcome=kind.outcome,
            reason=rng.choice(reasons) if reasons else None,
            panel=PANEL,
            validity=validity,
            awaiting_laboratory=waiting,
            sent_on=_by(life, day, 1) if waiting else None,
            source=Source.FORM,
            received_on=day,
        )
    )


def _by(life: Life, day: date, days: int) -> date:
    return min(day + timedelta(days=days), life.as_of)


def _add_prescribed(life: Life, test: DrugTest) -> None:
    """Keep what a prescribed medicine produces; now and then it is absent, which is no matter."""
    if _is_after_dentist(life, test.collected_on):
        _add_confirmed(life, test, "opiates", "hydrocodone", None)
    if life.course.regimen is None:
        return
    if life.course.regimen == "stimulant":
        _add_confirmed(life, test, "amphetamine", "amphetamine", None)
        return
    found = material.read("treatment")["regimens"][life.course.regimen]["found"]
    if found is not None and life.rng.random() < 0.97:
        _keep(life, test, found, TestResult.PRESUMPTIVE)


def _is_after_dentist(life: Life, day: date) -> bool:
    ago = life.course.named.get("dentist")
    return ago is not None and 0 <= (day - life.ago(ago)).days < DENTIST_DAYS


def _add_positive(life: Life, test: DrugTest, name: str) -> None:
    substance = life.course.substance
    analyte = material.read("treatment")["analytes"][substance]
    old = (life.as_of - test.collected_on).days > 2 * LABORATORY_DAYS
    if name == "admitted":
        _keep(life, test, substance, TestResult.PRESUMPTIVE, answer=Answer.ADMITTED)
    elif name == "confirmed":
        _add_confirmed(life, test, substance, analyte, None)
    elif old and life.rng.random() < 0.5:
        _add_confirmed(life, test, substance, analyte, Answer.DISPUTED)
    else:
        _keep(
            life,
            test,
            substance,
            TestResult.NOT_CONFIRMED if old else TestResult.PRESUMPTIVE,
            answer=Answer.DISPUTED if name == "disputed" else None,
            confirmation_asked_on=_by(life, test.collected_on, 1),
            confirmed_on=test.collected_on + timedelta(days=LABORATORY_DAYS) if old else None,
        )


def _add_confirmed(
    life: Life, test: DrugTest, substance: str, analyte: str, answer: Answer | None
) -> None:
    """Keep a confirmed result, or its request where the laboratory cannot have answered yet."""
    back = test.collected_on + timedelta(days=life.rng.randint(4, LABORATORY_DAYS))
    known = back <= life.as_of
    _keep(
        life,
        test,
        substance,
        TestResult.CONFIRMED if known else TestResult.PRESUMPTIVE,
        analyte=analyte if known else None,
        answer=answer,
        confirmation_asked_on=_by(life, test.collected_on, 1),
        confirmed_on=back if known else None,
    )


def _keep(life: Life, test: DrugTest, substance: str, result: TestResult, **more: object) -> None:
    row = DrugTestResult(substance=substance, result=result, **more)
    life.keep(row, drug_test_id=test)
