from argparse import Namespace

import pytest

from models.errors import BadInput, BadUsage, NoSpace, NoSuchThing
from reports import files
from tests.reports import examples
from ui.commands import sheets


@pytest.fixture
def wanted(tmp_path):
    return Namespace(
        record=tmp_path / "court.milepost",
        sheet=tmp_path / "sheet.pdf",
        sheet_text=tmp_path / "sheet.txt",
    )


def test_page_and_text_are_written_and_read_back(wanted) -> None:
    sheets.write(wanted, examples.sheet())

    assert wanted.sheet.read_bytes().startswith(b"%PDF")
    assert "7Q4MKR" in wanted.sheet_text.read_text(encoding="utf-8")


def test_where_one_cannot_be_written_none_is_left(wanted) -> None:
    wanted.sheet_text = wanted.sheet_text.parent / "nowhere" / "sheet.txt"

    with pytest.raises(NoSuchThing):
        sheets.write(wanted, examples.sheet())

    assert not wanted.sheet.exists()


def test_a_sheet_that_does_not_read_back_is_no_sheet(wanted, monkeypatch) -> None:
    wanted.sheet = None
    monkeypatch.setattr(files, "write", lambda target, data: target.write_bytes(data[:-9]))

    with pytest.raises(NoSpace):
        sheets.write(wanted, examples.sheet())

    assert not wanted.sheet_text.exists()


def test_without_a_place_there_is_no_sheet(wanted) -> None:
    wanted.sheet = wanted.sheet_text = None

    with pytest.raises(BadUsage):
        sheets.targets(wanted)


def test_what_is_there_or_part_of_the_record_is_refused(wanted) -> None:
    wanted.sheet.write_bytes(b"mine")
    with pytest.raises(BadInput):
        sheets.check(wanted)

    wanted.sheet = wanted.record.with_suffix(".key")
    with pytest.raises(BadInput):
        sheets.check(wanted)
