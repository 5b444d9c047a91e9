import threading
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from models import engine as engines
from models.errors import Damaged, NotARecord, WrongSecret
from tests.makers import key_of


@pytest.fixture
def key(made):
    return key_of(made).record


@pytest.fixture
def engine(record_path, key):
    found = engines.open_engine(record_path, key)
    yield found
    found.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("cache_size", -65536),
    ],
)
def test_every_connection_has_every_setting_in_force(record_path, key, pragma, value):
    connection = engines.connect(record_path, key)

    found = connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    connection.close()
    assert found == value


def test_nothing_of_a_record_can_be_read_in_the_file(record_path, made):
    data = record_path.read_bytes()

    assert b"SQLite format 3" not in data
    assert b"CREATE TABLE" not in data
    assert made.sheet.court.encode() not in data


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7" + bytes(5000),
        b"%PDF-1.7" + bytes(8184),
        b"PK\x03\x04" + bytes(5000),
        b"PK\x03\x04" + bytes(8188),
        b"PK\x05\x06" + bytes(5000),
        b"\x89PNG\r\n\x1a\n" + bytes(5000),
        b"\x1f\x8b\x08" + bytes(5000),
        b"a letter\n" * 1000,
        b"8 bytes\n" * 1024,
    ],
)
def test_another_kind_of_file_is_no_record_whatever_its_size(tmp_path, content):
    path = tmp_path / "letter.milepost"
    path.write_bytes(content)

    with pytest.raises(NotARecord) as caught:
        engines.look_at(path)

    assert caught.value.problem == "not-a-record"


@pytest.mark.parametrize("salt", [b"PK", b"\x1f\x8b"])
def test_a_salt_that_begins_like_another_file_by_chance_is_a_record(tmp_path, salt):
    path = tmp_path / "court.milepost"
    path.write_bytes(salt + bytes([200]) * 8190)

    engines.look_at(path)


def test_another_key_is_a_wrong_secret_and_leaves_the_file_as_it_was(record_path):
    before = record_path.read_bytes()

    with pytest.raises(WrongSecret):
        engines.connect(record_path, bytes(32))

    assert record_path.read_bytes() == before


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_taken_as_a_passphrase(record_path, length):
    with pytest.raises(ValueError, match="32 bytes"):
        engines.connect(record_path, bytes(length))


@pytest.mark.parametrize(("key", "salt"), [(bytes(31), bytes(16)), (bytes(32), bytes(15))])
def test_a_record_is_not_created_with_a_short_key_or_salt(tmp_path, key, salt):
    with pytest.raises(ValueError, match="32 bytes"):
        engines.create(tmp_path / "new.milepost", key, salt)

    assert list(tmp_path.iterdir()) == []


def test_the_salt_is_the_first_sixteen_bytes_of_the_file(record_path, made):
    assert record_path.read_bytes()[:16] == made.record_id


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00" + bytes(4080), "plain"),
        (b"SQLite format 3\x00", "plain"),
        (b"%PDF-1.7", "not-a-record"),
        (bytes(4097), "truncated"),
        (bytes(8191), "truncated"),
    ],
)
def test_what_cannot_be_a_record_is_refused_before_it_is_opened(tmp_path, key, content, problem):
    path = tmp_path / "other.milepost"
    path.write_bytes(content)

    with pytest.raises(NotARecord) as caught:
        engines.open_engine(path, key)

    assert caught.value.problem == problem
    assert path.read_bytes() == content
    assert list(tmp_path.glob("other.milepost-*")) == []


def test_opening_never_creates_a_record(tmp_path, key):
    with pytest.raises(FileNotFoundError):
        engines.open_engine(tmp_path / "none.milepost", key)
    with pytest.raises(engines.DatabaseError):
        engines.connect(tmp_path / "none.milepost", key)

    assert list(tmp_path.iterdir()) == []


