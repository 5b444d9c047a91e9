"""Tests the forms of intake against their use cases: every question asked is read."""

import pytest

from app.answers import Subject
from tests.conftest import MOMENT
from tests.makers import make_participant
from ui.forms.intake import INTAKE


@pytest.mark.parametrize("form", INTAKE, ids=lambda form: form.key)
def test_what_a_form_opens_with_is_what_it_asks(desk, form):
    ada = make_participant(desk)

    with desk.read() as session:
        loaded = form.load(session, Subject(ada.person), MOMENT.date())

    assert set(loaded.answers.single) <= {ask.key for ask in form.asks()}
    assert set(loaded.answers.groups) <= {group.key for group in form.groups()}
    lookups = {ask.lookup for ask in form.asks()} - {""}
    assert lookups <= set(loaded.lookups)
