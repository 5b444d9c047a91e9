"""Tests every form of the window: words for all of it, and a record that stays whole behind it."""

from datetime import date

import pytest

from app import audit, documents, drug_tests, standing
from app.acting import act, take_back
from app.answers import REASON, Answers, Subject
from app.document_files import given
from app.drug_tests import Finding
from app.showing import Looked
from app.wording import say
from models.base import Base
from tests.makers import Ids, desk_on, make_participant, rows
from ui.forms.catalogue import FORMS

TODAY = date(2026, 11, 23)
# What is typed into each form one time after another: first of a new row, then of that row. A
# group that is named with nothing loses its lines.
PHONE = {"contact_method.kind": "phone", "contact_method.value": "555-0142"}
CASE = {"court_case.number": "2026-CR-0042", "court_case.county": "Juniper"}
CHARGE = {"charge.description": "Theft", "court_case.number": "2026-CR-0042"}
REVIEW = {"court_session.held_on": "11/10/2026", "hearing.type": "review", "next_on": "12/8/2026"}
POSITIVE = {"results": drug_tests.to_text([Finding("fentanyl"), Finding("buprenorphine")])}
STORIES = {
    "referral": [
        (
            {"person.last_name": "Đặng", "person.first_name": "Thi"},
            {"case": [CASE], "charge": [CHARGE], "contact": [PHONE]},
        )
    ],
    "identity": [
        ({"person.last_name": "Peña", "person.birth_date": "3/7/84"}, {}),
        ({"person.preferred_name": "Nizhi"}, {"race": [{"person_race.race": "white"}]}),
        ({"person.preferred_name": ""}, {"race": []}),
    ],
    "contact": [({}, {"contact": [PHONE]}), ({}, {"contact": []})],
    "case": [({}, {"case": [CASE], "charge": [CHARGE, CHARGE]}), ({}, {"charge": []})],
    "legal": [
        (
            {"legal_track.kind": "probation", "legal_track.authority_ends_on": "6/30/2030"},
            {"condition": [{"court_condition.kind": "no-contact", "court_condition.words": "M."}]},
        ),
        ({"legal_track.kind": "post-plea"}, {"condition": []}),
    ],
    "admission": [
        ({"episode.decision": "admitted", "episode.decided_on": "2/2/2026"}, {}),
        ({"episode.admitted_on": "2/9/2026", "episode.referred_on": "1/2/2026"}, {}),
        ({"episode.decision": "participant-declined", "episode.admitted_on": ""}, {}),
        ({"episode.decision": "", "episode.decided_on": ""}, {}),
    ],
    "sealing": [
        (
            {
                "sealing_order.kind": "seal",
                "sealing_order.number": "24-CR-0117",
                "sealing_order.ordered_on": "11/20/2026",
                "sealing_order.ordered_by": "Hon. Vera Lucero",
            },
            {},
        ),
        ({"sealing_order.number": "24-CR-0171"}, {}),
    ],
    "prescription": [
        (
            {},
            {
                "prescription": [
                    {
                        "prescription.medicine": "buprenorphine",
                        "prescription.started_on": "2/2/2026",
                        "prescription.verified_by": "bottle-seen",
                    }
                ]
            },
        ),
        ({}, {"prescription": []}),
    ],
    "plan": [
        ({"treatment_plan.strengths": "Plays the drum."}, {}),
        ({"treatment_plan.next_review_on": "12/30/2026"}, {}),
    ],
    "problem": [
        (
            {"problem.description": "Housing", "goal.words": "My own place."},
            {"objective": [{"objective.words": "See two places."}]},
        ),
        ({"goal.words": "My own house."}, {"objective": []}),
    ],
    "objective": [
        (
            {"objective.status": "met", "objective.staff_rating": "2"},
            {"intervention": [{"intervention.words": "A ride on Tuesdays."}]},
        ),
        ({"objective.status": "in-progress"}, {"intervention": []}),
    ],
    "court": [({"court.phone": "555-0101"}, {}), ({"court.phone": "555-0102"}, {})],
    "team": [
        ({}, {"member": [{"team_member.name": "A. Rae", "team_member.role": "judge"}]}),
        ({}, {"member": []}),
    ],
    "providers": [({}, {"provider": [{"provider.name": "Juniper Lodge"}]}), ({}, {"provider": []})],
    "drug-test": [
        ({"results": drug_tests.to_text([])}, {}),
        (POSITIVE, {}),
        ({"drug_test.collected_on": "11/20/2026", "drug_test.outcome": "no-show"}, {}),
    ],
    "hearing": [
        (REVIEW, {"order": [{"court_order.words": "Pay.", "court_order.due_on": "12/1/2026"}]}),
        ({"court_session.held_on": "11/17/2026", "hearing.appearance": "appeared"}, {"order": []}),
    ],
    "document": [
        ({"document.kind": "waiver", "document.version": "2", "document.dated_on": "2/2/2026"}, {}),
        ({"document.title": "Waiver of counsel"}, {}),
    ],
    "note": [({"note.words": "Called 📞"}, {}), ({"note.words": "Wrote.", "note.source": ""}, {})],
}
ROW = {"drug-test": "drug_test", "hearing": "hearing", "note": "note", "problem": "problem",
       "objective": "objective"}  # fmt: skip


