"""Replaces the keys of a record, for tests of what is so afterwards."""

from app import audit, digest
from app.vault import record, replacing
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from tests.app.vault.steps import RIGHT
from tests.conftest import HOLDER

NEW = "mesa lantern copper violin"
THIRD = "harbor walnut thimble cactus"
RUTH = NewHolder(HOLDER, NEW, cost=Cost())
REPLACED = Secret(passphrase=NEW)


def replace(files, secret=RIGHT, new=RUTH, keep=None):
    found = record.open_record(files.record, secret)
    try:
        wanted = replacing.plan(found, secret, new)
        replacing.carry_out(found, wanted, keep)
    finally:
        found.close()
    return wanted


def people(files, secret):
    found = record.open_record(files.record, secret)
    with found.desk.read() as session:
        told = digest.logical(session.connection())
        trail = audit.verify(session.connection(), found.unlocked.keys.audit)
    found.close()
    assert found.findings == ()
    assert trail.problems == ()
    return told, trail.events, trail.mark


def parts(files):
    return {
        part.name: part.read_bytes()
        for part in files.record.parent.iterdir()
        if part.suffix != ".lock"
    }
