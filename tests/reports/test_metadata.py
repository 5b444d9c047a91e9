from reports import progress_report
from tests.reports import examples, pages


def test_the_document_names_itself_and_the_program_and_nobody_else():
    file = pages.reader(progress_report.to_bytes(examples.ordinary()))

    information = file.metadata
    assert information["/Title"] == "Progress report"
    assert information["/Author"] == "Milepost"
    known = {str(value) for key, value in information.items() if "Date" not in key}
    assert known <= {"Progress report", "Milepost", "", "/False"}


def test_the_packet_says_that_the_document_is_accessible():
    root = pages.reader(progress_report.to_bytes(examples.ordinary())).trailer["/Root"]

    packet = root["/Metadata"].get_data().decode()

    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert '<rdf:li xml:lang="x-default">Progress report</rdf:li>' in packet
    assert "Dani" not in packet


def test_a_reader_shows_the_title_and_speaks_english():
    root = pages.reader(progress_report.to_bytes(examples.ordinary())).trailer["/Root"]

    assert root["/Lang"] == "en-US"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
