"""Tests rows asked several times: changed, added and taken away, mistakes with their line."""

from datetime import date

from app import groups
from app.answers import Answers, Reading
from models.person import ContactMethod
from tests.makers import make_participant

TODAY = date(2026, 11, 23)
ASKED = (ContactMethod.kind, ContactMethod.value)


def rows(session):
    return session.query(ContactMethod).order_by(ContactMethod.id).all()


def write(desk, ids, lines):
    reading = Reading(Answers({}, {"contact": lines}), TODAY)
    with desk.work() as session:
        made = lambda values, _line: ContactMethod(person_id=ids.person, **values)  # noqa: E731
        corrects = groups.write(session, reading, "contact", rows(session), made, *ASKED)
    with desk.read() as session:
        return corrects, groups.shown(rows(session), *ASKED), reading.mistakes


def line(value, kind="phone", **more):
    return {"contact_method.kind": kind, "contact_method.value": value} | more


def test_lines_become_rows_in_their_order(desk):
    ada = make_participant(desk)

    corrects, shown, mistakes = write(desk, ada, [line("555-0142"), {}, line("555-0143")])

    assert (corrects, mistakes) == (False, {})
    assert [row["contact_method.value"] for row in shown] == ["555-0142", "555-0143"]


def test_a_line_with_an_id_changes_its_row_and_a_missing_one_takes_it_away(desk):
    ada = make_participant(desk)
    _new, [first, _second], _none = write(desk, ada, [line("555-0142"), line("555-0143")])

    corrects, shown, _none = write(desk, ada, [first | {"contact_method.value": "555-0150"}])

    assert corrects is True
    assert [(row["id"], row["contact_method.value"]) for row in shown] == [
        (first["id"], "555-0150")
    ]


def test_nothing_changed_is_no_correction(desk):
    ada = make_participant(desk)
    _new, shown, _none = write(desk, ada, [line("555-0142")])

    assert write(desk, ada, shown) == (False, shown, {})


def test_a_mistake_names_its_line_and_adds_nothing(desk):
    ada = make_participant(desk)

    _corrects, shown, mistakes = write(desk, ada, [{}, line("")])

    assert set(mistakes) == {"contact[1].contact_method.value"}
    assert shown == []


def test_a_group_that_was_not_asked_leaves_its_rows_alone(desk):
    ada = make_participant(desk)
    write(desk, ada, [line("555-0142")])
    with desk.read() as session:
        [row] = rows(session)
        unasked = Reading(Answers(), TODAY)

        assert groups.dropped(unasked, "contact", [row]) == []
        assert groups.drop(session, unasked, "contact", [row]) is False


def test_a_line_that_names_somebody_else_s_row_never_touches_it(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty", "Ben")
    _new, [theirs], _none = write(desk, ben, [line("555-0150")])
    reading = Reading(Answers({}, {"contact": [theirs | line("555-0199")]}), TODAY)

    with desk.work() as session:
        made = lambda values, _line: ContactMethod(person_id=ada.person, **values)  # noqa: E731
        groups.write(session, reading, "contact", [], made, *ASKED)

    with desk.read() as session:
        assert [(row.person_id, row.value) for row in rows(session)] == [
            (ben.person, "555-0150"),
            (ada.person, "555-0199"),
        ]
