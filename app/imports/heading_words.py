"""The words people write above the columns of their tables, and which field each one means."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Words:
    """The headings that name a field; the exact ones win over the loose ones."""

    exact: tuple[str, ...]
    loose: tuple[str, ...] = ()


# Written as a person would; case, spaces, punctuation and accents do not matter.
_CASE_NUMBER = Words(
    ("case number", "case no", "case #"),
    (
        "case",
        "case id",
        "case num",
        "case nbr",
        "casenum",
        "court case",
        "court case number",
        "court case no",
        "cause",
        "cause number",
        "cause no",
        "docket",
        "docket number",
        "docket no",
        "cr number",
        "cr no",
        "file number",
        "numero de caso",
        "caso",
    ),
)
PARTICIPANTS: Mapping[str, Words] = {
    "case_number": _CASE_NUMBER,
    "last_name": Words(
        ("last name", "last"),
        ("surname", "family name", "lname", "last nm", "legal last name", "apellido", "apellidos"),
    ),
    "first_name": Words(
        ("first name", "first"),
        ("given name", "given", "fname", "forename", "legal first name", "nombre"),
    ),
    "middle_name": Words(
        ("middle name", "middle"), ("middle initial", "mi", "mname", "segundo nombre")
    ),
    "preferred_name": Words(
        ("preferred name", "preferred"),
        ("nickname", "goes by", "known as", "prefers", "chosen name", "called"),
    ),
    "birth_date": Words(
        ("birth date", "date of birth", "dob"),
        ("born", "born on", "birthday", "birth dt", "fecha de nacimiento"),
    ),
    "sex": Words(("sex",), ("gender", "m f", "f m", "sexo")),
    "status": Words(
        ("status", "participant status"),
        ("program status", "current status", "case status"),
    ),
    "track": Words(("track", "program track"), ("court track", "program", "docket type")),
    "phase": Words(
        ("phase", "current phase"),
        ("level", "current level", "phase number", "phase no", "program phase", "ph", "fase"),
    ),
    "referred_on": Words(
        ("referral date", "referred on", "date referred", "referred"),
        ("referral", "date of referral", "referral received", "ref date", "refer date"),
    ),
    "admitted_on": Words(
        ("admit date", "admitted on", "date admitted", "admission date", "admitted"),
        (
            "admit",
            "admission",
            "date of admission",
            "entry date",
            "date entered",
            "entered",
            "date of entry",
            "enrolled",
            "enrolled on",
            "enrollment date",
            "date enrolled",
            "start",
            "start date",
            "started",
            "program start",
            "program start date",
            "accepted",
            "date accepted",
        ),
    ),
    # Understood only where the two names have no columns of their own.
    "name": Words(
        ("name", "full name", "participant name"),
        (
            "participant",
            "legal name",
            "defendant",
            "defendant name",
            "last first",
            "nombre completo",
        ),
    ),
}
DRUG_TESTS: Mapping[str, Words] = {
    "case_number": _CASE_NUMBER,
    "collected_on": Words(
        ("collected", "collected on", "collection date", "date collected"),
        (
            "date",
            "test date",
            "date of test",
            "date tested",
            "tested on",
            "date of collection",
            "specimen date",
            "sample date",
            "ua date",
            "screen date",
            "drug test date",
            "fecha",
        ),
    ),
    "specimen": Words(
        ("specimen", "specimen type"),
        (
            "type",
            "sample",
            "sample type",
            "matrix",
            "test type",
            "type of test",
            "muestra",
        ),
    ),
    "outcome": Words(
        ("outcome", "result", "test result"),
        (
            "results",
            "test results",
            "test outcome",
            "ua result",
            "ua results",
            "drug test result",
            "overall result",
            "screen result",
            "final result",
            "resultado",
        ),
    ),
    "positive": Words(
        ("positive for", "substances", "substances detected"),
        (
            "substance",
            "substance detected",
            "drugs",
            "drug",
            "drugs detected",
            "drug detected",
            "detected",
            "positives",
            "positive substances",
            "positive drugs",
            "pos for",
            "tested positive for",
            "what for",
            "sustancias",
        ),
    ),
}


# No heading is longer; in a cell of brackets alone a note would be looked for without end.
LONGEST = 300
_NOTE = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True)
class Match:
    """The field a heading means; an exact heading says nothing else."""

    field: str
    exact: bool


def match(heading: str, kind: Mapping[str, Words]) -> Match | None:
    """Return what `heading` means in a table of this kind, with or without its note in brackets."""
    if len(heading) > LONGEST:
        return None
    index = _index(tuple(kind.items()))
    return index.get(_plain(heading)) or index.get(_plain(_NOTE.sub("", heading)))


def known(record: Sequence[str], kind: Mapping[str, Words]) -> int:
    """Return how many fields the cells of `record` name."""
    return len({found.field for cell in record if (found := match(cell, kind))})


@cache
def _index(kind: tuple[tuple[str, Words], ...]) -> dict[str, Match]:
    index = {
        _plain(text): Match(field, exact=False) for field, words in kind for text in words.loose
    }
    return index | {
        _plain(text): Match(field, exact=True) for field, words in kind for text in words.exact
    }


def _plain(heading: str) -> str:
    """Return the letters and digits of `heading`, without case and accents."""
    parts = unicodedata.normalize("NFKD", heading.replace("#", " number ")).casefold()
    return "".join(letter for letter in parts if letter.isalnum())