def test_a_key_that_fits_a_damaged_first_page_is_told_apart(record_path, key):
    connection = engines.connect(record_path, key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(record_path.read_bytes())
    data[2000] ^= 1
    record_path.write_bytes(data)

    with pytest.raises((WrongSecret, Damaged)):
        engines.connect(record_path, key)


def test_no_second_file_can_be_attached(engine, tmp_path):
    with engine.connect() as connection, pytest.raises(DBAPIError, match="authorized"):
        connection.execute(text("ATTACH DATABASE :file AS other"), {"file": str(tmp_path / "o")})

    assert not (tmp_path / "o").exists()


def test_a_vacuum_that_would_write_beside_the_record_is_refused(engine, tmp_path):
    with engine.connect() as connection:
        driver = engines.driver_connection(connection)

        with pytest.raises(engines.DatabaseError):
            driver.execute(f"VACUUM INTO '{tmp_path / 'out'}'")

    assert not (tmp_path / "out").exists()


def test_a_reading_connection_cannot_write_and_the_next_writer_can(engine):
    reading = engine.execution_options(reading=True)

    with reading.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("DELETE FROM provider"))
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO provider (name) VALUES ('Mesa Counseling')"))

    with reading.connect() as connection:
        assert connection.execute(text("SELECT name FROM provider")).scalars().all() == [
            "Mesa Counseling"
        ]


def test_a_second_writer_waits_at_its_start(engine):
    insert = text("INSERT INTO provider (name) VALUES (:name)")
    waiting = threading.Event()

    def second():
        waiting.set()
        with engine.begin() as connection:
            connection.execute(insert, {"name": "second"})

    thread = threading.Thread(target=second)
    with engine.begin() as connection:
        connection.execute(insert, {"name": "first"})
        thread.start()
        waiting.wait()
    thread.join()

    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM provider ORDER BY id")).scalars().all()
    assert names == ["first", "second"]


def test_no_value_gets_into_the_text_of_an_error(engine):
    with engine.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(
            text("INSERT INTO court (name, nowhere) VALUES (:name, 1)"), {"name": "Begaye"}
        )

    assert "Begaye" not in str(caught.value)


def test_a_copy_is_whole_encrypted_and_has_the_same_salt(engine, record_path, key, tmp_path):
    target = tmp_path / "copy.milepost"

    with engine.connect() as connection:
        engines.copy_into(engines.driver_connection(connection), target, key)

    assert target.read_bytes()[:16] == record_path.read_bytes()[:16]
    assert b"CREATE TABLE" not in target.read_bytes()
    copy = engines.connect(target, key)
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert copy.execute("SELECT name FROM court").fetchall() == [
        ("Juniper County Treatment Court",)
    ]
    copy.close()


def test_a_copy_never_replaces_a_file(engine, key, tmp_path):
    target = tmp_path / "there.milepost"
    target.write_bytes(b"precious")

    with engine.connect() as connection, pytest.raises(FileExistsError):
        engines.copy_into(engines.driver_connection(connection), target, key)

    assert target.read_bytes() == b"precious"


def test_keys_between_rows_can_be_left_unchecked_for_a_migration_only(record_path, key, engine):
    loose = engines.open_engine(record_path, key, foreign_keys=False)

    with loose.connect() as unchecked:
        assert unchecked.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
    with engine.connect() as checked:
        assert checked.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    loose.dispose()


def test_a_name_with_signs_that_mean_something_in_an_address_is_opened(record_path, key):
    odd = record_path.with_name("a b%20#?&é.milepost")
    record_path.rename(odd)

    connection = engines.connect(odd, key)

    assert connection.execute("SELECT count(*) FROM court").fetchone() == (1,)
    connection.close()


def test_the_twin_for_measuring_is_plain_and_has_the_same_settings(tmp_path):
    plain = engines.plain_engine(tmp_path / "plain.db")

    with plain.begin() as connection:
        connection.execute(text("CREATE TABLE t (id INTEGER)"))
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("cache_size", "synchronous", "foreign_keys")
        ]
    plain.dispose()

    assert settings == [-65536, 2, 1]
    assert (tmp_path / "plain.db").read_bytes().startswith(engines.PLAIN_HEADER)


def test_the_libraries_are_new_enough():
    assert engines.sqlite_version() >= engines.OLDEST_SQLITE
    assert engines.cipher_version().startswith("4.")


def test_a_file_that_only_stands_there_is_read_without_a_trace(record_path, key):
    before = sorted(part.name for part in record_path.parent.iterdir())
    with closing(engines.connect_still(record_path, key)) as connection:
        found = connection.execute("SELECT count(*) FROM court").fetchone()
        with pytest.raises(engines.DatabaseError, match="readonly"):
            connection.execute("DELETE FROM court")

    assert found == (1,)
    assert sorted(part.name for part in record_path.parent.iterdir()) == before


def test_another_key_reads_nothing_of_a_file_that_only_stands_there(record_path):
    with pytest.raises(WrongSecret):
        engines.connect_still(record_path, bytes(32))
