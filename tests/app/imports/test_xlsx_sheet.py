import io
import re
import struct
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from app.imports import sheets, xlsx_sheet
from models.errors import BadInput

TYPES = "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*sheets: list[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the workbook with one part replaced or added."""
    target = io.BytesIO()
    kept = {part: part_of(data, part) for part in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part, old in (kept | {name: content}).items():
            new.writestr(part, old)
    return target.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_cell(cell: bytes) -> bytes:
    """Return a workbook whose one cell is written as `cell`."""
    data = saved(workbook([["Last"]]))
    return with_part(data, SHEET, re.sub(rb"<c r=.A1.*</c>", cell, part_of(data, SHEET)))


def with_texts(texts: str, place: int) -> bytes:
    """Return a workbook whose one cell points at its table of texts, as most programs save it."""
    data = with_cell(f'<c r="A1" t="s"><v>{place}</v></c>'.encode())
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    table = f'<sst xmlns="{name}">{texts}</sst>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    entry = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode()
    types = part_of(data, TYPES).replace(b"</Types>", entry)
    return with_part(with_part(data, TYPES, types), "xl/sharedStrings.xml", table)


def read(data: bytes) -> list[list[str]]:
    return [list(record) for record in xlsx_sheet.records(data)]


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read(data)
    return caught.value.key


def test_every_kind_of_cell_becomes_text():
    moment = datetime.fromisoformat("2026-03-07 14:30")
    row = ["Tso", 3, 3.0, 2.5, True, date(2026, 3, 7), moment, None, time(9)]

    found = read(saved(workbook([row])))

    assert found == [
        ["Tso", "3", "3", "2.5", "TRUE", "2026-03-07", "2026-03-07 14:30:00", "", "09:00:00"]
    ]


def test_a_date_cell_is_read_under_either_calendar_of_workbooks():
    book = workbook([[date(2026, 3, 7)]])
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    assert read(saved(book)) == [["2026-03-07"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (b'<c r="A1"><v>3.0</v></c>', "3"),
        (b'<c r="A1"><v>2.5E1</v></c>', "25"),
        (b'<c r="A1"><v>12345678901</v></c>', "12345678901"),
        (b'<c r="A1" t="d"><v>2026-03-07</v></c>', "2026-03-07"),
        (b'<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
        (b'<c r="A1" t="str"><f>A2</f><v>as last shown</v></c>', "as last shown"),
    ],
)
def test_cells_of_other_programs_are_read_too(cell, text):
    assert read(with_cell(cell)) == [[text]]


def test_a_formula_is_never_worked_out_and_text_that_looks_like_one_is_text():
    book = workbook([["=1+1", "Tso"]])
    book.worksheets[0].cell(2, 1, "=HYPERLINK(1)").data_type = "s"

    assert read(saved(book)) == [["", "Tso"], ["=HYPERLINK(1)"]]


def test_the_first_sheet_that_shows_something_is_read_with_its_blank_records():
    book = workbook([["secret"]], [[None]], [[], ["Last", "First"], [], ["Tso", "Priya"]])
    book.worksheets[0].sheet_state = "hidden"

    assert read(saved(book)) == [[], ["Last", "First"], [], ["Tso", "Priya"]]


def test_a_workbook_with_nothing_on_it_has_no_records():
    assert read(saved(workbook([[None]]))) == []


def test_what_the_sheet_says_of_its_own_size_is_not_believed():
    data = saved(workbook([["Last", "First"], ["Tso", "Priya"]]))
    sheet = part_of(data, SHEET).replace(b'ref="A1:B2"', b'ref="A1"')

    assert read(with_part(data, SHEET, sheet)) == [["Last", "First"], ["Tso", "Priya"]]


def with_far_cells(data: bytes, content: bytes = b"") -> bytes:
    """Return the workbook with one more cell at the far end of every row."""
    far = rb'<row r="\1"\2<c r="XFD\1" t="str">' + content + b"</c></row>"
    sheet = re.sub(rb'<row r="(\d+)"(.*?)</row>', far, part_of(data, SHEET))
    return with_part(data, SHEET, sheet)


def test_empty_cells_at_the_far_end_of_rows_are_not_read():
    data = saved(workbook([["Last", "First"], ["Tso", "Priya"]]))

    found = read(with_far_cells(data))

    assert [record[:2] for record in found] == [["Last", "First"], ["Tso", "Priya"]]
    assert {len(record) for record in found} == {101}
    assert not any("".join(record[2:]) for record in found)


def test_a_workbook_with_too_many_columns_is_refused_with_the_limit():
    stray = with_far_cells(saved(workbook([["Last"]])), b"<v>stray</v>")
    wide = saved(workbook([["Last"] * 101]))

    for data in (stray, wide):
        with pytest.raises(BadInput) as caught:
            sheets.gather(xlsx_sheet.records(data))
        assert (caught.value.key, caught.value.facts["limit"]) == ("import.file.columns", 100)


def test_line_breaks_that_a_workbook_writes_out_are_line_breaks_again():
    assert read(saved(workbook([["a_x000D_b _x0007_ _x0041_"]]))) == [["a\rb \x07 _x0041_"]]


def test_macros_are_data_that_nobody_reads():
    data = with_part(saved(workbook([["Last"]])), "xl/vbaProject.bin", b"Sub Auto_Open()")

    assert read(data) == [["Last"]]


def test_decoration_that_is_left_out_warns_nobody(recwarn):
    data = saved(workbook([["Last"]]))
    sheet = part_of(data, SHEET).replace(
        b"</worksheet>",
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>',
    )

    assert read(with_part(data, SHEET, sheet)) == [["Last"]]
    assert not recwarn.list


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    zeros = b"\x00" * (101 * 1024 * 1024)

    assert refusal(with_part(saved(workbook([["Last"]])), "xl/media/a.bin", zeros)) == (
        "import.file.inflated"
    )


def test_a_workbook_that_grows_too_many_times_is_refused():
    zeros = b"\x00" * (5 * 1024 * 1024)

    assert refusal(with_part(saved(workbook([["Last"]])), "xl/media/a.bin", zeros)) == (
        "import.file.growth"
    )


def test_a_directory_that_lies_about_a_size_is_refused():
    data = with_part(saved(workbook([["Last"]])), "xl/media/a.bin", b"\x00" * 9_000_000)
    lie = data.replace(struct.pack("<L", 9_000_000), struct.pack("<L", 9_000))

    assert lie != data
    assert refusal(lie) == "import.file.broken"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_no_entity_is_ever_read(encoding):
    data = saved(workbook([["Last"]]))
    text = part_of(data, SHEET).decode()
    text = re.sub(r"^<\?xml.*?\?>", "", text).replace("Last", "&who;")
    sheet = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY who "x">]>{text}'

    assert refusal(with_part(data, SHEET, sheet.encode(encoding))) == "import.file.doctype"


def test_text_in_a_cell_that_looks_like_a_document_type_is_text():
    assert read(saved(workbook([["<!DOCTYPE html>"]]))) == [["<!DOCTYPE html>"]]


def test_a_locked_part_is_refused_with_what_to_do():
    data = bytearray(saved(workbook([["Last"]])))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1

    assert refusal(bytes(data)) == "import.file.locked"


def test_an_unusual_packing_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "x")

    assert refusal(target.getvalue()) == "import.file.broken"


