"""R6: an old page, file, log, slot or folder that is put back is noticed."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app import audit
from app.vault import holders
from app.vault.check import check
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.unlock import Secret
from models import engine as engines
from models.engine import PAGE_BYTES
from models.errors import Trouble
from tests.makers import make_participant
from tests.torture import court
from tests.torture.court import Court
from tests.torture.row import Case, Outcome, Row, Series
from tests.torture.scene import call

NEW = "mesa lantern copper violin"


@dataclass(frozen=True)
class Course:
    """One record at three times, each closed: its files could be put back among the later ones."""

    own: Court
    earlier: Path
    log: bytes  # as it stood while the record was open
    later: Path  # with more people, and another passphrase
    foreign_log: bytes
    backup: Path  # of the later one
    mark: str
    folder: Path

    @property
    def secret(self) -> Secret:
        return self.own.by_sheet

    def differing(self) -> list[int]:
        """Return the pages of the earlier record that are others in the later one."""
        old, new = self.earlier.read_bytes(), self.later.read_bytes()
        places = range(0, min(len(old), len(new)), PAGE_BYTES)
        return [at for at in places if old[at : at + PAGE_BYTES] != new[at : at + PAGE_BYTES]]


def course_in(folder: Path) -> Course:
    own = court.make(folder / "own")
    earlier = own.copy_to(folder / "earlier")
    found = own.open()
    for name in court.NAMES:
        make_participant(found.desk, name)
    log = own.files.log.read_bytes()
    holders.change_passphrase(found, Secret(passphrase=court.PASSPHRASE), NEW, cost=Cost())
    found.close()
    backup = court.backed_up(own, folder / "stick")
    later = own.copy_to(folder / "later")
    with_mark = own.open()
    with with_mark.desk.read() as session:
        mark = audit.verify(session.connection(), with_mark.unlocked.keys.audit).mark
    with_mark.close()
    other = court.make(folder / "other")
    beside = other.open()
    make_participant(beside.desk, "Begaye")
    foreign = other.files.log.read_bytes()
    beside.close()
    return Course(own, earlier, log, later, foreign, backup, mark, folder)


# Each puts something back into a copy of the later record, and says against what it is checked.
Back = Callable[[Course, Files, Random], str | None]


def _old_pages(course: Course, files: Files, chance: Random) -> None:
    data = bytearray(files.record.read_bytes())
    old, places = course.earlier.read_bytes(), course.differing()
    for at in chance.sample(places, chance.randrange(1, min(4, len(places)))):
        data[at : at + PAGE_BYTES] = old[at : at + PAGE_BYTES]
    files.record.write_bytes(data)


def _old_file(course: Course, files: Files, _chance: Random) -> None:
    shutil.copy(course.earlier, files.record)


def _no_state(course: Course, files: Files, chance: Random) -> None:
    files.state.unlink()
    if chance.random() < 0.5:
        shutil.copy(course.earlier, files.record)


def _old_state(course: Course, files: Files, _chance: Random) -> None:
    shutil.copy(Files(course.earlier).state, files.state)


def _junk_log(course: Course, files: Files, chance: Random) -> None:
    noise = chance.randbytes(chance.choice((1, 31, 32, 5000, 4 * PAGE_BYTES)))
    logs = (noise, course.log, course.log[: 32 + 4120 * 2], course.foreign_log, course.log[:32])
    files.log.write_bytes(chance.choice(logs))


def _old_folder_backup(course: Course, files: Files, _chance: Random) -> str:
    court.copied(course.earlier, files.record.parent)
    return str(course.backup)


def _old_folder_mark(course: Course, files: Files, _chance: Random) -> str:
    court.copied(course.earlier, files.record.parent)
    return course.mark


def _old_key_files(course: Course, files: Files, chance: Random) -> None:
    old = Files(course.earlier).key
    parts = ((files.key,), (files.spare_key,), (files.key, files.spare_key))
    for part in chance.choice(parts):
        shutil.copy(old, part)


def _old_slot(course: Course, files: Files, chance: Random) -> None:
    """Put the slot of the earlier passphrase beside the new one, or in its place."""
    old = json.loads(Files(course.earlier).key.read_bytes().split(b"\n")[0])["holders"]
    plain = json.loads(files.key.read_bytes().split(b"\n")[0])
    plain["holders"] = chance.choice((old, plain["holders"] + old, old + plain["holders"]))
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    data = text + b"\n" + hashlib.sha256(text).hexdigest().encode() + b"\n"
    for part in chance.choice(((files.key,), (files.key, files.spare_key))):
        part.write_bytes(data)


BACK: tuple[Back, ...] = (
    _old_pages, _old_file, _no_state, _old_state, _junk_log, _old_folder_backup, _old_folder_mark,
    _old_key_files, _old_slot, _old_pages,
)  # fmt: skip


def lay_out(folder: Path) -> Case:
    course = course_in(folder)
    (folder / "sheet").write_text(course.own.sheet, encoding="utf-8")

    def case(number: int, chance: Random) -> Outcome:
        path = court.copied(course.later, folder / "case")
        put = BACK[number % len(BACK)]
        against = put(course, Files(path), chance)
        noticed = _noticed(course, path, put is _old_folder_backup, against)
        name = put.__name__.strip("_")
        wrong = () if noticed else (f"{name} went unnoticed",)
        return Outcome(f"{name}: {' '.join(sorted(noticed))}", wrong)

    return case


def _noticed(course: Course, path: Path, by_command: bool, against: str | None) -> set[str]:
    if by_command:
        words = ("check", path, "--against", against, "--sheet-file", course.folder / "sheet")
        _code, shown = call(words)
        return {each["kind"] for each in shown.get("problems", [])}  # type: ignore[attr-defined]
    try:
        problems = check(path, course.secret, against).problems
    except Trouble as trouble:
        return {type(trouble).__name__}
    return {problem.kind for problem in problems}


def lay_out_unsealed(folder: Path) -> Case:
    """Put an old file or page back and ask SQLite and SQLCipher alone."""
    course = course_in(folder)

    def case(number: int, chance: Random) -> Outcome:
        path = court.copied(course.later, folder / "case")
        put = _old_pages if number % 2 else _old_file
        put(course, Files(path), chance)
        noticed = _is_noticed_by_sqlite(path, course.own.keys.record)
        return Outcome("noticed" if noticed else "unnoticed", () if noticed else ("unnoticed",))

    return case


def _is_noticed_by_sqlite(path: Path, key: bytes) -> bool:
    try:
        connection = engines.connect(path, key)
    except Trouble:
        return True
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = connection.execute("PRAGMA integrity_check").fetchall()
    except engines.DatabaseError:
        return True
    finally:
        connection.close()
    return bool(pages) or whole != [("ok",)]


ROWS = (
    Row(
        "R6",
        "put-back",
        Series("old pages, files, states, logs, slots and folders put back", lay_out, 1_000, 20),
        bad="missed",
        control=Series(
            "old files and pages, by SQLite and SQLCipher alone",
            lay_out_unsealed,
            200,
            6,
        ),
    ),
)
