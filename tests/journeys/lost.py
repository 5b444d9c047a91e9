"""Everything lost, one thing after the other, in the real window and by keyboard alone.

First the passphrase, then the key files, then the computer: what is left is a stick and a sheet.
"""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from app.backup import making
from app.vault import creation
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.record import open_record
from app.vault.unlock import Secret
from app.wording import say
from tests.conftest import COURT, HOLDER, PASSPHRASE, ZONE
from tests.journeys import homes
from tests.journeys.screen import Screen, State
from tests.makers import make_participant

AFTER_THE_SHEET = "harbor walnut thimble cactus"
AFTER_THE_KEYS = "copper meadow lantern pebble"
ON_ANOTHER = "violet anchor biscuit timber"
A_MOMENT = 0.3


@dataclass(frozen=True)
class Court:
    """A record with one person in it, a backup on a stick that is in a drawer, and the sheet."""

    record: Path
    drawer: Path
    sheet: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What came back, and the window's own count of its slots."""

    court: Court
    record: Path
    ended: State
    keys: int


def prepare(home: Path) -> Court:
    folder, drawer = home / "record", home / "drawer"
    folder.mkdir(parents=True)
    drawer.mkdir()
    made = creation.create(folder / "court.milepost", Wanted(COURT, HOLDER, PASSPHRASE, ZONE))
    opened = open_record(made.files.record, Secret(passphrase=PASSPHRASE))
    make_participant(opened.desk, "Quintana", "Rosa")
    making.backup(opened, drawer)
    opened.close()
    homes.remember(home, made.files.record)
    return Court(made.files.record, drawer, made.sheet.groups)


def live(screen: Screen, court: Court) -> Found:
    """Lose one thing after the other, and come back each time."""
    forget_the_passphrase(screen, court)
    lose_the_key_files(screen, court)
    shutil.rmtree(court.record.parent)
    shutil.rmtree(screen.home / "state")
    record = come_back_from_the_stick(screen, court)
    return Found(court, record, screen.close(), screen.keys)


def forget_the_passphrase(screen: Screen, court: Court) -> None:
    screen.open()
    screen.settled(page="UnlockScreen", focus=say("window.unlock.passphrase"))
    screen.type("what was it again")
    screen.key("Return")
    screen.settled(told=lambda now: "does not open" in now)
    look(screen, "wrong-passphrase")
    screen.key("F1")
    screen.until(box=lambda now: now.startswith("ManualBox"))
    look(screen, "manual")
    screen.key("Escape")
    screen.until(box="")
    screen.to(say("window.unlock.lost"))
    screen.key("space")
    screen.until(focus=say("window.unlock.group", number=1))
    type_sheet(screen, mistyped(court.sheet))
    screen.settled(told=lambda now: now.startswith("Group 3"))
    look(screen, "wrong-group")
    screen.to(say("window.unlock.group", number=3))
    screen.key("ctrl+a")
    screen.type(court.sheet[2])
    screen.key("Return")
    choose_passphrase(screen, AFTER_THE_SHEET)
    screen.close()


def lose_the_key_files(screen: Screen, court: Court) -> None:
    for part in (Files(court.record).key, Files(court.record).spare_key):
        part.unlink()
    screen.open()
    screen.settled(page="UnlockScreen", focus=say("window.unlock.group", number=1))
    look(screen, "no-key-file")
    type_sheet(screen, court.sheet)
    screen.key("Return")
    choose_passphrase(screen, AFTER_THE_KEYS)
    screen.close()


def come_back_from_the_stick(screen: Screen, court: Court) -> Path:
    screen.open()
    screen.settled(page="FirstScreen")
    look(screen, "bare")
    screen.to(say("window.action.restore-first"))
    screen.key("Return")
    screen.settled(step="find", focus=say("window.action.choose-backup"))
    look(screen, "no-stick")
    shutil.move(court.drawer, screen.stick)  # plugged in
    screen.until(step="find", focus=say("restore.find.list"))
    look(screen, "stick")
    screen.key("Return")
    screen.settled(step="secret", focus=say("restore.secret"))
    look(screen, "secret")
    screen.to(say("holders.by-sheet"))
    screen.key("Return")
    screen.until(focus=say("restore.secret.sheet"))
    type_sheet(screen, court.sheet)
    screen.key("Return")
    screen.settled(step="place", focus=say("restore.place.path"))
    look(screen, "place")
    screen.key("Return")
    choose_passphrase(screen, ON_ANOTHER)
    return screen.home / "Documents" / "Milepost" / "court.milepost"


def choose_passphrase(screen: Screen, text: str) -> None:
    """Choose whose it is, and a passphrase of one's own."""
    screen.settled(page="RecoverScreen", focus=say("recover.who"))
    look(screen, "recover")
    screen.to(say("first.key.made"))
    screen.key("Down")
    screen.until(focus=say("first.key.own"))
    screen.to(say("first.key.typed"))
    screen.type(text)
    screen.to(say("first.key.again"))
    screen.type(text)
    screen.key("Return")
    screen.settled(page="today", told=lambda now: "has a new passphrase" in now)
    look(screen, "back")


def type_sheet(screen: Screen, groups: tuple[str, ...]) -> None:
    """Type on and on, as it stands on the paper; the cursor goes from group to group itself."""
    for group in groups:
        screen.type(group.lower())
    screen.settled()


def mistyped(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sheet as a hurried hand types it: one sign of the third group is another."""
    third = groups[2]
    wrong = third[:4] + ("7" if third[4] != "7" else "4") + third[5]
    return (*groups[:2], wrong, *groups[3:])


def look(screen: Screen, name: str) -> None:
    """Keep a picture of what is read at this moment."""
    target = screen.home / "seen" / f"{len(screen.seen):02}-{name}.png"
    target.parent.mkdir(exist_ok=True)
    time.sleep(A_MOMENT)  # until it is painted
    screen.seen.append(target)
    screen.picture(target)
