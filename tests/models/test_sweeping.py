import secrets
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from models import engine as engines
from models import sweeping
from models.errors import InUse
from tests.makers import key_of
from tests.whole_file import CANARY, pages


@pytest.fixture
def key(made):
    return key_of(made).record


@pytest.fixture
def engine(record_path, key):
    found = engines.open_engine(record_path, key)
    yield found
    found.dispose()


def test_nothing_that_was_deleted_is_in_any_page_after_the_sweep(engine, record_path, key):
    with engine.begin() as connection:
        connection.execute(
            text("CREATE TABLE heap (id INTEGER PRIMARY KEY, words TEXT, more TEXT)")
        )
        connection.execute(text("CREATE INDEX heap_words ON heap (words)"))
        for number in range(2000):
            word = CANARY if number % 7 == 0 else "other"
            row = {"words": word + secrets.token_hex(number % 40), "more": word * (number % 300)}
            connection.execute(text("INSERT INTO heap (words, more) VALUES (:words, :more)"), row)
    with engine.begin() as connection:
        connection.execute(text("UPDATE heap SET more = more || words || more WHERE id % 3 = 0"))
        connection.execute(text("DELETE FROM heap WHERE words LIKE :word"), {"word": f"{CANARY}%"})

    sweeping.sweep(engine)

    inside = pages(record_path, key)
    assert b"other" in inside
    assert CANARY.encode() not in inside


def test_the_record_keeps_its_id_its_guards_and_its_numbers(engine, record_path):
    salt = record_path.read_bytes()[:16]
    with engine.connect() as connection:
        before = connection.execute(text("SELECT name, sql FROM sqlite_master")).all()
        numbers = connection.execute(text("SELECT * FROM sqlite_sequence")).all()

    sweeping.sweep(engine)

    with engine.connect() as connection:
        after = connection.execute(text("SELECT name, sql FROM sqlite_master")).all()
        driver = engines.driver_connection(connection)
        assert sorted(map(str, after)) == sorted(map(str, before))
        assert connection.execute(text("SELECT * FROM sqlite_sequence")).all() == numbers
        assert driver.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert driver.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert record_path.read_bytes()[:16] == salt


def test_no_connection_may_attach_a_file_afterwards(engine, tmp_path):
    sweeping.sweep(engine)

    with engine.connect() as connection, pytest.raises(DBAPIError, match="not authorized"):
        connection.execute(text(f"ATTACH '{tmp_path / 'beside'}' AS beside"))


def test_a_reader_that_holds_the_log_is_told(engine, record_path, key):
    with closing(engines.connect(record_path, key)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()

        with pytest.raises(InUse):
            sweeping.sweep(engine)
