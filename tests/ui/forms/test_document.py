"""Tests the form of a document against its use case."""

from app import documents
from app.answers import Subject
from app.document_files import given
from app.showing import Looked
from tests.conftest import MOMENT
from tests.makers import make_participant
from ui.forms.document import DOCUMENT


def test_what_the_form_asks_is_what_the_use_case_reads(desk):
    ada = make_participant(desk)
    body = b"Dear Ms. Begaye"
    number, _ = documents.add(desk, ada.person, given("a.txt", body), Looked(1, body))

    with desk.read() as session:
        loaded = DOCUMENT.load(session, Subject(ada.person, number), MOMENT.date())

    assert set(loaded.answers.single) == {ask.key for ask in DOCUMENT.asks()}
    assert [ask.column.key for ask in DOCUMENT.asks()][:2] == ["kind", "title"]
