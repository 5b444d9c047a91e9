from pathlib import Path

from app.vault.files import Files


def test_the_parts_stand_beside_the_record_under_its_name():
    files = Files(Path("/records/court.milepost"))

    assert files.key == Path("/records/court.key")
    assert files.spare_key == Path("/records/court.key.bak")
    assert files.state == Path("/records/court.state")
    assert files.lock == Path("/records/court.lock")
    assert files.log == Path("/records/court.milepost-wal")


def test_the_parts_of_two_records_in_a_folder_never_meet():
    parts = [
        part
        for name in ("a", "b", "a.b")
        for files in [Files(Path(f"{name}.milepost"))]
        for part in (files.key, files.spare_key, files.state, files.lock, files.log)
    ]

    assert len(parts) == len(set(parts))
