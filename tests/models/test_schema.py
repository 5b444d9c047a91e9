import pytest
from sqlalchemy import text

from models import engine as engines
from models import schema
from tests.makers import key_of


@pytest.fixture
def engine(record_path, made):
    found = engines.open_engine(record_path, key_of(made).record)
    yield found
    found.dispose()


def test_a_new_record_is_at_the_head(engine):
    with engine.connect() as connection:
        assert schema.current(connection) == schema.head()


def test_the_known_revisions_are_in_order_and_end_in_the_head():
    assert schema.known() == sorted(schema.known())
    assert schema.known()[-1] == schema.head()
    assert schema.known()[0] == "0001"


def test_a_record_without_a_revision_table_has_no_revision(engine):
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))

    with engine.connect() as connection:
        assert schema.current(connection) is None


def test_a_record_with_an_empty_revision_table_has_no_revision(engine):
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))

    with engine.connect() as connection:
        assert schema.current(connection) is None


def test_migrating_a_record_that_is_at_the_head_changes_nothing(engine):
    with engine.connect() as connection:
        before = connection.exec_driver_sql("SELECT * FROM sqlite_master").all()

    with engine.begin() as connection:
        schema.migrate(connection)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM sqlite_master").all() == before
