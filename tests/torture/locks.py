"""Locks of the whole program in its real window: how soon, how surely, and what is left of keys."""

import atexit
import shutil
import signal
import time
from pathlib import Path
from random import Random

from app.backup import places
from app.vault.files import Files
from app.vault.record import open_record
from tests.journeys import homes
from tests.torture import memory
from tests.torture.program import Program, is_there
from tests.torture.row import Case, Outcome, Row, Series
from tests.torture.sticks import Stick

COVERED, GONE = 0.1, 5.0  # seconds
TYPED = "Wenonah canary "
NEEDS = ("Xvfb", "openbox", "xdotool")


def _program(home: Path, place: Path | None = None) -> Program:
    """Start the program on a new record that knows a place for its backups, and open it."""
    program = Program(home)
    record = homes.with_new_record(home)
    if place is not None:
        opened = open_record(record, homes.SECRET)
        with opened.desk.work() as session:
            places.add(session, place, "Stick A", opened.desk.today())
        opened.close()
    atexit.register(program.end)
    program.__enter__()
    atexit.register(program.__exit__)
    program.begin()
    return program


def _secrets(record: Path) -> dict[str, bytes]:
    """Return what must be in no memory after a lock."""
    opened = open_record(record, homes.SECRET)
    keys = opened.unlocked.keys
    opened.close()
    return {
        "record key": keys.record,
        "trail key": keys.audit,
        "backup key": keys.backup,
        "seal key": keys.seal,
        "passphrase": homes.PASSPHRASE.encode(),
        "what was typed": TYPED.strip().encode(),
    }


def lay_out_memory(folder: Path) -> Case:
    """Type, lock, and look for keys and words in the memory of every process there is."""
    home = folder / "home"
    program, record = _program(home), home / "record" / "court.milepost"
    copy = folder / "copy"
    secrets: dict[str, bytes] = {}

    def case(_number: int, chance: Random) -> Outcome:
        _type_something(program, chance)
        shown = program.windows()[0]
        program.key("ctrl+l")
        program.wait_for(lambda: not is_there(shown))
        if not secrets:
            secrets.update(_secrets(_copied(record, copy)))
        left = memory.found(program.everybody(), secrets)
        program.unlock()
        wrong = tuple(f"{name} in {len(pids)}" for name, pids in left.items() if pids)
        return Outcome("nothing is left", wrong)

    return case


def lay_out_open(folder: Path) -> Case:
    """Look without locking: what is searched for must be found while the record is open."""
    home = folder / "home"
    program = _program(home)
    secrets = _secrets(_copied(home / "record" / "court.milepost", folder / "copy"))

    def case(_number: int, chance: Random) -> Outcome:
        _type_something(program, chance)
        left = memory.found(program.windows()[:1], secrets)
        wrong = tuple(name for name, pids in left.items() if pids)
        return Outcome("found while open", wrong)

    return case


def lay_out_hanging(folder: Path) -> Case:
    """Lock while a backup is on its way to a stick that answers nothing any more."""
    stick = Stick(folder / "stick", "exfat")
    atexit.register(stick.let_go)
    stick.renew()
    program = _program(folder / "home", stick.root)

    def case(_number: int, chance: Random) -> Outcome:
        _hang(program, stick, chance)
        shown = program.windows()[0]
        pressed, covered = program.lock()
        covered -= pressed
        gone = program.wait_for(lambda: not is_there(shown)) - pressed
        _go_on(stick)
        program.unlock()
        late = [f"covered after {covered:.3f} s"] if covered > COVERED else []
        late += [f"gone after {gone:.3f} s"] if gone > GONE else []
        return Outcome(_told(covered, gone), tuple(late))

    return case


def _told(covered: float, gone: float) -> str:
    soon, seconds = -(-covered * 1000 // 25) * 25, -(-gone // 1)
    return f"covered within {soon:.0f} ms, gone within {seconds:.0f} s"


def _hang(program: Program, stick: Stick, chance: Random) -> None:
    """Let a backup to the stick begin, and let the stick hang before it or in its midst."""
    assert stick.daemon is not None
    program.key("ctrl+k")
    program.type("Backups")
    time.sleep(0.5)
    program.key("Return")
    time.sleep(1.0)
    hangs_before = chance.random() < 0.5
    if hangs_before:
        stick.daemon.send_signal(signal.SIGSTOP)
    program.key("ctrl+b")
    if not hangs_before:
        time.sleep(chance.uniform(0, 0.5))
        stick.daemon.send_signal(signal.SIGSTOP)
    time.sleep(chance.uniform(0, 1.0))


def _go_on(stick: Stick) -> None:
    if stick.daemon is not None:
        stick.daemon.send_signal(signal.SIGCONT)


def _type_something(program: Program, chance: Random) -> None:
    program.key("ctrl+n")
    time.sleep(1.0)
    program.type(TYPED + "".join(chance.choices("abcdefgh ", k=12)))
    time.sleep(chance.uniform(0, 2))


def _copied(record: Path, copy: Path) -> Path:
    """Copy a record that is in use: its keys are the same whatever the last pages are."""
    copy.mkdir()
    for part in Files(record).all:
        if part.is_file() and part != Files(record).lock:
            shutil.copy(part, copy / part.name)
    return copy / record.name


ROWS = (
    Row(
        "R19",
        "memory",
        Series("locks", lay_out_memory, 50, 1),
        "left",
        control=Series("looks without a lock", lay_out_open, 5, 1),
        needs=NEEDS,
    ),
    Row(
        "Lock",
        "hanging",
        Series("locks while a stick hangs", lay_out_hanging, 100, 1),
        "late",
        needs=(*NEEDS, "mount.exfat-fuse", "mkfs.exfat"),
        alone=True,
    ),
)
