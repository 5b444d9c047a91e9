from pathlib import Path

import pytest

from app import listing, measuring
from app.listing import Wanted
from app.vault.record import open_record
from app.vault.unlock import Secret
from tests.conftest import PASSPHRASE


def test_a_record_for_measuring_holds_the_people_asked_for(tmp_path: Path) -> None:
    path = measuring.make_record(tmp_path, 30, PASSPHRASE)

    record = open_record(path, Secret(passphrase=PASSPHRASE))
    try:
        with record.desk.read() as session:
            rows = listing.page(session, Wanted())
    finally:
        record.close()
    assert len(rows) == 30
    assert len({(row.last_name, row.first_name) for row in rows}) == 30


def test_one_round_of_queries_reads_the_list_and_a_person(desk) -> None:
    measuring.enter_people(desk, 5)

    once = measuring.page_queries(desk)

    assert measuring.seconds(once) > 0


def test_a_ratio_compares_two_kinds_of_work_in_turn() -> None:
    calls: list[str] = []

    def ours() -> None:
        calls.append("ours")
        sum(range(20000))

    def theirs() -> None:
        calls.append("theirs")
        sum(range(2000))

    found = measuring.ratio(ours, theirs)

    assert found > 1
    assert calls == ["ours", "theirs"] * (measuring.ROUNDS + 1)


def test_a_backup_is_measured_beside_the_bare_copy_of_the_same_bytes(opened, tmp_path) -> None:
    found = measuring.backups(opened, tmp_path)

    assert found["backup_s"] > found["bare_copy_s"] > 0
    assert found["added_s"] == pytest.approx(found["backup_s"] - found["bare_copy_s"], abs=0.001)
    assert len(list(tmp_path.glob("*.milebak"))) >= 3
