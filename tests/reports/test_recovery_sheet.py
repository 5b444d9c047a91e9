from dataclasses import replace

from app.vault import recovery
from reports import recovery_sheet
from tests.reports import examples, pages


def test_the_sheet_is_one_page_that_says_what_it_is_and_what_to_do():
    drawn = recovery_sheet.drawn(examples.sheet())

    text = pages.text(drawn.pdf)
    assert drawn.pages == 1
    assert "Keep this sheet sealed and locked away" in text
    assert "anyone can read every case." in text
    assert "0123 4567 89ab cdef 0123 4567 89ab cdef" in text
    assert "milepost recover RECORD --sheet-file FILE" in " ".join(text.split())
    assert "Tue Nov 3, 2026, 10:12 AM" in text
    assert "sheet 2" in text


def test_the_sheet_promises_no_screen_that_does_not_exist():
    text = pages.text(recovery_sheet.to_bytes(examples.sheet())) + recovery_sheet.text(
        examples.sheet()
    )

    for promise in ("Settings", "Choose "):
        assert promise not in text


def test_a_later_sheet_says_what_the_one_before_it_still_opens():
    first, second = replace(examples.sheet(), number=1), examples.sheet()

    for facts, told in ((first, 0), (second, 1)):
        text = " ".join(pages.text(recovery_sheet.to_bytes(facts)).split())
        assert text.count("sheet 1 opens only earlier backups") == told
        assert text.count("Destroy sheet 1") == told
        assert recovery_sheet.text(facts).count("sheet 1 opens only") == told


def test_the_text_is_itself_a_sheet_file():
    root = recovery.new_root()
    facts = examples.sheet_of(recovery.groups_of(root))

    text = recovery_sheet.text(facts)

    assert recovery.read_sheet(text) == (root, facts.record_id)
    assert "Juniper County Treatment Court" in text


def test_equal_sheets_are_equal_bytes():
    assert recovery_sheet.to_bytes(examples.sheet()) == recovery_sheet.to_bytes(examples.sheet())


def test_steps_are_a_list_and_the_log_is_a_table():
    kinds = [element.kind for element in pages.elements(recovery_sheet.to_bytes(examples.sheet()))]

    assert kinds.count("L") == 2
    assert kinds.count("LI") == kinds.count("Lbl") == kinds.count("LBody") == 6
    assert kinds.count("Table") == 2
    assert kinds.count("Figure") == 1


def test_a_court_with_a_long_name_is_not_cut():
    facts = examples.sheet()
    long = "Court of the " + "Very " * 60 + "End"

    text = pages.text(recovery_sheet.to_bytes(examples.sheet_of(facts.groups, court=long)))

    assert text.count("Very") == 60
