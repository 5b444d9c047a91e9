"""Tests the form of an order against its use case."""

from app.answers import Subject
from tests.conftest import MOMENT
from tests.makers import make_participant
from ui.forms.sealing import SEALING


def test_what_the_form_asks_is_what_the_use_case_reads(desk):
    ada = make_participant(desk)

    with desk.read() as session:
        loaded = SEALING.load(session, Subject(ada.person), MOMENT.date())

    assert set(loaded.answers.single) <= {ask.key for ask in SEALING.asks()}
    assert [ask.column.key for ask in SEALING.asks()][:2] == ["kind", "number"]
