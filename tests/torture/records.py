"""R5: a damaged record or log is named, and a refusal leaves the original as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.vault import record
from app.vault.check import check
from app.vault.files import Files
from app.vault.record import Record
from app.vault.unlock import Secret
from app.vault.wal import FRAME, HEADER
from models import engine as engines
from models.engine import PAGE_BYTES
from models.errors import Trouble
from tests.makers import make_participant
from tests.torture import court
from tests.torture.court import Court
from tests.torture.row import Case, Outcome, Row, Series

Mutate = Callable[[bytes, Random], bytes]


def flipped(whole: bytes, chance: Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 3, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def noisy(whole: bytes, chance: Random) -> bytes:
    """Lay zeros or noise over a part."""
    at, size = chance.randrange(len(whole)), chance.choice((1, 16, 512, PAGE_BYTES))
    over = chance.choice((bytes(size), chance.randbytes(size)))[: len(whole) - at]
    return whole[:at] + over + whole[at + size :]


def without(whole: bytes, chance: Random) -> bytes:
    """Cut a part out."""
    at, size = chance.randrange(len(whole)), chance.choice((1, 16, 512, PAGE_BYTES))
    return whole[:at] + whole[at + size :]


def cut(whole: bytes, chance: Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def cut_by_pages(whole: bytes, chance: Random) -> bytes:
    return whole[: PAGE_BYTES * chance.randrange(len(whole) // PAGE_BYTES)]


def swapped(whole: bytes, chance: Random) -> bytes:
    pages = [whole[at : at + PAGE_BYTES] for at in range(0, len(whole), PAGE_BYTES)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def longer(whole: bytes, chance: Random) -> bytes:
    size = chance.choice((1, 100, PAGE_BYTES))
    return whole + chance.choice((bytes(size), chance.randbytes(size), whole[-size:]))


def replaced(whole: bytes, chance: Random) -> bytes:
    size = chance.choice((len(whole), PAGE_BYTES, chance.randrange(1, 2 * len(whole))))
    return chance.randbytes(size)


OF_RECORDS = (flipped, flipped, noisy, without, cut, cut_by_pages, swapped, longer, replaced)
OF_LOGS = (flipped, flipped, noisy, without)


@dataclass(frozen=True)
class Tried:
    """One copy of a record that was spoiled, and how it is looked at."""

    path: Path
    secret: Secret
    kind: str

    def outcome(self, *needed: str) -> Outcome:
        """Open the copy and check it: it is refused and stays as it is, or `needed` is found."""
        files = Files(self.path)
        parts = {part: _bytes(part) for part in (files.record, files.key, files.spare_key)}
        try:
            found = record.open_record(self.path, self.secret)
        except Trouble as trouble:
            changed = [part.name for part, data in parts.items() if _bytes(part) != data]
            told = f"{self.kind}: refused, {type(trouble).__name__}"
            return Outcome(told, tuple(f"{self.kind}: {name} was changed" for name in changed))
        kinds = {*found.findings, *_closed(found), *self._checked()}
        kinds = {kind.partition(".")[0] for kind in kinds}
        told = f"{self.kind}: opened, {' '.join(sorted(kinds))}"
        is_named = kinds & set(needed) if needed else kinds
        return Outcome(told, () if is_named else (f"not named: {told}",))

    def _checked(self) -> set[str]:
        try:
            return {problem.kind for problem in check(self.path, self.secret).problems}
        except Trouble as trouble:
            return {trouble.kind}


def _closed(found: Record) -> set[str]:
    try:
        found.close()
    except Trouble as trouble:
        return {trouble.kind}
    return set()


def _bytes(part: Path) -> bytes | None:
    return part.read_bytes() if part.exists() else None


def spoiled(whole: bytes, mutate: Mutate, chance: Random) -> bytes:
    data = whole
    while data == whole:
        data = mutate(whole, chance)
    return data


def lay_out_record(folder: Path) -> Case:
    own = court.make(folder / "own")

    def case(number: int, chance: Random) -> Outcome:
        path = own.copy_to(folder / "case")
        mutate = OF_RECORDS[number % len(OF_RECORDS)]
        path.write_bytes(spoiled(path.read_bytes(), mutate, chance))
        return Tried(path, own.by_sheet, mutate.__name__).outcome()

    return case


def lay_out_counted(folder: Path) -> Case:
    """Open the record and count, as a program without checks: damage elsewhere is not noticed."""
    own = court.make(folder / "own")

    def case(number: int, chance: Random) -> Outcome:
        path = own.copy_to(folder / "case")
        mutate = OF_RECORDS[number % len(OF_RECORDS)]
        path.write_bytes(spoiled(path.read_bytes(), mutate, chance))
        try:
            people = _counted(path, own)
        except (engines.DatabaseError, Trouble):
            return Outcome("refused")
        return Outcome(f"{people}", ("opened, and nothing is said",))

    return case


def _counted(path: Path, own: Court) -> int:
    connection = engines.connect(path, own.keys.record)
    try:
        return int(connection.execute("SELECT count(*) FROM person").fetchone()[0])
    finally:
        connection.close()


# A log that a crash left


def _left_open(folder: Path) -> tuple[Court, Path]:
    """Return a record and a copy of it from a crash: its last saves stand in the log."""
    own, left = court.make(folder / "own"), folder / "left" / "court.milepost"
    working = own.copy_to(folder / "working")
    found = record.open_record(working, own.by_sheet)
    for name in court.NAMES:
        make_participant(found.desk, name)
    court.copied(working, left.parent)
    found.close()
    Files(left).shared.unlink()
    return own, left


def lay_out_log(folder: Path) -> Case:
    """Spoil the log anywhere before its last frame: at least one later save is then missing."""
    own, left = _left_open(folder)

    def case(number: int, chance: Random) -> Outcome:
        path = court.copied(left, folder / "case")
        log, mutate = Files(path).log, OF_LOGS[number % len(OF_LOGS)]
        whole = log.read_bytes()
        last = len(whole) - FRAME.size - PAGE_BYTES
        first = HEADER.size if mutate is without else 0
        head = spoiled(whole[first:last], mutate, chance)
        data = whole[:first] + head + whole[last:]
        log.write_bytes(data)
        outcome = Tried(path, own.by_sheet, mutate.__name__).outcome("wal")
        kept = [part.read_bytes() for part in path.parent.glob("*-kept-*")]
        lost = () if data in kept else ("the log was not kept",)
        return Outcome(outcome.told, (*outcome.wrong, *lost))

    return case


def lay_out_log_unwalked(folder: Path) -> Case:
    """Ask a record whose log was spoiled how many there are, without walking it: some are lost."""
    own, left = _left_open(folder)
    whole = Files(left).log.read_bytes()

    def case(_number: int, chance: Random) -> Outcome:
        path = court.copied(left, folder / "case")
        last = len(whole) - FRAME.size - PAGE_BYTES
        Files(path).log.write_bytes(spoiled(whole[:last], flipped, chance) + whole[last:])
        sound, people = _asked(path, own)
        lost = sound and people < own.people + len(court.NAMES)
        return Outcome(f"{people}", ("fewer, and nothing is said",) if lost else ())

    return case


def _asked(path: Path, own: Court) -> tuple[bool, int]:
    """Return what the checks of SQLite and SQLCipher say, and how many people there are."""
    connection = engines.connect(path, own.keys.record)
    try:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()
    return sound and not pages, people


def row_of(part: str, what: str, lay_out: Callable[[Path], Case], control: Series | None) -> Row:
    return Row("R5", part, Series(what, lay_out, 3_000, 18), "missed", control)


ROWS = (
    row_of(
        "record",
        "mutated records",
        lay_out_record,
        Series("opened and counted, nothing checked", lay_out_counted, 300, 18),
    ),
    row_of(
        "log",
        "mutated logs, before the last frame",
        lay_out_log,
        Series("the checks of SQLite and SQLCipher alone", lay_out_log_unwalked, 300, 6),
    ),
)