@pytest.mark.parametrize("sheet", [b"", b"<worksheet><row>", b"\xff\xfe\x00"])
def test_a_damaged_sheet_is_refused(sheet):
    data = saved(workbook([["Last"]]))

    assert refusal(with_part(data, SHEET, sheet)) == "import.file.broken"


def test_text_that_is_not_in_the_table_of_texts_is_refused():
    assert refusal(with_texts("<si><t>Last</t></si>", place=99)) == "import.file.broken"


def test_texts_kept_apart_from_the_cells_are_read_in_all_their_pieces():
    texts = (
        "<si><r><t>Nú</t></r><r><rPr><b/></rPr><t>ñez</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    )

    assert read(with_texts(texts, place=0)) == [["Núñez"]]


def test_a_file_cut_off_in_the_middle_is_refused():
    data = saved(workbook([["Last"]]))

    assert refusal(data[: len(data) // 2]) == "import.file.broken"


def test_a_row_number_out_of_this_world_ends_and_does_not_run_for_ever():
    data = saved(workbook([["Last"], ["Tso"]]))
    sheet = (
        part_of(data, SHEET).replace(b'r="2"', b'r="2000000000"').replace(b'"A2"', b'"A2000000000"')
    )

    count = sum(1 for _ in xlsx_sheet.records(with_part(data, SHEET, sheet)))

    assert count == 1_048_577
