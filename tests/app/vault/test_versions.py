import pytest

from app.errors import Mistake
from app.vault import versions
from models import engine


def test_the_versions_are_told_in_words():
    told = versions.told()

    assert told.startswith("SQLite 3.")
    assert "SQLCipher 4." in told


def test_an_old_library_is_refused_before_anything_is_opened(monkeypatch):
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(Mistake, match=r"^3\."):
        versions.told()