@pytest.fixture
def desk(record_path, made, moment):
    with desk_on(record_path, made) as quick:
        yield quick


@pytest.fixture
def ada(desk) -> Ids:
    return make_participant(desk)


def save(desk, form, subject, told):
    """Save what is on file with what is typed over it, as the window does."""

    def work(session):
        loaded = form.load(session, subject, TODAY).answers
        single, groups = told
        answers = Answers(
            {**loaded.single, **single, REASON: "court paper"}, {**loaded.groups, **groups}
        )
        return form.save(session, subject, answers, TODAY)

    return act(desk, work, reason="court paper")


def everything(desk):
    """Return every row that the trail watches, as the file has it; lists compute the rest."""
    tables = {m.class_.__tablename__ for m in Base.registry.mappers if m.class_.audited}
    with desk.read() as session:
        return {table: sorted(map(str, rows(session, table))) for table in tables}


def assert_whole(desk):
    with desk.read() as session:
        connection = session.connection()
        assert standing.differences(connection) == []
        assert audit.verify(connection, desk._audit_key).problems == ()


def begun(desk, key, ada):
    """Return the row that a form needs before anything can be typed into it."""
    if key == "document":
        body = b"Dear Ms. Begaye"
        return documents.add(desk, ada.person, given("a.txt", body), Looked(1, body))[0]
    if key != "objective":
        return None
    done = save(desk, FORMS["problem"], Subject(ada.person), STORIES["problem"][0])
    return next(event.entity_id for event in done.events if event.entity == "objective")


def row_of(done, key):
    """Return the row that an action has made for its form."""
    made = (event.entity_id for event in done.events if event.entity == ROW.get(key))
    return next(made, None)


@pytest.mark.parametrize("key", FORMS)
def test_the_record_is_whole_behind_every_save_and_when_it_is_taken_back(desk, ada, key):
    row_id = begun(desk, key, ada)

    for told in STORIES[key]:
        before = everything(desk)
        person = None if key == "referral" else ada.person
        done = save(desk, FORMS[key], Subject(person, row_id), told)
        row_id = row_id or row_of(done, key)
        after = everything(desk)
        assert_whole(desk)
        assert after != before

        if done.is_reversible:
            back = take_back(desk, done)
            assert everything(desk) == before
            assert_whole(desk)
            take_back(desk, back)
            assert everything(desk) == after
            assert_whole(desk)


@pytest.mark.parametrize("key", sorted(FORMS.keys() - {"referral"}))
def test_what_is_on_file_saved_again_changes_nothing_and_asks_no_reason(desk, ada, key):
    row_id = begun(desk, key, ada)
    done = save(desk, FORMS[key], Subject(ada.person, row_id), STORIES[key][0])
    subject = Subject(ada.person, row_id or row_of(done, key))
    before = everything(desk)

    with desk.work() as session:
        shown = FORMS[key].load(session, subject, TODAY).answers
        FORMS[key].save(session, subject, shown, TODAY)

    assert everything(desk) == before


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_has_words_and_asks_each_question_once(form):
    keys = [ask.key for ask in form.asks()]

    assert say(f"form.{form.key}")
    assert all(say(f"form.{form.key}.{section.key}") for section in form.sections)
    assert len(keys) == len(set(keys))
    for group in form.groups():
        for words in ("", ".add"):
            assert say(f"form.group.{group.key}{words}")
        assert say(f"form.group.{group.key}.drop", number=2)
        assert say(f"form.group.{group.key}.row", number=2)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_column_that_is_asked_is_described(form):
    for ask in [*form.asks(), *(ask for group in form.groups() for ask in group.asks)]:
        assert ask.column.property.columns[0].info["field"].label
