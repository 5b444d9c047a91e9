import re

import pytest

from app import paths, wording
from app.demo import material
from models.base import limit_of
from models.choices import AttendanceOutcome, ConditionKind, NoteKind, SessionKind, Status
from models.hearing import CourtOrder
from models.plan import Objective

PARTS = sorted(path.stem for path in paths.resource("sample").glob("*.json"))
PHONE = re.compile(r"\b\d{3}-\d{4}\b")


@pytest.mark.parametrize("part", PARTS)
def test_every_phone_number_is_one_that_nobody_has(part: str) -> None:
    text = paths.resource("sample", f"{part}.json").read_text(encoding="utf-8")
    case_numbers = re.compile(r"\d{4}-CR-\d{4}")

    numbers = PHONE.findall(case_numbers.sub("", text))

    assert [number for number in numbers if not number.startswith("555-01")] == []


def test_words_that_name_choices_are_choices() -> None:
    court, treatment = material.read("court"), material.read("treatment")

    assert {Status(word) for word in court["statuses"]} == set(Status)
    assert all(ConditionKind(kind) for kind, _words in court["conditions"])
    assert all(SessionKind(row["kind"]) for row in treatment["services"])
    assert all(AttendanceOutcome(outcome) for outcome in treatment["reasons"])
    assert all(NoteKind(kind) for row in material.read("cast") for kind, *_ in row.get("notes", ()))


def test_every_phrase_fits_its_column() -> None:
    orders = [words for words, *_notes in material.read("phrases")["orders"]]
    steps = [words for row in material.read("plans") for words, _told in row["objectives"]]

    assert max(map(len, orders)) <= (limit_of(CourtOrder, "words") or 0)
    assert max(map(len, steps)) <= (limit_of(Objective, "words") or 0)


def test_names_keep_the_letters_that_people_write_them_with() -> None:
    names = material.read("names")
    written = "".join(names["last"] + names["female"] + names["male"])

    assert {"ʼ", "ñ", "í", "-"} <= set(written)


def test_sixty_statuses_leave_room_for_the_whole_cast() -> None:
    statuses = material.read("court")["statuses"]

    assert len(statuses) == 60
    assert statuses.count("active") >= len(material.read("cast"))


def test_the_months_of_notes_are_in_the_catalogue() -> None:
    assert all(wording.has(f"month.short.{month}") for month in range(1, 13))
