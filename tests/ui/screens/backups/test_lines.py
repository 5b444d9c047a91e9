"""The table of backups says of each when, where, how large, and what is known of it."""

from datetime import timedelta

import pytest

from app.backup.overview import BackupLine
from models.backup import Reread
from tests.conftest import MOMENT
from ui.screens.backups import lines


def line(**changes):
    told = {
        "id": 1, "seq": 122, "made_at": MOMENT - timedelta(days=3), "place_id": 1,
        "place": "Stick A", "file": "x.milebak", "size": 24_100_000, "reread": Reread.DIRECT,
        "proved_at": None,
    }  # fmt: skip
    return BackupLine(**told | changes)


@pytest.fixture
def texts(desk, moment):
    columns = lines.columns(desk)
    return lambda row: [
        column.cell(row).text.replace("\N{NO-BREAK SPACE}", " ") for column in columns
    ]


def test_a_backup_is_told_from_its_number_to_its_proof(texts):
    assert texts(line()) == [
        "122", "Fri Nov 20, 4:10 PM", "Stick A", "24.1 MB", "Read back, same", "Not yet",
    ]  # fmt: skip


def test_what_was_read_from_memory_is_not_proved(texts):
    assert texts(line(reread=Reread.CACHED))[4] == "Not yet proved"


def test_a_proof_has_its_day(texts):
    assert texts(line(proved_at=MOMENT))[5] == "Mon Nov 23"


def test_a_backup_of_the_command_line_is_told_as_one(texts):
    assert texts(line(place=None))[2] == "Command line"
