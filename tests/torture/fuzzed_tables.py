"""R16: tables and workbooks as nobody would write them; refused with words, or read as a whole."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from random import Random

from openpyxl import Workbook, load_workbook

from app import importing
from app.desk import Desk
from app.vault import record
from models.errors import Trouble
from tests.torture import court
from tests.torture.court import Court
from tests.torture.fuzzing import INPUTS, Read
from tests.torture.mutations import of_text, of_workbook

TABLES = Path(__file__).parents[1] / "app" / "imports" / "spreadsheets"
LINES = 12


def tables() -> list[tuple[str, bytes]]:
    """Return the beginnings of tables as they come in, with their kind."""
    found = []
    for path in sorted(TABLES.glob("*/*.csv")):
        lines = path.read_bytes().splitlines(keepends=True)[:LINES]
        kind = "drug-tests" if path.stem == "drug-tests" else "participants"
        found.append((kind, b"".join(lines).decode("utf-8", "replace").encode()))
    return found


def workbooks() -> list[tuple[str, bytes]]:
    found = []
    for kind, table in tables():
        book, target = Workbook(), io.BytesIO()
        for line in csv.reader(io.StringIO(table.decode())):
            book.active.append([cell.replace("\ufffd", "?") for cell in line])
        book.save(target)
        found.append((kind, target.getvalue()))
    return found


def imports_of(
    folder: Path, seeds: list[tuple[str, bytes]], mutate: Callable[[bytes, Random], bytes]
) -> Read:
    own = court.make(folder / "own")
    path = folder / "table"
    opened: list[record.Record] = []

    def read(chance: Random, number: int) -> tuple[str, str]:
        if number % INPUTS == 0 or not opened:
            _open_anew(own, folder / "copy", opened)
        kind, whole = chance.choice(seeds)
        path.write_bytes(mutate(whole, chance))
        return _brought_in(opened[0].desk, importing.KINDS[kind], path, chance)

    return read


def _open_anew(own: Court, folder: Path, opened: list[record.Record]) -> None:
    if opened:
        opened.pop().close()
    opened.append(record.open_record(own.copy_to(folder), own.by_sheet))


def _brought_in(desk: Desk, kind: importing.Kind, path: Path, chance: Random) -> tuple[str, str]:
    before = _events(desk)
    try:
        summary = importing.bring_in(desk, kind, path, update=chance.random() < 0.5)
    except Trouble as trouble:
        return f"refused, {trouble.kind}", _partly(desk, before)
    if summary.mistakes:
        return "mistakes", _partly(desk, before)
    return "imported", ""


def _partly(desk: Desk, before: int) -> str:
    return "" if _events(desk) == before else "a part was kept"


def _events(desk: Desk) -> int:
    with desk.read() as session:
        return int(session.connection().exec_driver_sql("SELECT max(seq) FROM audit").scalar_one())


def of_tables(folder: Path) -> Read:
    return imports_of(folder, tables(), of_text)


def of_workbooks(folder: Path) -> Read:
    return imports_of(folder, workbooks(), of_workbook)


def bare_csv(_folder: Path) -> Read:
    def read(chance: Random, _number: int) -> tuple[str, str]:
        _kind, whole = chance.choice(tables())
        rows = list(csv.reader(io.StringIO(of_text(whole, chance).decode("utf-8"))))
        return f"{rows[1][0]}", ""

    return read


def bare_workbook(_folder: Path) -> Read:
    seeds = workbooks()

    def read(chance: Random, _number: int) -> tuple[str, str]:
        _kind, whole = chance.choice(seeds)
        book = load_workbook(io.BytesIO(of_workbook(whole, chance)))
        return str(len(list(book.active.values))), ""

    return read
