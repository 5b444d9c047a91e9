"""A desk that opens without the cost of a passphrase: rules are tested by the hundred."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.desk import Desk
from app.vault.creation import Made
from tests.makers import desk_on


@pytest.fixture
def desk(record_path: Path, made: Made, moment: datetime) -> Iterator[Desk]:
    with desk_on(record_path, made) as desk:
        yield desk
