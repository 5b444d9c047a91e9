"""Tests the form of a hearing: it asks what its use case reads."""

from app.answers import Subject
from tests.conftest import MOMENT
from tests.makers import make_hearing, make_participant
from ui.forms.hearing import HEARING


def test_what_the_form_opens_with_is_what_it_asks(desk):
    ada = make_participant(desk)
    make_hearing(desk, ada, MOMENT.date(), "Come back.")

    with desk.read() as session:
        loaded = HEARING.load(session, Subject(ada.person, 1), MOMENT.date())

    assert set(loaded.answers.single) <= {ask.key for ask in HEARING.asks()}
    assert [group.key for group in HEARING.groups()] == list(loaded.answers.groups)


def test_only_what_was_wrong_is_a_correction():
    moving = {ask.key for ask in HEARING.asks() if ask.moves}

    assert moving == {"hearing.appearance", "hearing.said"}
