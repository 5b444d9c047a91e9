"""What a drive that loses power keeps: the control of the control for R2."""

from random import Random

import pytest

from tests.torture.drive import Cut, Drive
from tests.torture.traces import Op

OLD = b"a" * 1024


@pytest.fixture
def drive():
    return Drive({"record": OLD})


def kept(drive, cut):
    return [drive.after(cut, Random(number)) for number in range(40)]  # noqa: S311


def test_what_was_synced_stays_whatever_the_drive_does(drive):
    drive.do(Op("write", "record", 512, b"b" * 1024))
    drive.do(Op("sync", "record"))

    found = [each for cut in Cut for each in kept(drive, cut)]

    assert all(each == {"record": OLD[:512] + b"b" * 1024} for each in found)


def test_what_was_not_synced_is_dropped_kept_or_torn_by_sectors(drive):
    drive.do(Op("write", "record", 0, b"b" * 1024))

    dropped, some, torn = (
        {each["record"] for each in kept(drive, cut)} for cut in (Cut.DROPPED, Cut.SUBSET, Cut.TORN)
    )

    assert dropped == {OLD}
    assert some == {OLD, b"b" * 1024}
    assert torn - some == {b"a" * 512 + b"b" * 512, b"b" * 512 + b"a" * 512}


def test_a_new_name_stands_for_certain_once_its_folder_is_synced(drive):
    for op in (Op("make", "new"), Op("write", "new", 0, b"x"), Op("sync", "new")):
        drive.do(op)
    drive.do(Op("rename", "new", other="record"))
    before = {tuple(sorted(each.items())) for each in kept(drive, Cut.SUBSET)}

    drive.do(Op("sync-folder"))

    assert kept(drive, Cut.DROPPED) == [{"record": b"x"}] * 40
    assert before == {
        (("record", OLD),),
        (("new", b"x"), ("record", OLD)),
        (("record", b"x"),),
    }


def test_a_file_that_was_cut_and_not_synced_may_be_as_it_was(drive):
    drive.do(Op("cut", "record", at=100))

    assert {len(each["record"]) for each in kept(drive, Cut.TORN)} == {100, 1024}
