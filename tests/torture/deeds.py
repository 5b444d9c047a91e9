"""R3: a backup, a restore, a change of passphrase or keys, each killed anywhere."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app import audit, clock
from app.backup import container, making, overview, restoring, verifying
from app.vault import record, rewriting
from app.vault.files import KEPT, Files
from app.vault.record import Record
from models.errors import Trouble
from tests.makers import make_participant
from tests.torture import court, keys
from tests.torture.court import Court
from tests.torture.killing import Deed, case_of
from tests.torture.row import Case, Row, Series

Told = tuple[str, list[str]]


@dataclass(frozen=True)
class Scene:
    """A record that was not closed: its last row stands in the log; and a drive beside it."""

    own: Court  # closed, without that row
    folder: Path

    @property
    def record(self) -> Path:
        return self.folder / "copy" / "court.milepost"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def people(self) -> int:
        return self.own.people + 1

    def ready(self) -> None:
        court.copied(self.folder / "open" / "court.milepost", self.record.parent)
        shutil.rmtree(self.stick, ignore_errors=True)
        self.stick.mkdir()

    def open(self) -> Record:
        return record.open_record(self.record, self.own.by_sheet)


def scene_in(folder: Path) -> Scene:
    own = court.make(folder / "own")
    scene = Scene(own, folder)
    working = own.copy_to(folder / "working")
    found = record.open_record(working, own.by_sheet)
    make_participant(found.desk, "Whitehorse")
    court.copied(working, folder / "open")
    Files(folder / "open" / "court.milepost").shared.unlink()
    found.close()
    return scene


# Killed while a backup is made


def lay_out_backup(folder: Path) -> Case:
    scene = scene_in(folder)

    def act(found: object) -> None:
        making.backup(found, scene.stick)  # type: ignore[arg-type]

    return case_of(Deed(scene.ready, scene.open, act, lambda: _look_at_backup(scene)))


def _look_at_backup(scene: Scene) -> Told:
    wrong = _backups_wrong(scene)
    made = len(list(scene.stick.glob(f"*{container.SUFFIX}")))
    found = scene.open()
    wrong += inside(found, scene.people) + left_beside(found.files)
    making.backup(found, scene.stick)
    wrong += _not_listed(found, scene)
    found.close()
    wrong += [f"left {part.name}" for part in scene.stick.glob("*.partial")]
    return f"{made} made", wrong + left_beside(found.files)


def _backups_wrong(scene: Scene) -> list[str]:
    wrong = []
    for path in scene.stick.glob(f"*{container.SUFFIX}"):
        try:
            verifying.open_with(path, scene.own.keys, court.HOLDER)
        except Trouble as trouble:
            wrong.append(f"{path.name}: {trouble.key}")
    return wrong


def _not_listed(found: Record, scene: Scene) -> list[str]:
    """Return the good files of which the record knows nothing after one more backup."""
    with found.desk.read() as session:
        listed = {line.file for line in overview.of(session, clock.now()).lines}
    there = (path.name for path in scene.stick.glob(f"*{container.SUFFIX}"))
    return [f"not listed: {name}" for name in there if name not in listed]


def lay_out_naming_first(folder: Path) -> Case:
    """Give the file its name before it is written: the control, which must leave a torn one."""
    scene = scene_in(folder)

    def act(found: object) -> None:
        making.writing.PARTIAL, container.BLOCK = container.SUFFIX, 4096
        making.backup(found, scene.stick)  # type: ignore[arg-type]

    def look() -> Told:
        return "looked at", _backups_wrong(scene)

    return case_of(Deed(scene.ready, scene.open, act, look, ("calls",), since=0.5))


# Killed while a backup is restored over the record


def lay_out_restore(folder: Path) -> Case:
    scene = scene_in(folder)
    kept = court.backed_up(scene.own, folder / "kept")

    def act(_begun: object) -> None:
        restoring.restore(kept, scene.record, scene.own.by_sheet)

    return case_of(Deed(scene.ready, lambda: None, act, lambda: _look_at_restored(scene)))


def _look_at_restored(scene: Scene) -> Told:
    found = scene.open()
    restored = people_in(found) == scene.own.people
    wrong = inside(found, scene.own.people if restored else scene.people)
    found.close()
    kept = sorted(scene.record.parent.glob(f"{KEPT}-*.milepost"))
    if restored:
        wrong += [] if kept else ["the earlier record is gone"]
        for path in kept:
            earlier = record.open_record(path, scene.own.by_sheet)
            wrong += [f"earlier: {each}" for each in inside(earlier, scene.people)]
            earlier.close()
        wrong += left_beside(found.files, but=KEPT)
    else:
        wrong += left_beside(found.files)
    return "new" if restored else "old", wrong


def lay_out_copying_over(folder: Path) -> Case:
    """Copy what is in a backup over the record: the control, which must lose the one in place."""
    scene = scene_in(folder)
    kept = court.backed_up(scene.own, folder / "kept")

    def act(_begun: object) -> None:
        for part in (scene.record, Files(scene.record).log):
            part.unlink()
        container.copy_snapshot(kept, container.layout_of(kept), scene.record)

    def look() -> Told:
        try:
            scene.open().close()
        except Trouble as trouble:
            return trouble.key, ["nothing opens it"]
        return "opened", []

    return case_of(Deed(scene.ready, lambda: None, act, look, ("files",)))


# Killed while the keys change


def lay_out_change(action: str) -> Callable[[Path], Case]:
    def lay_out(folder: Path) -> Case:
        scene = scene_in(folder)

        def act(found: object) -> None:
            keys.ACTIONS[action](found, scene.own.sheet)  # type: ignore[arg-type]

        return case_of(Deed(scene.ready, scene.open, act, lambda: _look_at_change(scene)))

    return lay_out


def _look_at_change(scene: Scene) -> Told:
    told = keys.look(scene.record.parent, scene.people)
    state, wrong = str(told["opened"]), list(told["wrong"])
    if state not in {"old", "new"}:
        wrong.append(f"{state} opens it")
    return state, wrong + left_beside(Files(scene.record))


def lay_out_both_at_once(folder: Path) -> Case:
    """Write both key files where they stand, at once: the control, after which nothing opens."""
    scene = scene_in(folder)

    def write(files: Files, data: bytes) -> None:
        with files.key.open("wb") as key, files.spare_key.open("wb") as spare:
            for part in (key, spare):
                part.write(data)
            for part in (key, spare):
                os.fsync(part.fileno())

    def act(found: object) -> None:
        vars(rewriting)["_write"] = write
        keys.ACTIONS["passphrase"](found, scene.own.sheet)  # type: ignore[arg-type]

    def look() -> Told:
        state = str(keys.look(scene.record.parent, scene.people)["opened"])
        return state, ["nothing opens it"] if state == "neither" else []

    return case_of(Deed(scene.ready, scene.open, act, look, ("files",), since=0.25))


def lay_out_carelessly(folder: Path) -> Case:
    """The swap without its marker: the control, which must lose the record."""
    scene = scene_in(folder)

    def act(found: object) -> None:
        keys.ACTIONS["carelessly"](found, scene.own.sheet)  # type: ignore[arg-type]

    def look() -> Told:
        state = str(keys.look(scene.record.parent, scene.people)["opened"])
        return state, ["nothing opens it"] if state == "neither" else []

    return case_of(Deed(scene.ready, scene.open, act, look, ("files",), since=0.75))


# What every look asks


def people_in(found: Record) -> int:
    with found.desk.read() as session:
        return int(session.connection().exec_driver_sql("SELECT count(*) FROM person").scalar_one())


def inside(found: Record, people: int) -> list[str]:
    wrong = [f"finding {finding}" for finding in found.findings]
    if people_in(found) != people:
        wrong.append(f"{people_in(found)} people, not {people}")
    with found.desk.read() as session:
        problems = audit.verify(session.connection(), found.unlocked.keys.audit).problems
    return wrong + [f"trail {problem.kind}" for problem in problems]


def left_beside(files: Files, but: str = "\n") -> list[str]:
    """Return what stands beside the record that belongs to no record."""
    parts = {files.record, files.key, files.spare_key, files.state, files.lock}
    parts |= {files.log, files.shared}
    there = (part for part in files.record.parent.iterdir() if part not in parts)
    return [f"left {part.name}" for part in there if not part.name.startswith(but)]


def row_of(part: str, what: str, lay_out: Callable[[Path], Case], control: Series | None) -> Row:
    return Row("R3", part, Series(f"kill -9 during {what}", lay_out, 500, 4), "lost", control)


ROWS = (
    row_of(
        "backup",
        "a backup",
        lay_out_backup,
        Series("the name given before the writing", lay_out_naming_first, 100, 16),
    ),
    row_of(
        "restore",
        "a restore over the record",
        lay_out_restore,
        Series("copied over the record", lay_out_copying_over, 100, 6),
    ),
    row_of(
        "passphrase",
        "a change of passphrase",
        lay_out_change("passphrase"),
        Series("both key files written where they stand", lay_out_both_at_once, 100, 12),
    ),
    row_of(
        "keys",
        "a replacement of the keys",
        lay_out_change("replace-keys"),
        Series("the swap without its marker", lay_out_carelessly, 100, 6),
    ),
)
