import io
import zipfile

import pytest

from app.imports import signatures
from app.imports.signatures import Kind
from app.wording import has
from models.errors import BadInput

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    "text", [b"", b"Last,First\n", b"BMI,Case\n", b"\xef\xbb\xbfLast", b"\xff\xfeL\x00"]
)
def test_anything_else_is_tried_as_text(text):
    assert signatures.recognise(text) is Kind.TEXT


def test_a_workbook_is_known_by_its_parts():
    assert signatures.recognise(packed("[Content_Types].xml", "xl/workbook.xml")) is Kind.WORKBOOK


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\x89PNG\r\n\x1a\n", "import.file.picture"),
        (b"\xff\xd8\xff\xe0", "import.file.picture"),
        (b"BM\x36\x00\x00", "import.file.picture"),
        (b"%PDF-1.7", "import.file.pdf"),
        (b"\x1f\x8b\x08", "import.file.other"),
        (b"<!DOCTYPE html><html>", "import.file.web_page"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>", "import.file.web_page"),
        (OLD_OFFICE + b"Workbook", "import.file.old"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "import.file.locked"),
        (packed("mimetype", "content.xml"), "import.file.old"),
        (packed("xl/workbook.bin"), "import.file.old"),
        (packed("word/document.xml"), "import.file.other"),
        (packed(), "import.file.other"),
        (b"PK\x03\x04 and nothing more", "import.file.broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_it_is(data, key):
    with pytest.raises(BadInput) as caught:
        signatures.recognise(data)

    assert caught.value.key == key
    assert has(key)
