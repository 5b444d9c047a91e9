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
