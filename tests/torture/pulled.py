"""R9: a stick that is pulled while a backup is made; and the commands on the drives there are."""

import atexit
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.backup import container, making, verifying
from app.vault import record
from app.vault.record import Record
from models.errors import Trouble
from tests.torture import court
from tests.torture.court import Court
from tests.torture.killing import Deed, case_of
from tests.torture.row import Case, Outcome, Row, Series
from tests.torture.scene import call
from tests.torture.sticks import Stick

SYSTEMS = ("tmpfs", "ext4", "exfat")
AFTERWARDS = 0.05  # seconds for which a stick is left in, once the word was given


@dataclass(frozen=True)
class Desk:
    """A record on the court's own drive, and a stick that is in."""

    own: Court
    folder: Path
    stick: Stick

    @property
    def record(self) -> Path:
        return self.folder / "copy" / "court.milepost"

    @property
    def told(self) -> Path:
        """What the one who made the backup said, on the court's own drive."""
        return self.folder / "told"

    def ready(self) -> None:
        self.stick.renew()
        self.told.unlink(missing_ok=True)
        self.own.copy_to(self.record.parent)

    def open(self) -> Record:
        return record.open_record(self.record, self.own.by_sheet)

    def daemon(self, _child: int) -> int:
        if self.stick.daemon is None:
            raise AssertionError("the stick stands on a daemon")
        return self.stick.daemon.pid


def _desk(folder: Path) -> Desk:
    desk = Desk(court.make(folder / "own"), folder, Stick(folder / "stick", "exfat"))
    atexit.register(desk.stick.let_go)
    return desk


def lay_out_pulled(folder: Path) -> Case:
    """Kill the daemon of the drive anywhere in a backup, and put the stick in again."""
    desk = _desk(folder)

    def act(found: object) -> None:
        try:
            made = making.backup(found, desk.stick.root)  # type: ignore[arg-type]
        except Trouble as trouble:
            desk.told.write_text(f"refused {trouble.key}", encoding="utf-8")
        else:
            desk.told.write_text(f"done {made.path.name}", encoding="utf-8")
            time.sleep(AFTERWARDS)

    return case_of(Deed(desk.ready, desk.open, act, lambda: _look(desk), victim=desk.daemon))


def _look(desk: Desk) -> tuple[str, list[str]]:
    desk.stick.put_in_again()
    told = desk.told.read_text(encoding="utf-8") if desk.told.exists() else "nothing said"
    word, _space, name = told.partition(" ")
    wrong = []
    if word == "done" and not _verifies(desk.stick.root / name, desk.own):
        wrong.append("done, and no file that verifies")
    if told not in {f"done {name}", "refused space.gone"}:
        wrong.append(told)
    found = desk.open()  # nothing of the record itself has suffered
    wrong += [f"finding {finding}" for finding in found.findings]
    found.close()
    return word if word == "done" else told, wrong


def _verifies(path: Path, own: Court) -> bool:
    try:
        verifying.open_with(path, own.keys, court.HOLDER)
    except (Trouble, OSError):
        return False
    return True


def lay_out_unsynced(folder: Path) -> Case:
    """Say done after the last write: the control, whose file is not there after the stick was."""
    desk = _desk(folder)
    data = court.backed_up(desk.own, folder / "kept").read_bytes()

    def act(_found: object) -> None:
        path = desk.stick.root / f"x{container.SUFFIX}"
        with suppress(OSError), path.open("wb", buffering=0) as file:
            file.write(data)
            desk.told.write_text(f"done {path.name}", encoding="utf-8")
            time.sleep(1)

    def look() -> tuple[str, list[str]]:
        desk.stick.put_in_again()
        if not desk.told.exists():
            return "nothing said", []
        there = _verifies(desk.stick.root / f"x{container.SUFFIX}", desk.own)
        return "done", [] if there else ["done, and no file that verifies"]

    return case_of(Deed(desk.ready, lambda: None, act, look, ("time",), desk.daemon))


# The ordinary commands on each kind of drive


