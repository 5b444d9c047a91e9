from dataclasses import FrozenInstanceError

import pytest

from app.events import Changed


def test_an_announcement_names_tables_and_nothing_of_what_is_in_them():
    changed = Changed(frozenset({"person", "audit"}))

    assert vars(changed) == {"tables": {"person", "audit"}}
    with pytest.raises(FrozenInstanceError):
        changed.tables = frozenset()
