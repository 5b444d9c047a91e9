"""Steps on a record as a whole, which tests of its opening and of what is noticed share."""

import json
import textwrap

import pytest
from sqlalchemy import select

from app.vault import record
from app.vault.unlock import Secret
from models import engine as engines
from models.audit import Audit
from models.service import Provider
from tests.conftest import PASSPHRASE
from tests.makers import add, key_of

RIGHT = Secret(passphrase=PASSPHRASE)
WRONG = Secret(passphrase="not the right five words")


def opened(path):
    """Open a record by its sheet-like speed: the findings, and nothing left open."""
    found = record.open_record(path, RIGHT)
    found.close()
    return found


def write(path, *names):
    found = record.open_record(path, RIGHT)
    for name in names:
        add(found.desk, Provider(name=name))
    found.close()


def refused(path, secret=RIGHT):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the class is what is asserted
        record.open_record(path, secret)
    return caught.value


def events(path, action):
    found = record.open_record(path, RIGHT)
    with found.desk.read() as session:
        bodies = session.scalars(select(Audit.body).where(Audit.action == action)).all()
    found.close()
    return [json.loads(body) for body in bodies]


def newer(path, made):
    connection = engines.connect(path, key_of(made).record)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from app.vault import record
    from app.vault.unlock import Secret
    from models.service import Provider

    found = record.open_record(Path(sys.argv[1]), Secret(sheet=sys.argv[2]))
    number = int(sys.argv[3])
    print("ready", flush=True)
    while True:
        with found.desk.work() as session:
            session.add(Provider(name=str(number)))
        print(number, flush=True)
        number += 1
    """
)
