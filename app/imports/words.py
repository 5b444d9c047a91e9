"""Reads choices from the words courts use for them; whatever could mean two things is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import jellyfish

from app.imports.values import ValueMistake
from models.choices import Outcome, Sex, Specimen, Status, Validity

Choice = TypeVar("Choice", bound=StrEnum)

_SEX: Mapping[Sex, tuple[str, ...]] = {
    Sex.FEMALE: ("f", "fem", "woman", "femenino"),
    Sex.MALE: ("m", "man", "masculino"),
    Sex.OTHER: ("x", "o", "nonbinary", "nb", "intersex", "another"),
    Sex.UNKNOWN: ("u", "unk", "not known", "not recorded"),
}
_STATUS: Mapping[Status, tuple[str, ...]] = {
    Status.REFERRED: ("referral", "new referral", "pending", "pending referral", "waitlist"),
    Status.SCREENING: ("screen", "in screening", "assessment", "in assessment", "under review"),
    Status.ACTIVE: ("admitted", "enrolled", "participating", "in program", "current", "activo"),
    Status.ABSCONDED: ("awol", "warrant", "on warrant", "bench warrant", "whereabouts unknown"),
    Status.SUSPENDED: ("medical leave", "leave", "on leave", "on hold", "hold", "suspension"),
    Status.GRADUATED: ("graduate", "graduation", "grad", "completed", "complete", "successful",
                       "successful completion", "completed successfully", "commenced"),
    Status.DISCHARGED: ("terminated", "termination", "revoked", "unsuccessful", "expelled",
                        "discharge", "unsuccessful discharge", "administrative discharge",
                        "neutral discharge", "unsuccessful completion"),
    Status.WITHDRAWN: ("declined", "voluntary", "voluntary withdrawal", "withdrew", "opted out",
                       "participant declined"),
    Status.TRANSFERRED: ("transfer", "transferred out", "transfer out"),
    Status.DIED: ("deceased", "death", "passed away"),
    Status.NOT_ADMITTED: ("denied", "rejected", "not eligible", "ineligible", "not accepted"),
}  # fmt: skip
_SPECIMEN: Mapping[Specimen, tuple[str, ...]] = {
    Specimen.URINE: ("ua", "u", "urinalysis", "urine screen", "urine cup", "cup", "orina"),
    Specimen.ORAL_FLUID: ("oral", "saliva", "swab", "mouth swab", "oral swab", "of", "saliva swab"),
    Specimen.BREATH: ("bac", "pbt", "breathalyzer", "breath test", "bt", "breath alcohol"),
    Specimen.HAIR: ("hair follicle", "follicle", "hair test"),
    Specimen.SWEAT_PATCH: ("patch", "sweat"),
    Specimen.BLOOD: ("serum", "blood draw", "peth"),
    Specimen.MONITOR: ("scram", "cam", "transdermal", "alcohol monitor", "continuous monitor"),
}


@dataclass(frozen=True)
class Finding:
    """What a result column says; `positive` is None where the word leaves it open."""

    outcome: Outcome
    positive: bool | None = None
    validity: Validity | None = None

    @property
    def may_be_positive(self) -> bool:
        return self.outcome is Outcome.TESTED and self.positive is not False

    @property
    def says_nothing(self) -> bool:
        """A specimen was tested and is good, and the word does not say what was found."""
        return self.validity is Validity.NOT_DETERMINED and self.positive is None


_NEGATIVE = Finding(Outcome.TESTED, positive=False, validity=Validity.NOT_DETERMINED)
_POSITIVE = Finding(Outcome.TESTED, positive=True, validity=Validity.NOT_DETERMINED)
_OUTCOME: Mapping[Finding, tuple[str, ...]] = {
    _NEGATIVE: ("negative", "neg", "n", "non detect", "not detected", "none detected", "nd",
                "negativo"),
    # What an import calls confirmed is still "positive, confirmation unknown".
    _POSITIVE: ("positive", "pos", "p", "presumptive", "presumptive positive", "presumed positive",
                "non negative", "detected", "confirmed positive", "confirmed", "positivo"),
    Finding(Outcome.TESTED, None, Validity.NOT_DETERMINED): ("tested",),
    Finding(Outcome.TESTED, None, Validity.DILUTE): ("dilute", "diluted"),
    Finding(Outcome.TESTED, positive=False, validity=Validity.DILUTE): (
        "dilute negative", "negative dilute", "neg dilute", "dilute neg"),
    Finding(Outcome.TESTED, positive=True, validity=Validity.DILUTE): (
        "dilute positive", "positive dilute", "pos dilute", "dilute pos"),
    Finding(Outcome.TESTED, positive=False, validity=Validity.INVALID): (
        "invalid", "invalid result"),
    Finding(Outcome.NO_SHOW): (
        "no show", "ns", "missed", "miss", "missed test", "fta", "dna", "absent",
        "failed to appear", "did not appear", "did not attend", "did not report", "did not test",
        "failed to report", "failed to test", "failure to report"),
    Finding(Outcome.EXCUSED): ("excused", "exc", "excused absence", "excused no show"),
    Finding(Outcome.REFUSED): ("refused", "refusal", "refused to test", "declined to test"),
    Finding(Outcome.UNABLE): (
        "unable", "unable to provide", "unable to produce", "utp", "could not provide",
        "unable to void", "unable to give", "shy bladder"),
    Finding(Outcome.TAMPERED): ("tampered", "tampering", "tampered specimen"),
    Finding(Outcome.TAMPERED, None, Validity.ADULTERATED): ("adulterated", "adulterant"),
    Finding(Outcome.TAMPERED, None, Validity.SUBSTITUTED): ("substituted", "substitution"),
    # "Quantity not sufficient" is the laboratory's word for a specimen that it sends back.
    Finding(Outcome.REJECTED): (
        "rejected", "rejected by laboratory", "rejected by lab", "lab rejected", "leaked", "qns",
        "quantity not sufficient", "insufficient quantity", "specimen rejected"),
}  # fmt: skip

_SIGNS = {"-": _NEGATIVE, "(-)": _NEGATIVE, "–": _NEGATIVE, "+": _POSITIVE, "(+)": _POSITIVE}
_NAMED = re.compile(
    r"(?P<word>[a-z ]*pos(?:itive)?)\b\s*(?:for\b|[:(\-])\s*(?P<what>.+)", re.IGNORECASE
)
# Shorter words are too easily begun by, or mistaken for, another.
_FEWEST_LETTERS = 4


def sex(text: str) -> Sex:
    return _choice(text, _SEX_WORDS)


def status(text: str) -> Status:
    """Return the status that `text` means, or begins, or is one slip of the keys away from."""
    plain = _plain(text)
    if plain not in _STATUS_WORDS and len(plain) >= _FEWEST_LETTERS:
        near = {choice for word, choice in _STATUS_WORDS.items() if _is_near(plain, word)}
        if len(near) == 1:
            return near.pop()
    return _choice(text, _STATUS_WORDS)


def _is_near(plain: str, word: str) -> bool:
    return word.startswith(plain) or jellyfish.damerau_levenshtein_distance(word, plain) <= 1


def specimen(text: str) -> Specimen:
    return _choice(text, _SPECIMEN_WORDS)


def outcome(text: str) -> tuple[Finding, str]:
    """Return what became of the test, and the substances where the same cell names them."""
    named = _NAMED.fullmatch(text)
    word = named["word"] if named else text
    found = _SIGNS.get(text) or _OUTCOME_WORDS.get(_plain(word))
    if found is None:
        raise _unknown(text, ("negative", "positive", *list(Outcome)[1:]))
    return found, named["what"].rstrip(")]") if named else ""


def _choice(text: str, words: Mapping[str, Choice]) -> Choice:
    found = words.get(_plain(text))
    if found is None:
        raise _unknown(text, tuple(dict.fromkeys(words.values())))
    return found


def _unknown(text: str, choices: tuple[str, ...]) -> ValueMistake:
    return ValueMistake("import.choice.unknown", text=text, choices=", ".join(choices))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _index(words: Mapping[Choice, tuple[str, ...]]) -> dict[str, Choice]:
    return {
        _plain(word): choice for choice, others in words.items() for word in (str(choice), *others)
    }


_SEX_WORDS = _index(_SEX)
_STATUS_WORDS = _index(_STATUS)
_SPECIMEN_WORDS = _index(_SPECIMEN)
_OUTCOME_WORDS = {_plain(word): found for found, words in _OUTCOME.items() for word in words}
