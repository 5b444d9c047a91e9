import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from models import engine as engines
from models import schema
from models.base import Base

KEY = bytes(range(32))
SALT = bytes(16)
VERSIONS = Path(schema.FOLDER) / "versions"


def empty(path: Path) -> Engine:
    fresh = engines.create(path, KEY, SALT)
    fresh.execute("CREATE TABLE first (id INTEGER)")
    fresh.execute("DROP TABLE first")
    fresh.close()
    return engines.open_engine(path, KEY, foreign_keys=False)


@pytest.fixture
def migrated(tmp_path):
    engine = empty(tmp_path / "migrated.milepost")
    with engine.begin() as connection:
        schema.migrate(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def modelled(tmp_path):
    engine = empty(tmp_path / "modelled.milepost")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(schema.FOLDER).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def objects(engine: Engine, kind: str) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = ?", (kind,)
        )
        return {row.name: row.sql for row in rows}


def test_the_migrations_lead_to_the_schema_of_the_models(migrated):
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("kind", ["trigger", "view"])
def test_triggers_and_views_are_the_same_by_name_and_text(migrated, modelled, kind):
    assert objects(migrated, kind) == objects(modelled, kind)


def test_indexes_are_the_same_by_name_and_columns(migrated, modelled):
    def told(engine):
        return {
            name: set(re.findall(r"\w+", sql))
            for name, sql in objects(engine, "index").items()
            if sql is not None
        }

    assert told(migrated) == told(modelled)


def test_there_is_one_head_and_no_branch():
    revisions = list(scripts().walk_revisions())

    assert len(scripts().get_heads()) == 1
    assert not any(revision.is_branch_point for revision in revisions)
    assert scripts().get_heads() == [schema.head()]


def test_every_file_is_a_revision_that_the_program_knows():
    assert sorted(revision.revision for revision in scripts().walk_revisions()) == schema.known()


@pytest.mark.parametrize("start", schema.known())
def test_every_revision_upgrades_to_the_head(tmp_path, start):
    engine = empty(tmp_path / "old.milepost")

    with engine.begin() as connection:
        schema.migrate(connection, start)
    with engine.begin() as connection:
        schema.migrate(connection)

    with engine.connect() as connection:
        assert schema.current(connection) == schema.head()
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()


@pytest.mark.parametrize("file", sorted(VERSIONS.glob("*.py")), ids=lambda file: file.stem)
def test_a_migration_never_leans_on_the_classes_of_today(file):
    text = file.read_text(encoding="utf-8")

    assert not re.search(r"^\s*(from|import) (models|app)\b", text, re.MULTILINE)
    assert '"""' in text
