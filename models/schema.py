"""Which revision a record has and which this program knows; Alembic is loaded only to migrate.

Loading Alembic costs half a second, so the known revisions are read off the names of the files.
"""

import io
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from models import migrations

FOLDER = Path(migrations.__file__).parent


def known() -> list[str]:
    """Return the revisions that this program knows, oldest first."""
    files = (FOLDER / "versions").glob("[0-9]*.py")
    return sorted(file.name.partition("_")[0] for file in files)


def head() -> str:
    """Return the revision that this program works with."""
    return known()[-1]


def current(connection: Connection) -> str | None:
    """Return the revision of a record, None where it has none."""
    try:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    except DatabaseError:
        return None
    return None if found is None else str(found)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring a record to `revision` in the open transaction of `connection`."""
    from alembic import command  # noqa: PLC0415 - half a second that most starts do not need
    from alembic.config import Config  # noqa: PLC0415

    config = Config(stdout=io.StringIO())
    # The percent sign is doubled because ConfigParser would read it, as in C:\\Users\\100%.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
