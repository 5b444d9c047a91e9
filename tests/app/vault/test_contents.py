import pytest

from app.vault import contents
from models import engine as engines
from models.errors import NoSpace

KEY = bytes(range(32))


@pytest.fixture
def connection(tmp_path):
    made = engines.create(tmp_path / "x.milepost", KEY, bytes(16))
    made.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, photo BLOB)")
    made.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
    yield made
    made.close()


def fill(connection, count=5):
    rows = [(number, f"Muñoz, {number}'s", bytes([number % 256])) for number in range(count)]
    connection.executemany("INSERT INTO person VALUES (?, ?, ?)", rows)


def test_every_row_of_every_table_is_counted(connection):
    fill(connection, contents.AT_ONCE * 2 + 3)

    found = contents.of(connection)

    assert found.rows == {"note": 0, "person": contents.AT_ONCE * 2 + 3}
    assert found.count == contents.AT_ONCE * 2 + 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE person SET name = 'x' WHERE id = 4",
        "UPDATE person SET photo = NULL WHERE id = 4",
        "UPDATE person SET photo = '' WHERE id = 4",
        "UPDATE person SET id = 9 WHERE id = 4",
        "DELETE FROM person WHERE id = 0",
        "INSERT INTO note VALUES (1, NULL)",
        "ALTER TABLE note ADD COLUMN kind TEXT",
        "CREATE TABLE other (id INTEGER PRIMARY KEY)",
    ],
)
def test_every_change_changes_the_digest(connection, change):
    fill(connection)
    before = contents.of(connection).digest

    connection.execute(change)

    assert contents.of(connection).digest != before


def test_equal_contents_have_one_digest_in_whatever_order_they_came(connection):
    fill(connection)
    before = contents.of(connection).digest

    connection.execute("DELETE FROM person WHERE id = 2")
    connection.execute("INSERT INTO person VALUES (2, 'Muñoz, 2''s', X'02')")

    assert contents.of(connection).digest == before


def test_a_file_that_is_not_given_is_told_as_a_drive_that_is_gone(tmp_path):
    with pytest.raises(NoSpace) as caught:
        contents.check(tmp_path / "gone.milepost", bytes(32))

    assert caught.value.key == "space.gone"
