from datetime import date

from app import tasks_due
from models.choices import Source, Verification
from models.note import Draft
from tests.makers import Found as Substance
from tests.makers import (
    add,
    make_hearing,
    make_order,
    make_participant,
    make_plan,
    make_prescription,
    make_test,
)

TODAY = date(2026, 11, 23)


def to_do(desk):
    with desk.read() as session:
        return tasks_due.to_do(session, TODAY)


def test_an_empty_record_has_nothing_to_do(desk) -> None:
    assert to_do(desk) == tasks_due.ToDo((), 0)


def test_what_waits_longest_comes_first_and_what_has_no_day_last(desk, moment) -> None:
    ada = make_participant(desk, preferred_name="Niz")
    make_test(desk, ada, date(2026, 11, 10), awaiting_laboratory=True)
    hearing = make_hearing(desk, ada, date(2026, 11, 3))
    make_order(desk, ada, hearing, "Bring pay stubs", due_on=date(2026, 11, 12))
    add(desk, Draft(form="no-such", subject="/", words="{}", saved_at=moment))

    told = [(task.kind.key, task.who, task.reason) for task in to_do(desk).tasks]

    assert told == [
        ("plan", "Niz Begaye", "admitted Feb 2, no treatment plan yet"),
        ("laboratory", "Niz Begaye", "test of Nov 10, laboratory not back"),
        ("order", "Niz Begaye", "order: Bring pay stubs"),
        ("draft", "New", "Form, begun and not saved"),
        ("hearing", "Niz Begaye", "no next hearing"),
        ("undated", "Niz Begaye", "first day of the phase not known"),
        ("asked", "Niz Begaye", "race and ethnicity not asked yet"),
    ]


def test_more_than_a_day_can_hold_is_counted_and_not_listed(desk, monkeypatch) -> None:
    monkeypatch.setattr(tasks_due, "MOST", 3)
    for last in ("Begaye", "Etcitty"):
        make_participant(desk, last)

    found = to_do(desk)

    assert (len(found.tasks), found.total) == (3, 8)


def test_every_kind_has_a_name_and_a_key_of_its_own() -> None:
    keys = [kind.key for kind in tasks_due.KINDS]
    letters = [kind.letter for kind in tasks_due.KINDS]

    assert len(set(keys)) == len(keys)
    assert len(set(letters)) == len(letters)


def test_of_one_person_the_same_is_told_as_of_everybody(desk, moment) -> None:
    both = [make_participant(desk), make_participant(desk, "Etcitty")]
    for who in both:
        imported = {"source": Source.IMPORT}
        make_test(desk, who, date(2026, 11, 10), awaiting_laboratory=True)
        make_test(desk, who, date(2026, 11, 9), Substance("fentanyl"))
        make_prescription(desk, who, "buprenorphine", verified_by=Verification.SELF_REPORT)
        make_test(desk, who, date(2026, 11, 8), Substance("methadone"), **imported)
        make_plan(desk, who, next_review_on=date(2026, 11, 20))
        make_order(desk, who, make_hearing(desk, who, date(2026, 11, 3)), "Pay", due_on=TODAY)
        draft = Draft(form="note", subject=f"{who.person}/", words="{}", saved_at=moment)
        draft.person_id = who.person
        add(desk, draft)

    everybody = to_do(desk).tasks
    with desk.read() as session:
        of_each = [tasks_due.of_person(session, who.person, TODAY) for who in both]

    assert {task.kind.key for task in everybody} >= {
        "draft", "order", "answer", "laboratory", "verify", "plan-review", "hearing", "asked",
        "medication-check", "undated",
    }  # fmt: skip
    for who, told in zip(both, of_each, strict=True):
        assert told == tuple(task for task in everybody if task.person_id == who.person)
