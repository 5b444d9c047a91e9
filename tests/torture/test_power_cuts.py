"""What the replay of power cuts has shown, each as a test of its own."""

from contextlib import closing

from sqlalchemy import text

from models import engine as engines
from tests.makers import key_of


def test_a_last_page_that_power_cut_short_is_made_whole_from_the_log(record_path, made, tmp_path):
    key = key_of(made).record
    engine = engines.open_engine(record_path, key)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE page AS SELECT randomblob(9000) AS part"))
    cut = tmp_path / "cut" / record_path.name
    cut.parent.mkdir()
    cut.write_bytes(record_path.read_bytes() + bytes(512))
    log = record_path.with_name(f"{record_path.name}-wal")
    cut.with_name(log.name).write_bytes(log.read_bytes())
    engine.dispose()

    with closing(engines.connect(cut, key)) as connection:
        engines.look_at(cut)
        found = connection.execute("SELECT length(part) FROM page").fetchone()

    assert found == (9000,)
    assert cut.stat().st_size % engines.PAGE_BYTES == 0
