import pytest

from app.imports import csv_sheet
from models.errors import BadInput

TABLE = "Last Name,First Name,Case Number\r\nNúñez,José,2026-CR-1\r\nTso,Priya,2026-CR-2\r\n"
RECORDS = [
    ["Last Name", "First Name", "Case Number"],
    ["Núñez", "José", "2026-CR-1"],
    ["Tso", "Priya", "2026-CR-2"],
]


def read(text: str) -> list[list[str]]:
    return [list(record) for record in csv_sheet.records(text.encode())]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_a_table_reads_the_same_however_it_was_saved(encoding, delimiter, line_end):
    text = TABLE.replace(",", delimiter).replace("\r\n", line_end)

    found = [list(record) for record in csv_sheet.records(text.encode(encoding))]

    assert found == RECORDS


def test_utf_16_of_either_order_is_known_by_its_mark():
    data = b"\xfe\xff" + TABLE.encode("utf-16-be")

    assert csv_sheet.decoded(data) == TABLE


def test_typographic_letters_of_windows_are_read():
    assert (
        csv_sheet.decoded("O\u2019Dell \u2013 Núñez".encode("cp1252")) == "O\u2019Dell \u2013 Núñez"
    )


def test_unicode_with_a_damaged_place_is_refused_and_not_taken_for_windows():
    data = "Núñez,Castañeda,Siobhán".encode() + b"\xc3"

    with pytest.raises(BadInput) as caught:
        csv_sheet.decoded(data)

    assert caught.value.key == "import.file.encoding"


def test_a_byte_that_windows_does_not_know_is_refused():
    with pytest.raises(BadInput) as caught:
        csv_sheet.decoded(b"Tso,Verna\x81,1")

    assert caught.value.key == "import.file.encoding"


def test_half_a_character_is_left_for_the_check_of_its_cell():
    data = "Name,Case\n".encode("utf-16") + b"\x00\xd8,\x00" + "1\n".encode("utf-16-le")

    assert csv_sheet.decoded(data).splitlines()[1] == "\ud800,1"


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x01\x02\x03\x04abcdefgh" * 9])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadInput):
        csv_sheet.decoded(data)


def test_delimiters_inside_quotes_are_text():
    text = '"Name";"Case Number"\r\n"Tso, Priya";"1"\r\n"Núñez, José";"2"\r\n'

    assert read(text)[1] == ["Tso, Priya", "1"]


def test_delimiters_inside_cells_without_quotes_do_not_win():
    text = "Case Number,Collected,Outcome,Positive For\n" + "1,3/7/2026,pos,thc; etg; meth\n" * 9

    assert csv_sheet.delimiter_of(text) == ","


def test_a_title_above_the_headings_does_not_decide():
    text = "Caseload, Juniper County, 2026\n\nLast Name;First Name;Case Number\nTso;Priya;1\n"

    assert csv_sheet.delimiter_of(text) == ";"


def test_headings_that_nobody_knows_leave_it_to_the_width_of_the_rows():
    assert csv_sheet.delimiter_of("a|b\tc\n1,5\t2\n3\t4\n") == "\t"


def test_a_table_of_one_column_is_read():
    assert read("Case Number\n1\n2\n") == [["Case Number"], ["1"], ["2"]]


def test_the_line_that_names_a_delimiter_is_no_record():
    assert read("sep=|\r\nLast|First\r\nTso|Priya\r\n") == [["Last", "First"], ["Tso", "Priya"]]


def test_a_line_break_inside_quotes_stays_in_its_record_and_blank_records_count():
    text = 'Case Number,Notes\n1,"first\nsecond"\n\n,\n2,\n'

    assert read(text) == [
        ["Case Number", "Notes"],
        ["1", "first\nsecond"],
        [],
        ["", ""],
        ["2", ""],
    ]


@pytest.mark.parametrize("row", ['"Tso,Priya,2\n', '"Tso"x,Priya,2\n'])
def test_a_quotation_mark_in_the_wrong_place_is_refused_with_its_row(row):
    text = 'Last Name,First Name,Case Number\nNúñez,José,"1"\n' + row

    with pytest.raises(BadInput) as caught:
        read(text)

    assert caught.value.key == "import.file.quotes"
    assert caught.value.facts == {"row": 3}
