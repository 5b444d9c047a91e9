from datetime import date

import pytest
from sqlalchemy import delete

from app import audit, release
from app.release import Release
from app.vault import record, wal
from app.vault.check import Problem, check
from app.vault.unlock import Secret
from models import engine as engines
from models.audit import TRIGGERS
from models.choices import Purpose, Recipient
from models.errors import InUse, NoSuchThing, WrongSecret
from models.standing import Standing
from tests.conftest import PASSPHRASE
from tests.makers import Ids, key_of, make_participant, make_test

RIGHT = Secret(passphrase=PASSPHRASE)
WORDS = """not-a-record empty plain truncated page wal foreign-key schema audit-edit audit-gap
audit-tail seal standing hash mac key-file newer other-record"""
CLOSED = frozenset(WORDS.split())


class Page:
    """A drawn document of one page."""

    pdf = b"%PDF"
    pages = 1


@pytest.fixture
def filled(record_path, moment):
    """A closed record with two people and one disclosure."""
    found = record.open_record(record_path, RIGHT)
    who = make_participant(found.desk, "Quintana")
    make_participant(found.desk, "Tsosie")
    what = Release("progress-report", Recipient.JUDGE, Purpose.HEARING, "{}", who.person)
    release.release(found.desk, what, lambda *_: Page(), audit_mark="1-0000000000000000")
    found.close()
    return record_path


def with_key(path, made, *statements):
    """Do to a closed record what somebody with its key could do."""
    connection = engines.connect(path, key_of(made).record)
    connection.execute("PRAGMA foreign_keys=OFF")
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    for statement in statements:
        connection.execute(statement)
    for sql in TRIGGERS.values():
        connection.execute(sql)
    connection.close()


def kinds(path, mark=None):
    checked = check(path, RIGHT, mark)
    assert {problem.kind for problem in checked.problems} <= CLOSED
    assert all(problem.message.endswith(".") for problem in checked.problems)
    return {problem.kind for problem in checked.problems}


def test_a_sound_record_has_no_problem_and_says_what_was_looked_at(filled):
    checked = check(filled, RIGHT)

    assert checked.problems == []
    assert checked.counted["person"] == 2
    assert checked.counted["disclosure"] == 1
    assert checked.counted["events"] > 10
    assert checked.counted["pages"] > 100


def test_looking_changes_no_entry_and_leaves_the_record_closed(filled):
    check(filled, RIGHT)

    assert kinds(filled) == set()
    assert not wal.log_of(filled).exists()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00", "plain"),
        (b"words", "not-a-record"),
        (bytes(4097), "truncated"),
        (bytes(8192), "other-record"),
    ],
)
def test_what_is_no_record_of_ours_is_a_finding(filled, content, kind):
    filled.write_bytes(content)

    assert kinds(filled) == {kind}


