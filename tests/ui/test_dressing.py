"""Tests what changes every page at once: the look, and names or initials."""

import pytest

from app import names
from app.settings import Settings
from ui import dressing, theme


@pytest.fixture(autouse=True)
def as_before(qapp, dressed):
    yield
    theme.apply(qapp, dressed)
    names.show_initials(on=False)


def test_only_what_is_another_is_a_change():
    kept = Settings(theme="light")
    assert not dressing.is_changed(kept)

    assert dressing.is_changed(Settings(theme="dark"))
    assert not dressing.is_changed(Settings(theme="dark"))
    assert dressing.is_changed(Settings(theme="dark", names="initials"))
    assert not dressing.is_changed(Settings(theme="dark", names="initials"))
    assert dressing.is_changed(kept)
    assert not names.are_initials()
