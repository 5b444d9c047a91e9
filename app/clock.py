"""The only caller of the system clock, so that a test can choose the day."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

LOCAL_TIME = Path("/etc/localtime")


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def local_now(zone: str) -> datetime:
    """Return this moment by the clock on the court's wall."""
    return local(now(), zone)


def local(moment: datetime, zone: str) -> datetime:
    """Return `moment` by the clock on the court's wall."""
    return moment.astimezone(ZoneInfo(zone))


def today(zone: str) -> date:
    """Return the day it is in the court."""
    return local_now(zone).date()


def machine_zone() -> str:
    """Return the machine's time zone as an IANA name, `UTC` where it does not say one."""
    # Linux and macOS link this file into the zone database; Windows has no such file.
    parts = LOCAL_TIME.resolve().parts
    return "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else "UTC"
