import pdfua
import pytest
from outloud import check

from reports import certificate
from tests.reports import certificate_examples, pages


def text_of(facts):
    return " ".join(pages.text(certificate.drawn(facts).pdf).split())


def test_the_certificate_is_one_page_that_names_the_order_and_the_marks():
    facts = certificate_examples.ordinary()

    drawn = certificate.drawn(facts)

    text = " ".join(pages.text(drawn.pdf).split())
    assert drawn.pages == 1
    for told in ("24-CR-0117", "Expunge the file", "Friday, November 20, 2026", "Hon. Vera Lucero",
                 facts.mark_before, facts.mark_after, facts.known_by, "Ruth Amsel"):  # fmt: skip
        assert told in text


def test_what_was_removed_is_counted_in_words_of_the_court():
    text = text_of(certificate_examples.ordinary())

    assert "572 entries" in text
    assert "Drug test:\N{NO-BREAK SPACE}61".replace("\N{NO-BREAK SPACE}", " ") in text
    assert "drug_test" not in text


def test_each_backup_says_where_it_is_and_until_when():
    text = text_of(certificate_examples.ordinary())

    assert "made Sep 30, 2026; Stick A, judge’s safe, court-2026-09-30-0930-000041.milebak" in text
    assert "about until Sep 30, 2027" in text
    assert "until you destroy it" in text
    assert "before-restore-20261101-101500-court.milepost" in text


def test_a_certificate_printed_again_has_lines_for_the_order():
    text = text_of(certificate_examples.bare())

    assert "write it in" in text
    assert text.count("____") >= 3
    assert "24-CR-0117" not in text
    assert "The record knows of no backup that does." in text
    assert "No page about this participant had left Milepost." in text


def test_a_long_certificate_loses_no_backup():
    text = text_of(certificate_examples.longest())

    assert [number for number in range(1, 40) if f"No. {number} made" not in text] == []
    assert text.count("Very") == 20


def test_equal_certificates_are_equal_bytes():
    first, second = (certificate.drawn(certificate_examples.ordinary()) for _ in range(2))

    assert first.pdf == second.pdf


def test_the_facts_of_a_certificate_are_tables_with_row_heads():
    kinds = [e.kind for e in pages.elements(certificate.drawn(certificate_examples.ordinary()).pdf)]

    assert kinds.count("Table") == 3
    assert kinds.count("H1") == 1
    assert kinds.count("TH") == 4 + 5 + 2


@pytest.mark.parametrize("name", ["ordinary", "bare", "longest"])
def test_the_checkers_find_nothing(name, tmp_path):
    file = tmp_path / "certificate.pdf"
    file.write_bytes(certificate.drawn(getattr(certificate_examples, name)()).pdf)

    heard = check(str(file))

    assert heard.error is None
    assert heard.errors == 0
    assert pdfua.validate(file).findings == ()
