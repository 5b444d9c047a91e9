"""Tests the proof: it says what the record answers, also where that is bad, and after a loss."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from app import proof
from app.backup import making, places, restoring, writing
from app.facts import canonical, read
from app.proof_facts import ProofFacts
from app.vault import comparison, record
from app.vault.recovery import R_BITS
from app.vault.unlock import Secret
from models.backup import Begun
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from reports import proof_page
from reports.drawn import Drawn
from tests.conftest import COURT, HOLDER, PASSPHRASE
from tests.makers import make_participant

RIGHT = Secret(passphrase=PASSPHRASE)


@pytest.fixture
def opened(record_path, moment):
    made = record.open_record(record_path, RIGHT)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path, opened):
    """A folder that is known as a place for backups, and a participant in the record."""
    folder = tmp_path / "stick"
    folder.mkdir()
    make_participant(opened.desk, "Zqvandermolen", case_number="77-QX-90210")
    with opened.desk.work() as session:
        place = places.add(session, folder, "Stick A", date(2026, 11, 23))
        places.describe(session, place, "Stick A", "judge’s safe")
    return folder, place


def back_up(opened, stick):
    folder, place = stick
    begun = making.begin(opened, folder, place_id=place, insists=True, tell=making.nothing)
    made = making.carry(begun, writing.carry, making.nothing)
    making.finish(opened, begun, made)
    return made


def test_the_cipher_is_what_the_engine_answers(opened):
    told = proof.facts(opened)

    found = told.cipher
    assert (found.is_on, found.cipher, found.code) == (True, "AES-256-CBC", "HMAC_SHA512")
    assert found.page_bytes == 4096
    assert found.engine.startswith("4.")
    assert found.library.startswith("OpenSSL")
    assert (told.court, told.made_by) == (COURT, HOLDER)
    assert told.record_id == opened.unlocked.record_id.hex()


def test_a_database_that_is_not_encrypted_says_so(tmp_path):
    desk = comparison.plain_desk(tmp_path / "plain.db", "UTC")

    with desk.read() as session:
        found = proof.cipher(session.connection())

    desk.close()
    assert not found.is_on
    assert (found.cipher, found.code) == ("", "")


def test_each_holder_stands_there_with_the_cost_of_their_own_slot(opened):
    (slot,) = proof.facts(opened).slots

    cost = opened.unlocked.file.holders[0].cost
    assert slot.name == HOLDER
    assert (slot.memory_mib, slot.passes, slot.lanes) == (cost.m // 1024, cost.t, cost.p)


def test_opened_by_the_sheet_without_a_key_file_the_cost_is_not_known(made, record_path, moment):
    for ending in (".key", ".key.bak"):
        record_path.with_suffix(ending).unlink()
    groups = "\n".join(f"{number}  {group}" for number, group in enumerate(made.sheet.groups, 1))
    opened = record.open_record(record_path, Secret(sheet=groups))

    (slot,) = proof.facts(opened).slots

    opened.close()
    assert (slot.name, slot.memory_mib) == (HOLDER, None)


def test_who_opened_and_closed_it_comes_from_the_trail(record_path, moment):
    for _ in range(6):
        record.open_record(record_path, RIGHT).close()
    opened = record.open_record(record_path, RIGHT)

    turns = proof.facts(opened).turns

    opened.close()
    assert len(turns) == proof.MOST_TURNS
    assert [turn.told for turn in turns[:3]] == ["Record opened", "Record closed", "Record opened"]
    assert {turn.by for turn in turns} == {HOLDER}
    assert [turn.seq for turn in turns] == sorted((turn.seq for turn in turns), reverse=True)


def test_each_backup_says_when_and_where_and_how_it_was_checked(opened, stick):
    assert proof.facts(opened).backups == ()

    made = back_up(opened, stick)

    (line,) = proof.facts(opened).backups
    assert (line.number, line.place, line.kept_at) == (1, "Stick A", "judge’s safe")
    assert line.file == made.path.name
    assert line.proved_on is None
    (copy,) = proof.facts(opened).copies
    assert copy.begun is Begun.CREATED


def test_after_a_loss_it_is_drawn_from_a_backup_on_another_computer(opened, stick, tmp_path):
    before = proof.facts(opened)
    backup = back_up(opened, stick)
    (tmp_path / "other").mkdir()
    target = tmp_path / "other" / "court.milepost"

    restoring.restore(backup.path, target, RIGHT)
    again = record.open_record(target, RIGHT)
    told = proof.facts(again)

    again.close()
    assert (told.cipher, told.record_id, told.slots) == (
        before.cipher,
        before.record_id,
        before.slots,
    )
    assert told.copies[0].begun is Begun.RESTORED
    assert before.turns[0] in told.turns  # who had it open when the backup was made


def test_nobody_of_the_participants_is_in_it(opened, stick):
    back_up(opened, stick)

    text = canonical(proof.facts(opened))

    assert "Zqvandermolen" not in text
    assert "77-QX-90210" not in text


def test_it_leaves_through_the_gate_and_is_kept_as_it_was(opened):
    told = proof.facts(opened)

    released = proof.released(opened.desk, told, lambda _kind, _facts: Drawn(b"%PDF", 2))

    with opened.desk.read() as session:
        row = session.scalars(select(Disclosure)).one()
    assert (row.id, row.document) == (released.disclosure_id, proof.DOCUMENT)
    assert (row.recipient, row.purpose) == (Recipient.INTERNAL, Purpose.TRAIL)
    assert row.person_id is None
    assert read(ProofFacts, row.facts) == told
    assert json.loads(row.facts)["audit_mark"] == row.audit_mark


def test_the_page_knows_the_bits_of_the_root_secret():
    assert proof_page.BITS == R_BITS
