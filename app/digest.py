"""One digest over what a record says, whatever file it stands in.

Two records that say the same have the same digest, although their keys, trails and holders differ.
"""

import hashlib

from sqlalchemy import Connection, Table, select

from models.base import Base
from models.trail import canonical, plain

# What belongs to one file, or is derived, is no part of what the record says.
LEFT_OUT = frozenset(
    {
        "audit",
        "audit_value",
        "backup",
        "backup_place",
        "branch",
        "court",
        "disclosure",
        "draft",
        "earlier_key",
        "key_holder",
        "standing",
        "value_key",
    }
)
LEFT_OUT_COLUMNS = frozenset({("phase_set", "starts_on")})  # the day on which the file was made


def logical(connection: Connection) -> str:
    """Return the SHA-256, in hex, of every row by table and id."""
    running = hashlib.sha256()
    for name, table in sorted(Base.metadata.tables.items()):
        if name not in LEFT_OUT:
            _add(running, connection, table)
    return running.hexdigest()


def _add(running: "hashlib._Hash", connection: Connection, table: Table) -> None:
    columns = [c for c in table.columns if (table.name, c.name) not in LEFT_OUT_COLUMNS]
    running.update(canonical([table.name, [c.name for c in columns]]).encode() + b"\n")
    for row in connection.execute(select(*columns).order_by(*table.primary_key)):
        running.update(canonical([plain(value) for value in row]).encode() + b"\n")
