import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.backup import thinning
from app.backup.container import Head
from app.backup.thinning import Found

OURS, THEIRS = "aa" * 16, "bb" * 16
TODAY = datetime(2026, 11, 23, 23, 10, tzinfo=UTC)


def found(seq, days_ago=0, branch=OURS):
    head = Head(bytes(16), branch, seq, TODAY - timedelta(days=days_ago), bytes(8), ())
    return Found(Path(f"{seq:06d}-{branch[:2]}"), head)


def left(backups, good=None, zone="UTC"):
    """Return the days ago of what stays."""
    good = frozenset(each.head.seq for each in backups) if good is None else good
    gone = {each.path for each in thinning.spare(backups, OURS, good, zone)}
    return [each.head.seq for each in backups if each.path not in gone]


def test_two_years_of_daily_backups_leave_days_weeks_and_months():
    backups = [found(seq, days_ago=730 - seq) for seq in range(1, 731)]

    kept = left(backups)

    days = [TODAY.date() - timedelta(days=730 - seq) for seq in kept]
    assert days[-7:] == [TODAY.date() - timedelta(days=ago) for ago in range(6, -1, -1)]
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(kept) == 7 + 2 + 11  # two of the weeks and one of the months end in these days


def test_of_one_day_the_newest_three_stay():
    assert left([found(seq) for seq in range(1, 9)]) == [6, 7, 8]


def test_days_are_those_of_the_court():
    """Of two on one evening in Denver, the second lies in the next day of UTC."""
    evening = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    at = [evening - timedelta(minutes=60), *(evening + timedelta(days=day) for day in range(6))]
    heads = [replace(found(seq).head, created=moment) for seq, moment in enumerate(at, 1)]
    backups = [Found(Path(str(head.seq)), head) for head in heads]

    assert left(backups, zone="America/Denver") == [2, 3, 4, 5, 6, 7]
    assert 1 in left(backups, zone="UTC")


def test_the_newest_numbers_stay_whatever_the_clock_said():
    backups = [found(seq, days_ago=0) for seq in range(1, 20)]
    backups += [found(20 + number, days_ago=3650) for number in range(3)]

    assert {20, 21, 22} <= set(left(backups))


def test_another_computers_backups_are_never_touched():
    backups = [found(seq, branch=THEIRS) for seq in range(1, 30)]

    assert thinning.spare(backups, OURS, frozenset(range(1, 30)), "UTC") == []


def test_a_backup_that_was_never_read_back_neither_goes_nor_takes_a_place():
    backups = [found(seq) for seq in range(1, 9)]

    assert left(backups, good=frozenset({1, 2, 3, 4})) == [2, 3, 4, 5, 6, 7, 8]


@given(st.lists(st.integers(0, 4000), max_size=60))
def test_the_newest_three_good_ones_always_stay_and_every_day_of_the_last_seven(days):
    backups = [found(seq, days_ago=ago) for seq, ago in enumerate(days, start=1)]

    kept = left(backups)

    assert kept[-3:] == [each.head.seq for each in backups][-3:]
    assert len(kept) <= 3 + 7 + 4 + 12


def test_files_of_others_and_broken_ones_are_no_backups_of_ours(kept, tmp_path):
    shutil.copy(kept.path, tmp_path / "copy.milebak")
    (tmp_path / "notes.milebak").write_bytes(b"my notes")
    os.mkfifo(tmp_path / "endless.milebak")
    (tmp_path / "cut.milebak").write_bytes(kept.path.read_bytes()[:700])
    record_id = kept.record.read_bytes()[:16]

    ours = thinning.found_in(tmp_path, record_id)

    assert {each.path.name for each in ours} == {kept.path.name, "copy.milebak"}
    assert thinning.found_in(tmp_path, bytes(16)) == []


@pytest.mark.parametrize("seqs", [[], [1], [1, 2, 3]])
def test_of_few_all_stay(seqs):
    assert left([found(seq) for seq in seqs]) == seqs
