"""Tests the form of a note against its use case."""

from app.answers import Subject
from tests.conftest import MOMENT
from tests.makers import make_participant
from ui.forms.note import NOTE


def test_what_the_form_asks_is_what_the_use_case_reads(desk):
    ada = make_participant(desk)

    with desk.read() as session:
        loaded = NOTE.load(session, Subject(ada.person), MOMENT.date())

    assert set(loaded.answers.single) <= {ask.key for ask in NOTE.asks()}
