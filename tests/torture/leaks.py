"""R10: a whole session with canaries in every field for words; no file on the way holds one."""

import os
import shutil
import time
from pathlib import Path
from random import Random

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Session

from app import clock, demo
from app.demo import SampleWanted
from app.desk import Desk
from app.vault import comparison
from app.vault.record import open_record
from models.base import Base
from tests import leak_scan
from tests.conftest import ZONE
from tests.journeys import homes, kills
from tests.journeys.screen import Screen
from tests.torture.row import Case, Outcome, Row, Series
from tests.torture.scene import call

PEOPLE, MONTHS = 12, 3
# What the program writes of itself, and what is a key to something else.
OWN = {
    "audit", "court", "branch", "backup", "backup_place", "disclosure", "key_holder",
    "destroyed_file", "draft", "standing", "kept_count", "phase_set", "phase", "document",
}  # fmt: skip
KEYS = {
    "time_zone", "record_id", "folded_name", "folded_number", "sound", "substance", "analyte",
    "panel", "track", "level_of_care", "asam_edition", "dimension", "medicine", "version",
}  # fmt: skip
TYPED = "Zqtypedwx"


def put_everywhere(desk: Desk) -> list[str]:
    """Let one row of every table hold a canary in each field that takes words; return them."""
    with desk.work("Another wording") as session:
        return [canary for each in Base.registry.mappers for canary in _put(session, each)]


def _put(session: Session, mapper: object) -> list[str]:
    table = mapper.local_table  # type: ignore[attr-defined]
    row = None
    if table.name not in OWN:
        row = session.scalars(select(mapper.class_).limit(1)).first()  # type: ignore[attr-defined]
    if row is None:
        return []
    canaries = []
    for column in table.columns:
        if type(column.type) in (String, Text) and column.name not in KEYS:
            canary = f"Zq{table.name[:4]}{len(canaries)}wx{column.name[:6]}"
            limit = column.type.length or 100
            if len(canary) <= limit and not column.foreign_keys:
                setattr(row, column.key, canary)
                canaries.append(canary)
    return canaries


def lay_out(folder: Path) -> Case:
    """Work in the window and by commands, and look into every file that there is afterwards."""
    home, own = folder / "home", folder / "own"
    (home / "tmp").mkdir(parents=True)
    os.environ |= {"TMPDIR": str(home / "tmp"), "XDG_CACHE_HOME": str(home / "cache")}
    os.environ |= {"MILEPOST_STATE": str(home / "state")}

    def case(_number: int, _chance: Random) -> Outcome:
        for each in (home / "record", own):
            shutil.rmtree(each, ignore_errors=True)
        own.mkdir()
        record = homes.with_sample(home, clock.now(), PEOPLE, MONTHS)
        opened = open_record(record, homes.SECRET)
        canaries, hearing = put_everywhere(opened.desk), _a_hearing(opened.desk)
        opened.close()
        _in_the_window(home)
        codes = _by_commands(record, own, hearing)
        found = leak_scan.hits(home, [*canaries, TYPED])
        wrong = [f"{len(there)} in {name}" for name, there in found.items()]
        wrong += [f"a command ended with {code}" for code in codes if code]
        return Outcome("a session", tuple(wrong), len(canaries) + 1)

    return case


def _in_the_window(home: Path) -> None:
    """Type, be killed, come back, and close."""
    with Screen(home) as screen:
        homes.unlock(screen)
        kills.open_referral(screen)
        screen.type(TYPED)
        time.sleep(2)
        screen.kill()
        homes.unlock(screen)
        screen.close()


def _a_hearing(desk: Desk) -> tuple[int, str]:
    """Return a participant and the day of a hearing of theirs."""
    with desk.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT person_id, held_on FROM hearing JOIN court_session"
            " ON court_session.id = court_session_id ORDER BY held_on DESC"
        )
        person, day = rows.first() or (0, "")
    return person, day


def _by_commands(record: Path, own: Path, hearing: tuple[int, str]) -> list[int]:
    """Do what commands do; the pages that are asked for stand outside of what is looked into."""
    (own / "secret").write_text(homes.SECRET.passphrase or "", encoding="utf-8")
    broken = own / "broken.csv"
    broken.write_text(f"case,last,first,dob\n1,{TYPED},x,02/30/1990\n", encoding="utf-8")
    secret = ("--passphrase-file", own / "secret")
    wanted: tuple[tuple[object, ...], ...] = (
        ("list", record, "--what", "participants"),
        ("report", record, "--participant", hearing[0], "--hearing", hearing[1], "--for", "judge",
         "-o", own / "page.pdf"),
        ("backup", record, own),
        ("check", record),
    )  # fmt: skip
    codes = [call((*words, *secret))[0] for words in wanted]
    call(("import", record, broken, "--as", "participants", *secret))  # refused, with its reasons
    return codes


def lay_out_plain(folder: Path) -> Case:
    """Keep the same in a record that is not encrypted: every canary must be found."""

    def case(number: int, _chance: Random) -> Outcome:
        target = folder / f"plain{number}.db"
        desk = comparison.plain_desk(target, ZONE)
        demo.fill(desk, SampleWanted(desk.today(), PEOPLE, MONTHS))
        canaries = put_everywhere(desk)
        desk.close()
        found = leak_scan.hits(folder, canaries)
        there = sorted(set().union(*found.values()))
        return Outcome("not encrypted", tuple(f"found {each}" for each in there), len(canaries))

    return case


ROWS = (
    Row(
        "R10",
        "leaks",
        Series("canaries in a whole session, in the window and by commands", lay_out, 5, 1),
        "found",
        Series("without encryption", lay_out_plain, 1, 1),
        needs=("Xvfb", "openbox", "xdotool"),
    ),
)
