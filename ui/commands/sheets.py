"""Recovery sheets for commands: written whole and read back, or none of them is left."""

from pathlib import Path

from app.sheet_facts import SheetFacts
from models.errors import BadUsage, NoSpace
from reports import files
from ui.commands import drawing, opening
from ui.commands.words import Wanted, word

WORDS = (
    word("--sheet", type=Path, metavar="PDF"),
    word("--sheet-text", type=Path, metavar="TXT"),
)


def targets(wanted: Wanted) -> list[Path]:
    """Return where a call wants its sheet.

    Raises:
        BadUsage: nowhere.
    """
    named = [path for path in (wanted.sheet, wanted.sheet_text) if path is not None]
    if not named:
        raise BadUsage("new.no-sheet")
    return named


def check(wanted: Wanted) -> None:
    """Refuse a place where no sheet can be written, before anything is made.

    Raises:
        BadInput: something is there already, or it is part of the record.
        NoSuchThing: there is no such folder.
    """
    named = targets(wanted)
    opening.refuse_own_files(wanted.record, *named)
    for target in named:
        files.check(target)


def write(wanted: Wanted, facts: SheetFacts) -> None:
    """Write the sheet and read it back; on any failure none of it is left.

    Raises:
        NoSpace, NoSuchThing, BadInput
    """
    written: list[Path] = []
    try:
        for target in targets(wanted):
            data = _page(facts) if target == wanted.sheet else _text(facts)
            files.write(target, data)
            written.append(target)
            _refuse_other(target, data)
    except BaseException:
        remove(written)
        raise


def remove(written: list[Path]) -> None:
    """Take sheets away again that open nothing."""
    for path in written:
        path.unlink(missing_ok=True)


def _page(facts: SheetFacts) -> bytes:
    with drawing.lane() as lane:
        return lane.draw("recovery-sheet", facts).pdf


def _text(facts: SheetFacts) -> bytes:
    # ReportLab takes a third of a second, and only these commands need it.
    from reports import recovery_sheet  # noqa: PLC0415

    text = recovery_sheet.text(facts)
    return text.encode()


def _refuse_other(target: Path, data: bytes) -> None:
    if target.read_bytes() != data:
        raise NoSpace("files.gone", folder=str(target.parent))
