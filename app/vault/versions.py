"""Which SQLite and SQLCipher the program runs on; an old one is refused before anything opens."""

from app.errors import Mistake
from models import engine


def told() -> str:
    """Return the versions in words.

    Raises:
        Mistake: this build carries a SQLite with known faults in its log.
    """
    found = ".".join(str(part) for part in engine.sqlite_version())
    if engine.sqlite_version() < engine.OLDEST_SQLITE:
        raise Mistake(found)
    return f"SQLite {found}, SQLCipher {engine.cipher_version()}"
