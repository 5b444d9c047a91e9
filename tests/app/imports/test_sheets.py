import io
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports import sheets
from app.imports.formulas import guard
from app.imports.sheets import Sheet, SheetRow
from app.wording import say
from models.errors import BadInput, NoSuchThing, Trouble


def refusal(path: Path) -> str:
    """Return the sentence that refuses the file."""
    with pytest.raises(Trouble) as caught:
        sheets.read(path)
    return say(caught.value.key, **caught.value.facts)


def test_a_blank_record_has_a_number_and_gives_no_row(tmp_path):
    file = tmp_path / "caseload.csv"
    file.write_text("Last,First\n,,\nTso,Priya\n\n , \nYazzie,\n", encoding="utf-8")

    sheet = sheets.read(file)

    assert sheet == Sheet(
        ("Last", "First"), (SheetRow(3, ("Tso", "Priya")), SheetRow(6, ("Yazzie",)))
    )


def test_a_workbook_is_read_as_one_whatever_its_name_says(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Last", "First"])
    book.active.append(["Tso", 3])
    file = tmp_path / "caseload.csv"
    book.save(file)

    assert sheets.read(file) == Sheet(("Last", "First"), (SheetRow(2, ("Tso", "3")),))


def test_cells_are_tidied_and_lose_the_apostrophe_of_an_export():
    nunez = unicodedata.normalize("NFD", "Núñez")

    sheet = sheets.gather([["Last"], [f" \ufeff{nunez}\u00a0", "'=1+1", "'-", "'Amira", "=1+1"]])

    assert sheet.rows[0].cells == ("Núñez", "=1+1", "-", "'Amira", "=1+1")


@given(st.text(alphabet="'=+-@a1 ", min_size=1).map(str.strip).filter(bool))
def test_what_an_export_guards_comes_back_as_it_was(text):
    assert sheets.gather([[guard(text)]]).headings == (text,)


def test_a_table_at_its_limits_is_read():
    rows = [["1"] * sheets.MOST_COLUMNS] * (sheets.MOST_ROWS + 1)

    assert len(sheets.gather(rows).rows) == 20_000


def test_blank_cells_and_records_past_the_limits_do_not_count():
    record = ["Last", *[""] * 200]

    sheet = sheets.gather([record, *[[]] * 20_001, record])

    assert sheet == Sheet(("Last",), (SheetRow(20_003, ("Last",)),))


@pytest.mark.parametrize(
    ("records", "key", "limit"),
    [
        ([["1"]] * 20_002, "import.file.rows", "20,000"),
        ([[]] * 1_048_577, "import.file.rows", "20,000"),
        ([["1"] * 101], "import.file.columns", 100),
        ([["1"], ["1"] * 101], "import.file.columns", 100),
        ([[""] * 16_385], "import.file.columns", 100),
    ],
)
def test_a_table_over_a_limit_is_refused_with_the_limit(records, key, limit):
    with pytest.raises(BadInput) as caught:
        sheets.gather(records)

    assert caught.value.key == key
    assert str(limit) in say(key, **caught.value.facts)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n , ,\n"])
def test_an_empty_file_is_refused(tmp_path, content):
    file = tmp_path / "caseload.csv"
    file.write_bytes(content)

    assert refusal(file).startswith("The file is empty.")


def test_headings_alone_are_a_table_with_no_rows(tmp_path):
    file = tmp_path / "caseload.csv"
    file.write_bytes(b"Last,First\n")

    assert sheets.read(file) == Sheet(("Last", "First"), ())


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "caseload.csv"
    with file.open("wb") as big:
        big.truncate(40 * 1024 * 1024)

    assert "20 MB" in refusal(file)


def test_a_missing_file_is_no_such_thing(tmp_path):
    with pytest.raises(NoSuchThing) as caught:
        sheets.read(tmp_path / "caseload.csv")

    assert caught.value.facts == {"file": "caseload.csv"}


def test_a_folder_is_refused(tmp_path):
    assert "is not a file" in refusal(tmp_path)


def test_a_file_whose_name_is_too_long_to_open_is_refused(tmp_path):
    assert "cannot be read" in refusal(tmp_path / ("x" * 5000))


def test_a_picture_named_csv_is_refused(tmp_path):
    file = tmp_path / "caseload.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)

    assert "picture" in refusal(file)


@given(
    st.binary(max_size=300) | st.text(alphabet=',;"\t\n\r=\x00é a1', max_size=60).map(str.encode)
)
def test_any_file_is_a_table_or_is_refused_with_a_sentence(content):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "caseload.csv"
        file.write_bytes(content)

        try:
            found = sheets.read(file)
        except BadInput as refused:
            said = say(refused.key, **refused.facts)
        else:
            said = ""

    assert said.endswith(".") or found.headings or found.rows


def test_a_bomb_is_refused_with_the_limit(tmp_path):
    file = tmp_path / "caseload.xlsx"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\x00" * (30 * 1024 * 1024))
    file.write_bytes(bomb.getvalue())

    assert "100 times" in refusal(file)
