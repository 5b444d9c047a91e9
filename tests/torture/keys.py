"""Kills a change of keys at every moment it can be killed at, and opens what is left.

    python3 -m tests.torture.keys RECORD_FOLDER ACTION [--step N] [--kind file|call]

Prints a JSON line a moment: which secret opened the record afterwards, and what was wrong with it.
The folder holds `court.milepost` with its parts, closed; every moment works on a copy of it.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from app import audit, paths
from app.vault import holders, key_file, record, recovering, replacing, swap
from app.vault.files import Files
from app.vault.key_file import sync_folder
from app.vault.keys import Cost
from app.vault.record import Record
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models.errors import Trouble

HOLDER, SECOND = "Ruth Amsel", "Otis Pettigrew"
OLD = "five words that nobody guesses"
SECONDS = "harbor walnut thimble cactus"
NEW = "mesa lantern copper violin"
RUTH = NewHolder(HOLDER, NEW, cost=Cost())
CHANGING = {"os.rename", "os.remove", "os.link", "os.truncate", "os.chmod", "os.mkdir"}
CALLS = ("app/vault", "app/backup", "app/desk", "models/engine", "models/trail")

Action = Callable[[Record, str], object]


def _replace_keys(found: Record, _sheet: str) -> None:
    wanted = replacing.plan(found, Secret(passphrase=OLD), RUTH)
    replacing.carry_out(found, wanted)


def _carelessly(found: Record, sheet: str) -> None:
    """Put the new record in place without a marker: the control, which must lose the record."""

    def swapped(files: Files) -> None:
        files.next_record.replace(files.record)
        files.state.unlink()
        files.next_key.replace(files.key)
        shutil.copy(files.key, files.spare_key)

    swap.carry_out = swapped
    _replace_keys(found, sheet)


# What is tried, each on an open record that has two holders; its sheet is the text.
ACTIONS: dict[str, Action] = {
    "passphrase": lambda found, _: holders.change_passphrase(
        found, Secret(passphrase=OLD), NEW, cost=Cost()
    ),
    "add-holder": lambda found, _: holders.add(
        found, Secret(passphrase=OLD), NewHolder("Ada", NEW, cost=Cost())
    ),
    "remove-holder": lambda found, _: holders.remove(found, Secret(passphrase=OLD), SECOND),
    "rename-holder": lambda found, _: holders.rename(
        found, Secret(passphrase=OLD), SECOND, "Otis Marsh"
    ),
    "recover": lambda found, sheet: recovering.recover(found, sheet, RUTH),
    "replace-keys": _replace_keys,
    "carelessly": _carelessly,
}


def prepared(folder: Path) -> None:
    """Give the record in `folder` a second holder, once."""
    found = record.open_record(folder / "court.milepost", Secret(passphrase=OLD))
    with found.desk.read() as session:
        there = len(holders.listed(session))
    if there == 1:
        new = NewHolder(SECOND, SECONDS, cost=Cost())
        holders.add(found, Secret(passphrase=OLD), new)
    found.close()


class Killer:
    """Ends a process, as kill -9 does, at the nth moment of a kind: this one if none is named."""

    def __init__(self, at: int, victim: int | None = None) -> None:
        self.left = at
        self._victim = victim

    def tick(self) -> None:
        self.left -= 1
        if self.left == -1:
            os.kill(self._victim or os.getpid(), signal.SIGKILL)

    def at_files(self) -> None:
        """Count the calls that change something on the drive."""
        sync = os.fsync

        def fsync(descriptor: int) -> None:
            self.tick()
            sync(descriptor)

        os.fsync = fsync  # type: ignore[assignment]  # the same call, counted
        sys.addaudithook(self._file_event)

    def at_calls(self) -> None:
        """Count the calls of our own functions, among which the transactions lie."""
        root = str(paths.program_root())
        watched = tuple(f"{root}/{part}" for part in CALLS)

        def called(frame: FrameType, event: str, _argument: Any) -> None:
            if event in {"call", "return"} and frame.f_code.co_filename.startswith(watched):
                self.tick()

        sys.setprofile(called)

    def _file_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        writing = (
            event == "open"
            and isinstance(arguments[2], int)
            and (arguments[2] & (os.O_WRONLY | os.O_RDWR))
        )
        if event in CHANGING or writing:
            self.tick()


def killed(folder: Path, action: str, sheet: str, kind: str, at: int) -> bool:
    """Carry the action out in a process of its own; whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        try:
            secret = Secret(sheet=sheet) if action == "recover" else Secret(passphrase=OLD)
            found = record.open_record(folder / "court.milepost", secret)
            killer = Killer(at)
            killer.at_files() if kind == "file" else killer.at_calls()
            ACTIONS[action](found, sheet)
            found.close()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent must not go on as two
            os._exit(1)
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise ChildProcessError(action, at)
    return os.WIFSIGNALED(status)


def look(folder: Path, people: int) -> dict[str, Any]:
    """Open what is left with each secret, and say which did and what is wrong."""
    files = Files(folder / "court.milepost")
    opened, wrong = [], []
    for name, passphrase in (("old", OLD), ("new", NEW)):
        try:
            found = record.open_record(files.record, Secret(passphrase=passphrase))
        except Trouble:
            continue
        opened.append(name)
        wrong += [f"finding {finding}" for finding in found.findings]
        wrong += _inside(found, people)
        found.close()
    left = {part.name for part in (*files.leftovers, *files.set_aside()) if part.exists()}
    wrong += [f"left {name}" for name in sorted(left)]
    return {"opened": "+".join(opened) or "neither", "wrong": wrong}


def _inside(found: Record, people: int) -> list[str]:
    wrong = []
    with found.desk.read() as session:
        connection = session.connection()
        if connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one() != people:
            wrong.append("rows")
        if audit.verify(connection, found.unlocked.keys.audit).problems:
            wrong.append("trail")
        names = [each.name for each in holders.listed(session)]
    both = [key_file.read(part) for part in (found.files.key, found.files.spare_key)]
    if both[0] != both[1] or sorted(names) != sorted(slot.name for slot in both[0].holders):
        wrong.append("holders")
    return wrong


def count_people(folder: Path) -> int:
    found = record.open_record(folder / "court.milepost", Secret(passphrase=OLD))
    with found.desk.read() as session:
        count: int = (
            session.connection().exec_driver_sql("SELECT count(*) FROM person").scalar_one()
        )
    found.close()
    return count


def run(folder: Path, action: str, kind: str, step: int, first: int = 0) -> None:
    """Kill the action at every `step`th moment, until it comes to its end."""
    prepared(folder)
    people, sheet = count_people(folder), (folder / "sheet.txt").read_text(encoding="utf-8")
    at, cut = first, True
    while cut:
        with tempfile.TemporaryDirectory(prefix="milepost-torture-") as name:
            copy = Path(name) / "record"
            shutil.copytree(folder, copy)
            sync_folder(copy)
            cut = killed(copy, action, sheet, kind, at)
            told = {"action": action, "kind": kind, "moment": at, "killed": cut}
            print(json.dumps(told | look(copy, people)), flush=True)  # noqa: T201
        at += step


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--kind", choices=("file", "call"), default="file")
    given = parser.parse_args()
    run(given.folder, given.action, given.kind, given.step, given.first)
