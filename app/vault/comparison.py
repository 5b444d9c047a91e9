"""A plain twin for `bench`: the same tables without encryption, for invented people only.

It exists so that the cost of encryption is measured and not guessed; nothing else may use it.
"""

from pathlib import Path

from app.desk import Desk
from models import engine as engines
from models.base import Base


def plain_desk(path: Path, zone: str) -> Desk:
    """Return a desk on a new plain database at `path`, with the settings of a record."""
    engine = engines.plain_engine(path)
    Base.metadata.create_all(engine)
    return Desk(engine, holder="bench", audit_key=bytes(32), zone=zone)