def test_a_page_that_was_changed_anywhere_is_found(filled):
    whole = filled.read_bytes()
    state = filled.with_suffix(".state").read_bytes()
    missed = []

    for page in range(1, len(whole) // 4096, 9):
        data = bytearray(whole)
        data[page * 4096 + 777] ^= 1
        filled.write_bytes(data)
        filled.with_suffix(".state").write_bytes(state)
        if not {"page", "schema"} & kinds(filled):
            missed.append(page)

    assert missed == []


def test_a_damaged_first_page_is_a_finding(filled):
    data = bytearray(filled.read_bytes())
    data[3000] ^= 1
    filled.write_bytes(data)

    assert kinds(filled) == {"page"}


TAMPERED = {
    "foreign-key": ["DELETE FROM provider", "UPDATE court_case SET episode_id = 404"],
    "audit-edit": ["UPDATE audit SET holder = 'Eve' WHERE seq = 3"],
    "audit-gap": ["DELETE FROM audit_value WHERE seq = 12", "DELETE FROM audit WHERE seq = 12"],
    "audit-tail": [
        "DELETE FROM audit_value WHERE seq > 15",
        "DELETE FROM audit WHERE seq > 15",
    ],
    "standing": ["UPDATE standing SET phase = 4 WHERE person_id = 1"],
    "hash": ['UPDATE disclosure SET facts = \'{"name":"Eve"}\''],
}


@pytest.mark.parametrize(("kind", "statements"), TAMPERED.items(), ids=TAMPERED)
def test_each_kind_of_tampering_with_the_key_is_found(filled, made, kind, statements):
    with_key(filled, made, *statements)

    assert kind in kinds(filled)


SCHEMA = {
    "a table less": "DROP TABLE draft",
    "an index less": "DROP INDEX ix_person_folded_name_id",
    "a column less": "ALTER TABLE note DROP COLUMN received_on",
    "another revision": "DELETE FROM alembic_version",
}


@pytest.mark.parametrize("statement", SCHEMA.values(), ids=SCHEMA)
def test_tables_that_are_not_of_this_version_are_found(filled, made, statement):
    with_key(filled, made, statement)

    assert "schema" in kinds(filled)


def test_a_guard_that_was_taken_away_is_found(filled, made):
    connection = engines.connect(filled, key_of(made).record)
    connection.execute("DROP TRIGGER audit_no_delete")
    connection.close()

    assert "schema" in kinds(filled)


def test_a_trigger_that_is_not_ours_is_found(filled, made):
    with_key(
        filled,
        made,
        "CREATE TRIGGER quiet AFTER INSERT ON note BEGIN DELETE FROM draft; END",
    )

    assert "schema" in kinds(filled)


def test_a_newer_record_is_a_finding(filled, made):
    with_key(filled, made, "UPDATE alembic_version SET version_num = '9999'")

    assert kinds(filled) == {"newer"}


def test_a_damaged_key_file_is_a_finding_of_its_own(filled):
    filled.with_suffix(".key.bak").write_bytes(b"")

    assert kinds(filled) == {"key-file"}


def test_key_files_that_are_both_gone_are_a_finding(filled):
    filled.with_suffix(".key").unlink()
    filled.with_suffix(".key.bak").unlink()

    assert kinds(filled) == {"key-file"}


def test_a_row_of_standing_that_is_missing_is_found_and_recomputed_in_place(filled):
    found = record.open_record(filled, RIGHT)
    with found.desk.work() as session:
        session.execute(delete(Standing).where(Standing.person_id == 1))
    found.close()

    assert kinds(filled) == {"standing"}


def test_a_printed_mark_is_looked_for_in_the_trail(filled):
    found = record.open_record(filled, RIGHT)
    with found.desk.read() as session:
        mark = audit.verify(session.connection(), found.unlocked.keys.audit).mark
    found.close()

    assert kinds(filled, mark) == set()
    assert kinds(filled, "1-0000000000000000") == {"audit-tail"}


def test_what_could_not_be_looked_at_is_a_refusal_and_no_finding(filled, tmp_path):
    held = record.open_record(filled, RIGHT)
    with pytest.raises(InUse):
        check(filled, RIGHT)
    held.close()

    with pytest.raises(WrongSecret):
        check(filled, Secret(passphrase="not the right five words"))
    with pytest.raises(NoSuchThing):
        check(tmp_path / "none.milepost", RIGHT)


UNREADABLE = {
    "a word that is no choice": "UPDATE drug_test SET outcome = 'zzz'",
    "bytes in the place of text": "UPDATE disclosure SET facts = x'ff'",
    "text in the place of bytes": "UPDATE disclosure SET facts_sha256 = 'words'",
    "a day that is none": "UPDATE person SET birth_date = 'yesterday'",
    "a moment that is none": "UPDATE disclosure SET made_at = 'yesterday'",
    "a number that is none": "UPDATE disclosure SET pages = 'many'",
}


@pytest.mark.parametrize("statement", UNREADABLE.values(), ids=UNREADABLE)
def test_a_value_that_no_entry_of_ours_holds_is_found_by_its_column(filled, made, statement):
    found = record.open_record(filled, RIGHT)
    make_test(found.desk, Ids(1, 1), date(2026, 11, 9))
    found.close()
    _update, table, _set, column, *_rest = statement.split()
    with_key(filled, made, statement)

    problems = {problem.kind: problem.message for problem in check(filled, RIGHT).problems}

    assert f"{table}.{column}" in problems["schema"]
    assert check(filled, RIGHT).counted["person"] == 2


def test_an_old_record_put_back_is_found_also_after_other_commands_have_opened_it(filled):
    old = filled.read_bytes()
    record.open_record(filled, RIGHT).close()
    filled.write_bytes(old)
    record.open_record(filled, RIGHT).close()

    assert kinds(filled) == {"seal", "audit-tail"}
    assert kinds(filled) == set()


def test_a_check_that_did_not_come_to_its_end_has_told_nothing(filled, made):
    filled.with_suffix(".state").unlink()
    with pytest.raises(AttributeError):
        check(filled, RIGHT, mark=7)

    assert kinds(filled) == {"seal"}


def test_values_taken_away_together_with_their_key_are_found(filled, made):
    with_key(filled, made, "DELETE FROM audit_value", "DELETE FROM value_key")

    assert "audit-edit" in kinds(filled)


def test_a_finding_of_the_opening_is_told_with_its_sentence(filled):
    filled.with_suffix(".state").unlink()

    (problem,) = check(filled, RIGHT).problems

    assert problem == Problem("seal", problem.message)
    assert "not as it was" in problem.message


def test_no_entry_of_anybody_stands_in_a_finding(filled, made):
    with_key(filled, made, *(each for statements in TAMPERED.values() for each in statements))

    told = " ".join(problem.message for problem in check(filled, RIGHT).problems)

    assert "Quintana" not in told
    assert "Tsosie" not in told
