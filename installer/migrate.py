"""Write a new migration from what the models say: `python -m installer.migrate "what it does"`.

It opens a scratch record, brings it to the head of the migrations and lets Alembic compare. What
it writes is a first draft: literal tables only, nothing imported from the models, and triggers by
hand, because Alembic does not see them.
"""

import secrets
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

import models  # noqa: F401 - the metadata must be complete
from models import engine, schema


def main(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record, key = Path(folder) / "scratch.milepost", secrets.token_bytes(32)
        fresh = engine.create(record, key, secrets.token_bytes(16))
        fresh.execute("CREATE TABLE scratch (id INTEGER)")
        fresh.execute("DROP TABLE scratch")
        fresh.close()
        bound = engine.open_engine(record, key)
        with bound.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(schema.FOLDER).replace("%", "%%"))
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            config.attributes["connection"] = connection
            if schema.known():
                command.upgrade(config, "head")
            number = f"{len(schema.known()) + 1:04d}"
            command.revision(config, message, autogenerate=True, rev_id=number)
        bound.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
