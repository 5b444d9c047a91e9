import resource

import pytest
from sqlalchemy import text

from app import upgrade
from app.desk import sorted_failures
from app.vault import record
from app.vault.unlock import Secret
from models import engine as engines
from models import schema
from models.errors import Damaged, NoSpace
from tests.conftest import PASSPHRASE
from tests.makers import desk_on, key_of, make_participant


@pytest.fixture
def key(made):
    return key_of(made).record


@pytest.fixture
def filled(record_path, made):
    with desk_on(record_path, made) as desk:
        make_participant(desk, "Quintana")
    return record_path


def contents(path, key):
    """Return the schema, the revision and how many rows every table has."""
    connection = engines.connect(path, key)
    objects = connection.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    ).fetchall()
    tables = [name for kind, name, _sql in objects if kind == "table"]
    counts = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
        for name in tables
    }
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    connection.close()
    return objects, revision, counts


def add_a_column(connection):
    connection.execute(text("ALTER TABLE person ADD COLUMN nickname TEXT"))
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def fail_half_way(connection):
    add_a_column(connection)
    connection.execute(text("DELETE FROM status_period"))
    raise RuntimeError("half way")


def lose_a_parent(connection):
    connection.execute(text("DELETE FROM episode"))


def snapshots(path):
    return sorted(path.parent.glob("court-before-upgrade-*.milepost"))


def test_an_upgrade_keeps_a_snapshot_of_what_was_before(filled, key):
    before = contents(filled, key)

    done = upgrade.run(filled, key, add_a_column)

    assert (done.before, done.after) == (schema.known()[-1], "9999")
    assert contents(done.snapshot, key) == before
    assert contents(filled, key)[1] == [("9999",)]
    assert snapshots(filled) == [done.snapshot]


@pytest.mark.parametrize(
    ("migrate", "error"), [(fail_half_way, RuntimeError), (lose_a_parent, Damaged)]
)
def test_an_upgrade_that_fails_leaves_everything_as_it_was(filled, key, migrate, error):
    before = contents(filled, key)

    with pytest.raises(error):
        upgrade.run(filled, key, migrate)

    assert contents(filled, key) == before
    (snapshot,) = snapshots(filled)
    assert contents(snapshot, key) == before


def test_without_room_for_three_times_the_record_nothing_is_begun(filled, key, monkeypatch):
    monkeypatch.setattr(upgrade.shutil, "disk_usage", lambda _folder: Usage)

    with pytest.raises(NoSpace):
        upgrade.run(filled, key, fail_half_way)

    assert snapshots(filled) == []


class Usage:
    """A drive that is nearly full."""

    free = 100_000


def test_a_drive_that_fills_up_under_the_snapshot_is_told_and_the_record_is_whole(filled, key):
    before = contents(filled, key)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (filled.stat().st_size // 2, most[1]))

    try:
        with pytest.raises(NoSpace):
            upgrade.run(filled, key, fail_half_way)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)

    assert contents(filled, key) == before


def test_a_drive_that_takes_no_more_is_not_a_record_without_a_revision(filled, key):
    still = engines.connect(filled, key)
    still.execute("PRAGMA journal_mode=DELETE")
    still.close()
    filled.with_name(filled.name + "-shm").mkdir()
    engine = engines.open_engine(filled, key)

    with pytest.raises(NoSpace), sorted_failures():
        upgrade.needed(engine)
    engine.dispose()


def test_the_last_three_snapshots_are_kept(filled, key):
    done = [upgrade.run(filled, key, lambda _connection: None) for _ in range(5)]

    assert snapshots(filled) == [each.snapshot for each in done[2:]]


def test_a_record_of_this_version_needs_no_upgrade(filled, key):
    engine = engines.open_engine(filled, key)

    assert upgrade.needed(engine) is False
    engine.dispose()


def stop(_path):
    raise KeyboardInterrupt


def migrate_by(monkeypatch, migrate):
    known = [*schema.known(), "9999"]
    monkeypatch.setattr(schema, "known", lambda: known)
    monkeypatch.setattr(upgrade.run, "__defaults__", (migrate,))


def test_a_record_cut_off_after_its_upgrade_opens_without_a_finding(record_path, monkeypatch):
    secret = Secret(passphrase=PASSPHRASE)
    migrate_by(monkeypatch, add_a_column)
    with monkeypatch.context() as cut:
        cut.setattr(upgrade, "_prune", stop)
        with pytest.raises(KeyboardInterrupt):
            record.open_record(record_path, secret)

    found = record.open_record(record_path, secret)
    found.close()

    assert not found.upgraded
    assert found.findings == ()


def test_an_upgrade_that_is_refused_leaves_the_state_as_it_was(filled, monkeypatch):
    secret = Secret(passphrase=PASSPHRASE)
    record.open_record(filled, secret).close()
    before = filled.with_suffix(".state").read_bytes()
    migrate_by(monkeypatch, fail_half_way)

    with pytest.raises(RuntimeError):
        record.open_record(filled, secret)

    assert filled.with_suffix(".state").read_bytes() == before


def test_an_older_record_is_brought_up_when_it_is_opened(filled, key, monkeypatch):
    known = [*schema.known(), "9999"]
    monkeypatch.setattr(schema, "known", lambda: known)
    monkeypatch.setattr(upgrade.run, "__defaults__", (add_a_column,))

    found = record.open_record(filled, Secret(passphrase=PASSPHRASE))

    with found.desk.read() as session:
        told = session.connection().scalar(text("SELECT body FROM audit WHERE action = 'upgraded'"))
    found.close()
    assert found.upgraded
    assert f'"revision":["{known[-2]}","9999"]' in told
