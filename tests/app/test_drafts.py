"""Tests that what is typed is kept inside the record, as typed, and goes when it is saved."""

from app import drafts
from app.answers import Answers, Subject
from models.audit import Audit
from tests.makers import make_participant

TYPED = Answers({"person.last_name": "Peñ"})


def keep(desk, subject, answers=TYPED, form="note"):
    with desk.work() as session:
        return drafts.keep(session, form, subject, answers)


def found(desk, subject, form="note"):
    with desk.read() as session:
        return drafts.find(session, form, subject)


def test_what_was_typed_last_is_kept_for_each_form_and_subject(desk):
    ada = make_participant(desk)
    mine, new = Subject(ada.person), Subject()
    keep(desk, mine, Answers({"person.last_name": "P"}))
    keep(desk, mine)
    keep(desk, new, Answers({"person.last_name": "X"}))

    assert found(desk, mine).answers == TYPED
    assert found(desk, new).answers.single == {"person.last_name": "X"}
    assert found(desk, Subject(ada.person, 3)) is None


def test_an_empty_form_is_no_draft(desk):
    keep(desk, Subject())

    keep(desk, Subject(), Answers({"person.last_name": ""}))
    keep(desk, Subject(), Answers())

    assert found(desk, Subject()) is None


def test_a_draft_is_wiped_and_no_part_of_the_trail(desk):
    with desk.read() as session:
        before = session.query(Audit).count()
    keep(desk, Subject())
    keep(desk, Subject(), form="referral")

    with desk.work() as session:
        drafts.wipe(session, "note", Subject())

    with desk.read() as session:
        assert [draft.form for draft in drafts.everything(session)] == ["referral"]
        assert session.query(Audit).count() == before


def test_a_draft_says_since_when(desk, moment):
    assert keep(desk, Subject()) == moment
    assert found(desk, Subject()).saved_at == moment


PHONE = {"contact_method.value": "555-0142", "contact_method.safe_times": ""}
FIRST, SECOND, THIRD = (PHONE | {"id": number} for number in "123")


def offered(desk, answers, before, now):
    """Return what a form shows that opens over `now` with a draft that was begun over `before`."""
    with desk.work() as session:
        drafts.keep(session, "contact", Subject(), answers, before)
    return found(desk, Subject(), "contact").over(now)


def test_what_was_entered_elsewhere_since_is_not_undone_by_a_draft(desk):
    before = Answers({"a": "1", "b": "2", "c": "3"})
    typed = Answers({"a": "typed", "b": "2", "c": "", "reason": "heard"})
    now = Answers({"a": "1", "b": "since", "c": "3"})

    assert offered(desk, typed, before, now).single == {
        "a": "typed", "b": "since", "c": "", "reason": "heard",
    }  # fmt: skip


def test_lines_that_came_since_stay_and_those_that_were_taken_away_stay_away(desk):
    later = "contact_method.safe_times"
    before = Answers({}, {"contact": [FIRST, SECOND]})
    typed = Answers({}, {"contact": [FIRST | {later: "evenings"}, PHONE]})
    now = Answers({}, {"contact": [FIRST | {"contact_method.value": "555-0199"}, SECOND, THIRD]})

    assert offered(desk, typed, before, now).groups["contact"] == [
        FIRST | {"contact_method.value": "555-0199", later: "evenings"},
        PHONE,
        THIRD,
    ]


def test_of_a_row_that_is_gone_only_what_was_typed_is_offered_as_a_new_line(desk):
    before = Answers({}, {"contact": [FIRST, SECOND]})
    typed = Answers({}, {"contact": [FIRST, SECOND | {"contact_method.value": "555-0177"}]})

    assert offered(desk, typed, before, Answers({}, {"contact": []})).groups["contact"] == [
        PHONE | {"contact_method.value": "555-0177"}
    ]


def test_what_was_typed_and_taken_out_again_is_no_draft(desk):
    before = Answers({"note.written_on": "11/23/2026"})
    keep(desk, Subject())
    with desk.work() as session:
        drafts.keep(session, "note", Subject(), before, before)

    assert found(desk, Subject()) is None


def test_a_draft_that_does_not_know_what_stood_there_is_offered_as_it_is(desk):
    keep(desk, Subject())

    assert found(desk, Subject()).over(Answers({"person.last_name": "Begaye"})) == TYPED


def test_pages_hear_of_a_draft_when_it_begins_and_when_it_goes(desk):
    heard = []
    desk.listen(heard.append)

    keep(desk, Subject())
    keep(desk, Subject(), Answers({"person.last_name": "Peña"}))
    keep(desk, Subject(), Answers())

    assert [change.tables for change in heard] == [{"draft"}, {"draft"}]
