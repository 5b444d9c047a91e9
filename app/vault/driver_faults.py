"""Faults of the drive as the driver words them, where it is spoken to without anything between."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.desk import trouble_of
from models import engine as engines


@contextmanager
def told() -> Iterator[None]:
    """Turn what the driver says into a trouble; what it says of us passes through."""
    try:
        yield
    except engines.DatabaseError as error:
        trouble = trouble_of(str(error))
        if trouble is None:
            raise
        raise trouble from error