def lay_out_commands(folder: Path) -> Case:
    """Back up to a drive, verify and restore there; then with it full, and with it read-only."""
    own = court.make(folder / "own")
    (folder / "sheet").write_text(own.sheet, encoding="utf-8")
    elsewhere = court.backed_up(own, folder / "kept")

    def case(number: int, _chance: Random) -> Outcome:
        system, state = SYSTEMS[number % 3], STATES[number // 3 % 3]
        stick = Stick(folder / system, system)
        stick.renew()
        try:
            tried = Commands(own, folder, stick.root, elsewhere)
            seen = tried.in_order() | state(tried, stick)
        finally:
            stick.let_go()
        wrong = [f"{system}, {word}: {code}" for word, (code, want) in seen.items() if code != want]
        return Outcome(f"{system}, {state.__name__}", tuple(wrong), len(seen))

    return case


Seen = dict[str, tuple[int, int]]  # the exit code of each word, and what it must be


@dataclass(frozen=True)
class Commands:
    """The commands on one drive, with the exit codes of the contract."""

    own: Court
    folder: Path
    root: Path
    elsewhere: Path  # a good backup on another drive

    @property
    def sheet(self) -> tuple[object, ...]:
        return ("--sheet-file", self.folder / "sheet")

    def backup(self) -> int:
        path = self.own.copy_to(self.folder / "copy")
        return call(("backup", path, self.root, *self.sheet))[0]

    def verify(self) -> int:
        (path,) = self.root.glob(f"*{container.SUFFIX}")
        return call(("verify", path, *self.sheet))[0]

    def restore(self, name: str = "back", source: Path | None = None) -> int:
        (path,) = [source] if source else self.root.glob(f"*{container.SUFFIX}")
        return call(("restore", path, self.root / f"{name}.milepost", *self.sheet))[0]

    def check(self, name: str = "back") -> int:
        return call(("check", self.root / f"{name}.milepost", *self.sheet))[0]

    def in_order(self) -> Seen:
        return {
            "backup": (self.backup(), 0),
            "verify": (self.verify(), 0),
            "restore": (self.restore(), 0),
            "restore over": (self.restore(), 0),
            "check": (self.check(), 0),
        }

    def refused(self) -> Seen:
        """Try what writes, where nothing can be written."""
        return {
            "backup, refused": (self.backup(), 14),
            "restore, refused": (self.restore("second", self.elsewhere), 14),
            "restore over, refused": (self.restore("back", self.elsewhere), 14),
            "verify, refused": (self.verify(), 0),
        }


def with_room(tried: Commands, _stick: Stick) -> Seen:
    damaged = tried.root / "damaged.milebak"
    data = bytearray(tried.elsewhere.read_bytes())
    data[-100] ^= 1
    damaged.write_bytes(data)
    words = ("verify", damaged, *tried.sheet)
    return {"verify, damaged": (call(words)[0], 11)}


def full(tried: Commands, stick: Stick) -> Seen:
    filler = stick.root / "filler"
    with filler.open("wb", buffering=0) as file:
        for _ in range(stick.size // 4096):
            try:
                file.write(bytes(4096))
            except OSError:
                break
    seen = tried.refused()
    filler.unlink()
    return seen | {"check, with room again": (tried.check(), 0)}


def read_only(tried: Commands, stick: Stick) -> Seen:
    stick.make_read_only()
    return tried.refused()


STATES: tuple[Callable[[Commands, Stick], Seen], ...] = (with_room, full, read_only)
NEEDS = ("unshare", "mount", "losetup", "mkfs.exfat", "mkfs.ext4", "mount.exfat-fuse")
ROWS = (
    Row(
        "R9",
        "pulled",
        Series("an exFAT stick pulled during a backup", lay_out_pulled, 100, 6),
        bad="lost",
        control=Series("done said after the last write", lay_out_unsynced, 20, 2),
        needs=NEEDS,
        alone=True,
    ),
    Row(
        "R9",
        "drives",
        Series("commands on tmpfs, ext4 and exFAT; full, read-only", lay_out_commands, 9, 9),
        bad="missed",
        needs=NEEDS,
        alone=True,
    ),
)
