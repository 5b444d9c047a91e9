from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app import clock


def test_now_is_aware_and_in_utc():
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Denver", date(2026, 11, 23)),
        ("UTC", date(2026, 11, 24)),
        ("Pacific/Kiritimati", date(2026, 11, 24)),
    ],
)
def test_the_day_is_the_one_on_the_courts_wall(monkeypatch, zone, day):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 24, 3, 0, tzinfo=UTC))

    assert clock.today(zone) == day
    assert clock.local_now(zone).utcoffset() is not None


def test_the_machine_says_its_zone_where_it_has_one(monkeypatch, tmp_path):
    link = tmp_path / "localtime"
    zone = tmp_path / "zoneinfo" / "America" / "Denver"
    zone.parent.mkdir(parents=True)
    zone.write_bytes(b"TZif")
    link.symlink_to(zone)
    monkeypatch.setattr(clock, "LOCAL_TIME", link)

    assert clock.machine_zone() == "America/Denver"


def test_a_machine_that_does_not_say_is_in_utc(monkeypatch, tmp_path):
    monkeypatch.setattr(clock, "LOCAL_TIME", Path(tmp_path / "none"))

    assert clock.machine_zone() == "UTC"
