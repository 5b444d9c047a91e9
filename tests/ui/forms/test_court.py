"""Tests the forms of the court itself against their use cases."""

import pytest

from app.answers import Subject
from tests.conftest import MOMENT
from ui.forms.court import OF_COURT


@pytest.mark.parametrize("form", OF_COURT, ids=lambda form: form.key)
def test_what_a_form_opens_with_is_what_it_asks(desk, form):
    with desk.read() as session:
        loaded = form.load(session, Subject(), MOMENT.date())

    assert set(loaded.answers.single) <= {ask.key for ask in form.asks()}
    assert set(loaded.answers.groups) == {group.key for group in form.groups()}
