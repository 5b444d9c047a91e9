"""R3: a backup, a restore, a change of passphrase or keys, an upgrade, each killed anywhere."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app import audit, clock
from app.backup import container, making, overview, restoring, verifying
from app.vault import contents, record
from app.vault.files import KEPT, Files
from app.vault.record import Record
from app.vault.unlock import Secret
from models import schema
from models.errors import Trouble
from tests.makers import make_participant
from tests.torture import court, keys
from tests.torture.court import Court
from tests.torture.killing import Deed, case_of
from tests.torture.row import Case, Row, Series

RELEASED = Path(__file__).parents[1] / "records" / "0.1.0.milepost"
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
    wrong += _inside(found, scene.people) + _left(found.files)
    making.backup(found, scene.stick)
    wrong += _not_listed(found, scene)
    found.close()
    wrong += [f"left {part.name}" for part in scene.stick.glob("*.partial")]
    return f"{made} made", wrong + _left(found.files)


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
    restored = _people(found) == scene.own.people
    wrong = _inside(found, scene.own.people if restored else scene.people)
    found.close()
    kept = sorted(scene.record.parent.glob(f"{KEPT}-*.milepost"))
    if restored:
        wrong += [] if kept else ["the earlier record is gone"]
        for path in kept:
            earlier = record.open_record(path, scene.own.by_sheet)
            wrong += [f"earlier: {each}" for each in _inside(earlier, scene.people)]
            earlier.close()
        wrong += _left(found.files, but=KEPT)
    else:
        wrong += _left(found.files)
    return "new" if restored else "old", wrong


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
    return state, wrong + _left(Files(scene.record))


def lay_out_carelessly(folder: Path) -> Case:
    """The swap without its marker: the control, which must lose the record."""
    scene = scene_in(folder)

    def act(found: object) -> None:
        keys.ACTIONS["carelessly"](found, scene.own.sheet)  # type: ignore[arg-type]

    def look() -> Told:
        state = str(keys.look(scene.record.parent, scene.people)["opened"])
        return state, ["nothing opens it"] if state == "neither" else []

    return case_of(Deed(scene.ready, scene.open, act, look, ("files",), since=0.75))


# Killed while a record of the first release is brought up


def lay_out_upgrade(folder: Path) -> Case:
    path = folder / "copy" / "court.milepost"
    secret = Secret(sheet=RELEASED.with_suffix(".sheet").read_text(encoding="utf-8"))

    def ready() -> None:
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        for suffix in (".milepost", ".key", ".key.bak", ".state"):
            shutil.copy(RELEASED.with_suffix(suffix), path.with_suffix(suffix))

    def act(_begun: object) -> None:
        record.open_record(path, secret).close()

    return case_of(Deed(ready, lambda: None, act, lambda: _look_at_upgraded(path, secret)))


def _look_at_upgraded(path: Path, secret: Secret) -> Told:
    found = record.open_record(path, secret)
    state = "old" if found.upgraded else "new"
    wrong = _inside(found, 2)
    with found.desk.read() as session:
        if schema.current(session.connection()) != schema.head():
            wrong.append("revision")
    found.close()
    for snapshot in path.parent.glob("court-before-upgrade-*"):
        try:
            contents.check(snapshot, found.unlocked.keys.record)
        except (Trouble, OSError) as error:
            wrong.append(f"{snapshot.name}: {error}")
    return state, wrong + _left(found.files, but="court-before-upgrade-")


# What every look asks


def _people(found: Record) -> int:
    with found.desk.read() as session:
        return int(session.connection().exec_driver_sql("SELECT count(*) FROM person").scalar_one())


def _inside(found: Record, people: int) -> list[str]:
    wrong = [f"finding {finding}" for finding in found.findings]
    if _people(found) != people:
        wrong.append(f"{_people(found)} people, not {people}")
    with found.desk.read() as session:
        problems = audit.verify(session.connection(), found.unlocked.keys.audit).problems
    return wrong + [f"trail {problem.kind}" for problem in problems]


def _left(files: Files, but: str = "\n") -> list[str]:
    """Return what stands beside the record that belongs to no record."""
    parts = {files.record, files.key, files.spare_key, files.state, files.lock}
    parts |= {files.log, files.shared}
    there = (part for part in files.record.parent.iterdir() if part not in parts)
    return [f"left {part.name}" for part in there if not part.name.startswith(but)]


def _row(part: str, what: str, lay_out: Callable[[Path], Case], control: Series | None) -> Row:
    return Row("R3", part, Series(f"kill -9 during {what}", lay_out, 500, 4), "lost", control)


ROWS = (
    _row(
        "backup",
        "a backup",
        lay_out_backup,
        Series("the name given before the writing", lay_out_naming_first, 100, 16),
    ),
    _row("restore", "a restore over the record", lay_out_restore, None),
    _row("passphrase", "a change of passphrase", lay_out_change("passphrase"), None),
    _row(
        "keys",
        "a replacement of the keys",
        lay_out_change("replace-keys"),
        Series("the swap without its marker", lay_out_carelessly, 100, 6),
    ),
    _row("upgrade", "an upgrade from the first release", lay_out_upgrade, None),
)
