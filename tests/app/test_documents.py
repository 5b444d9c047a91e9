"""Tests the papers of a participant: added, described, corrected, removed and copied out."""

import hashlib
import json
from datetime import date

import pytest
from sqlalchemy import select

from app import audit, documents, history
from app.answers import REASON, Answers, Subject
from app.document_files import given
from app.errors import Invalid
from app.showing import Looked
from models.audit import Audit
from models.choices import Recipient
from models.disclosure import Disclosure
from models.document import Document, DocumentContent, DocumentKind, Media
from models.errors import Damaged, NoSuchThing
from tests import papers
from tests.makers import make_participant

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(desk):
    return make_participant(desk, "Begaye", "Ada")


def add(desk, person, body=None, name="scan 1.pdf"):
    body = papers.pdf(2) if body is None else body
    return documents.add(desk, person.person, given(name, body), Looked(2, body))


def facts_of(desk, ada, number):
    with desk.read() as session:
        return documents.one(session, ada.person, number)


def describe(desk, ada, number, reason="", **typed):
    told = Answers({f"document.{key}": text for key, text in typed.items()} | {REASON: reason})
    with desk.work(reason or None) as session:
        return documents.describe(session, Subject(ada.person, number), told, TODAY)


def test_a_document_is_kept_whole_inside_the_record_and_says_who_added_it(desk, ada):
    number, done = add(desk, ada)

    facts = facts_of(desk, ada, number)
    with desk.read() as session:
        assert documents.content(session, number) == papers.pdf(2)
    assert done.sentence == "Ada Begaye: scan 1.pdf added"
    assert (facts.name, facts.media, facts.pages) == ("scan 1.pdf", Media.PDF, 2)
    assert (facts.kind, facts.added_by) == (None, desk.holder)
    assert facts.received_on == TODAY
    assert documents.kind_words(facts.kind) == "Not said yet"


def test_documents_are_listed_newest_first_and_only_those_of_the_person(desk, ada):
    ben = make_participant(desk, "Etcitty", "Ben")
    first, _ = add(desk, ada, b"The first.")
    second, _ = add(desk, ada, b"The second.")
    add(desk, ben, b"Somebody else's.")
    describe(desk, ada, second, kind="other", dated_on="11/2/2026")

    with desk.read() as session:
        found = documents.of_person(session, ada.person)

    assert [each.id for each in found.of_person] == [first, second]
    assert found.bytes_in_record == len(b"The first.The second.Somebody else's.")
    assert not found.are_many


def test_a_record_with_many_bytes_of_documents_says_so(desk, ada):
    assert documents.Papers((), 500 * 1024 * 1024).are_many
    with desk.read() as session:
        assert documents.of_person(session, ada.person) == documents.Papers((), 0)


def test_the_trail_stays_whole_and_small_beside_a_large_document(desk, ada):
    body = b"%PDF-" + b"\0" * (5 * 1024 * 1024)

    add(desk, ada, body)

    with desk.read() as session:
        longest = max(len(body) for body in session.scalars(select(Audit.body)))
        assert audit.verify(session.connection(), desk._audit_key).problems == ()
    assert longest < 5000


def test_an_added_document_can_be_taken_out_again_with_its_bytes(desk, ada):
    number, done = add(desk, ada)

    back = documents.take_back(desk, done)()

    assert back.sentence == "Taken back: Ada Begaye: scan 1.pdf added"
    with desk.read() as session:
        assert session.scalars(select(DocumentContent)).all() == []
        with pytest.raises(NoSuchThing):
            documents.content(session, number)


def test_what_a_document_is_can_be_said_later_and_is_no_correction(desk, ada):
    number, _ = add(desk, ada)

    told = describe(desk, ada, number, kind="court-letter", title="Bond order", dated_on="11/20/26")

    facts = facts_of(desk, ada, number)
    assert told == "Ada Begaye: Bond order"
    assert (facts.kind, facts.name) == (DocumentKind.COURT_LETTER, "Bond order")
    assert documents.kind_words(facts.kind) == "Court letter"


