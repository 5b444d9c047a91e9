"""Tables, choices, the encrypted engine and the migrations; knows neither the app nor a window.

Importing this package imports every table, so that the metadata is complete.
"""

from models import (
    audit,
    backup,
    court,
    disclosure,
    document,
    drug_test,
    episode,
    hearing,
    note,
    person,
    phase,
    plan,
    sealing,
    service,
    standing,
)

__all__ = [
    "audit",
    "backup",
    "court",
    "disclosure",
    "document",
    "drug_test",
    "episode",
    "hearing",
    "note",
    "person",
    "phase",
    "plan",
    "sealing",
    "service",
    "standing",
]
