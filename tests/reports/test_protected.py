"""Tests the envelope: it opens with its passphrase alone, in every reader, and holds the page."""

import io

import pikepdf
import pymupdf
import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from reports import progress_report, protected
from tests import leak_scan
from tests.reports import examples

OPENED_BY = "five würds of a made-up court"
OTHERS = ["", "five words of a made-up court", OPENED_BY.upper(), "Juniper"]


@pytest.fixture(scope="module")
def page() -> bytes:
    return progress_report.drawn(examples.ordinary()).pdf


@pytest.fixture(scope="module")
def wrapped(page) -> bytes:
    return protected.wrapped(page, OPENED_BY).pdf


def opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    assert reader.decrypt(OPENED_BY)
    return reader


def test_one_reader_opens_it_with_the_passphrase_alone(wrapped):
    reader = PdfReader(io.BytesIO(wrapped))

    refused = [reader.decrypt(other).value for other in OTHERS]

    assert refused == [0, 0, 0, 0]
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert reader.decrypt(OPENED_BY).value
    assert "Juniper" in reader.pages[0].extract_text()


def test_another_reader_opens_it_with_the_passphrase_alone(wrapped):
    reader = pymupdf.open(stream=wrapped)

    refused = [reader.authenticate(other) for other in OTHERS]

    assert refused == [0, 0, 0, 0]
    assert reader.is_encrypted
    assert reader.authenticate(OPENED_BY)
    assert "Juniper" in reader[0].get_text()


def test_a_third_reader_names_the_cipher_and_finds_nothing_wrong(wrapped, tmp_path):
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(wrapped))

    told = pikepdf.open(io.BytesIO(wrapped), password=OPENED_BY)

    found = told.encryption
    assert (found.R, found.V, found.bits) == (6, 5, 256)
    methods = {found.stream_method, found.string_method, found.file_method}
    assert methods == {pikepdf.models.EncryptionMethod.aesv3}
    assert told.check_pdf_syntax() == []
    assert told.allow.accessibility  # whoever reads the screen aloud is not shut out


def test_what_is_inside_is_the_page_that_was_seen(page, wrapped):
    before, after = PdfReader(io.BytesIO(page)), opened(wrapped)

    same = [
        one.get_contents().get_data() == other.get_contents().get_data()
        for one, other in zip(before.pages, after.pages, strict=True)
    ]

    assert all(same)
    assert after.metadata == before.metadata
    assert metadata(after) == metadata(before)
    assert pixels(wrapped) == pixels(page)
    assert "/StructTreeRoot" in after.root_object


def metadata(reader: PdfReader) -> bytes:
    return reader.root_object["/Metadata"].get_data()


def pixels(data: bytes) -> list[bytes]:
    document = pymupdf.open(stream=data)
    document.authenticate(OPENED_BY)
    return [page.get_pixmap(dpi=50).samples for page in document]


def test_outside_of_the_cipher_stands_nothing_of_the_page(page, wrapped):
    told = examples.ordinary()
    names = [told.court, "Juniper", "Milepost", "progress report", "xpacket"]
    first = PdfReader(io.BytesIO(page)).trailer["/ID"][0].original_bytes

    found = leak_scan.hits_in(wrapped, names)

    assert leak_scan.hits_in(page, names)  # the scan finds them where they can be read
    assert found == set()
    assert first.hex().encode() not in wrapped.lower()
    assert first not in wrapped


def test_a_pack_of_many_pages_keeps_them_all():
    pack = progress_report.drawn_pack([examples.ordinary()] * 12)

    made = protected.wrapped(pack.pdf, OPENED_BY)

    assert made.pages == pack.pages == len(opened(made.pdf).pages)


def test_two_envelopes_of_one_page_are_never_alike(page, wrapped):
    assert protected.wrapped(page, OPENED_BY).pdf != wrapped