def test_a_correction_asks_why_and_keeps_what_was_there(desk, ada):
    number, _ = add(desk, ada)
    describe(desk, ada, number, kind="court-letter", title="Bond order")

    with pytest.raises(Invalid) as refused:
        describe(desk, ada, number, title="Release order")
    describe(desk, ada, number, "misread", title="Release order")

    assert set(refused.value.mistakes) == {REASON}
    with desk.read() as session:
        earlier = history.of_field(session, "document", number, "title")
    assert len(earlier) == 2


@pytest.mark.parametrize("kind", sorted(documents.VERSIONED))
def test_what_somebody_agreed_to_needs_its_day_and_its_version(desk, ada, kind):
    number, _ = add(desk, ada)

    with pytest.raises(Invalid) as refused:
        describe(desk, ada, number, kind=kind)
    describe(desk, ada, number, kind=kind, dated_on="2/2/2026", version="2026-01")

    assert set(refused.value.mistakes) == {"document.dated_on", "document.version"}
    assert facts_of(desk, ada, number).version == "2026-01"


def test_the_form_opens_with_what_is_on_file(desk, ada):
    number, _ = add(desk, ada)

    with desk.read() as session:
        loaded = documents.opened(session, Subject(ada.person, number), TODAY)

    assert loaded.about == "Ada Begaye"
    assert loaded.answers.single["document.received_on"] == "11/23/2026"
    assert loaded.rows == {"document": number}


def test_a_removed_document_is_gone_and_the_trail_says_why(desk, ada):
    number, _ = add(desk, ada)
    facts = facts_of(desk, ada, number)

    done = documents.remove(desk, facts, " of another person ")

    assert done.sentence == "Ada Begaye: scan 1.pdf removed"
    with desk.read() as session:
        assert session.scalars(select(Document)).all() == []
        assert session.scalars(select(DocumentContent)).all() == []
        event = session.scalars(select(Audit).where(Audit.action == "delete")).one()
        assert audit.verify(session.connection(), desk._audit_key).problems == ()
    assert "of another person" not in event.body
    assert event.person_id == ada.person


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_without_a_reason_that_can_be_kept_nothing_is_removed(desk, ada, reason):
    number, _ = add(desk, ada)

    with pytest.raises(Invalid) as refused:
        documents.remove(desk, facts_of(desk, ada, number), reason)

    assert set(refused.value.mistakes) == {documents.REASON}
    assert facts_of(desk, ada, number)


def test_what_was_removed_meanwhile_is_said_to_be_gone(desk, ada):
    number, _ = add(desk, ada)
    facts = facts_of(desk, ada, number)
    documents.remove(desk, facts, "twice")

    with pytest.raises(NoSuchThing):
        documents.remove(desk, facts, "twice")
    with pytest.raises(NoSuchThing):
        facts_of(desk, ada, number)


def test_a_document_of_somebody_else_is_not_shown(desk, ada):
    ben = make_participant(desk, "Etcitty", "Ben")
    number, _ = add(desk, ada)

    with pytest.raises(NoSuchThing):
        facts_of(desk, ben, number)


def test_bytes_that_are_not_those_that_were_added_are_never_shown(desk, ada):
    number, _ = add(desk, ada)
    with desk.work() as session:
        session.scalars(select(DocumentContent)).one().body = b"%PDF-other"

    with desk.read() as session, pytest.raises(Damaged):
        documents.content(session, number)


def test_a_copy_is_written_down_before_its_bytes_leave(desk, ada):
    number, _ = add(desk, ada)

    released = documents.copied(desk, facts_of(desk, ada, number), Recipient.DEFENSE)

    with desk.read() as session:
        row = session.get_one(Disclosure, released.disclosure_id)
    told = json.loads(row.facts)
    assert released.page.pdf == papers.pdf(2)
    assert (row.recipient, row.document, row.pages) == (Recipient.DEFENSE, "document-copy", 2)
    assert row.person_id == ada.person
    assert told["sha256"] == hashlib.sha256(papers.pdf(2)).hexdigest()
    assert told["document"] == number
