"""Tests the proof on paper: what the record answered, nothing it cannot claim, and whole."""

from dataclasses import replace

import pdfua
import pytest
from outloud import check

from reports import proof_page
from tests.reports import pages, proof_examples


def text_of(facts):
    return " ".join(pages.text(proof_page.drawn(facts).pdf).split())


def test_it_says_the_cipher_the_costs_and_the_marks():
    facts = proof_examples.ordinary()

    text = text_of(facts)

    for told in (
        "AES-256-CBC (FIPS 197 algorithm) on every page of 4,096 bytes",
        "HMAC-SHA-512 on every page",
        "SQLCipher 4.19.0 community, OpenSSL 3.6.0",
        "150 bits of chance",
        "Argon2id with 128 MiB, 4 passes, 4 lanes; then AES-256-GCM",
        "5d2b 31be 6a2c a7f4 48e4 cb6b 8309 f77a",
        facts.audit_mark,
        "event 18,210",
        "Restored from a backup Nov 3, 2026, 9:00 AM.",
        "No participant is named",
    ):
        assert told in text


def test_it_claims_no_validation_and_no_compliance():
    text = text_of(proof_examples.ordinary())

    assert "is not validated under FIPS 140" in text
    assert "nobody has certified it for CJIS" in text
    assert text.count("CJIS") == text.count("FIPS 140") == 1
    assert "complian" not in text.lower()


def test_a_record_that_is_not_encrypted_says_so_first():
    facts = replace(proof_examples.ordinary(), cipher=proof_examples.OFF)

    text = text_of(facts)

    assert "THIS RECORD IS NOT ENCRYPTED" in text
    assert "AES-256-CBC" not in text
    assert "no code on the pages" in text


def test_each_backup_says_how_it_was_checked():
    text = text_of(proof_examples.ordinary())

    assert "No. 41 Nov 20, 2026, 5:00 PM Stick A, judge’s safe encrypted; read back whole" in text
    assert "encrypted; proved by restore Nov 2, 2026" in text
    assert "One earlier backup was deleted by rule." in text


def test_what_is_not_known_is_said_as_that():
    longest = text_of(proof_examples.longest())
    bare = text_of(proof_examples.bare())

    assert "not known: the record was opened without its key file" in longest
    assert "not yet read back past memory" in longest
    assert "The record knows of no backup." in bare
    assert "has no opening yet" in bare
    assert "This copy" not in bare


def test_it_says_where_it_ends_and_what_to_do_after_a_loss():
    text = text_of(proof_examples.ordinary())

    assert "What was done with another copy after that is not in it." in text
    assert "held its keys in memory until it locked or lost power" in text
    assert "report it the same day" in text
    assert "restore any backup on another computer and print this page there" in text


def test_a_long_proof_loses_no_backup():
    text = text_of(proof_examples.longest())

    assert [number for number in range(31, 61) if f"No. {number} Nov" not in text] == []
    assert text.count("event 1,234,567") == 8


def test_equal_proofs_are_equal_bytes():
    first, second = (proof_page.drawn(proof_examples.ordinary()) for _ in range(2))

    assert first.pdf == second.pdf


@pytest.mark.parametrize("name", ["ordinary", "bare", "longest"])
def test_the_checkers_find_nothing(name, tmp_path):
    file = tmp_path / "proof.pdf"
    file.write_bytes(proof_page.drawn(getattr(proof_examples, name)()).pdf)

    heard = check(str(file))

    assert heard.error is None
    assert heard.errors == 0
    assert pdfua.validate(file).findings == ()
