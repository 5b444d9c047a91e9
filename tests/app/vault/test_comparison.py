from app.listing import Wanted, page
from app.vault.comparison import plain_desk
from models.engine import PLAIN_HEADER
from tests.makers import make_participant


def test_the_plain_twin_does_the_same_work_without_encryption(tmp_path, moment):
    desk = plain_desk(tmp_path / "plain.db", "America/Denver")

    make_participant(desk, "Tsosie")

    with desk.read() as session:
        assert [row.last_name for row in page(session, Wanted())] == ["Tsosie"]
    desk.close()
    assert (tmp_path / "plain.db").read_bytes().startswith(PLAIN_HEADER)
