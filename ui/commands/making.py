"""`milepost new`: a record, its key file, and the recovery sheet without which it must not be."""

from pathlib import Path

from app import clock
from app.vault import creation
from app.vault.creation import Made
from app.wording import say
from models.errors import BadInput, BadUsage, NoSuchThing
from reports import files
from ui.commands import drawing, opening, output
from ui.commands.words import JSON, RECORD, Command, Wanted, word


def run(wanted: Wanted) -> int:
    targets = [path for path in (wanted.sheet, wanted.sheet_text) if path is not None]
    if not targets:
        raise BadUsage("new.no-sheet")
    if not wanted.record.absolute().parent.is_dir():
        raise NoSuchThing("record.no-folder")
    typed = _typed(wanted)
    opening.refuse_own_files(wanted.record, *targets)
    for target in targets:
        if target.exists():
            raise BadInput("files.exists", file=target.name)
    asked = creation.Wanted(
        wanted.court, wanted.holder, typed, wanted.time_zone or clock.machine_zone()
    )
    made = creation.create(wanted.record, asked)
    try:
        _write_sheets(made, wanted.sheet, wanted.sheet_text)
    except BaseException:
        # A record without its sheet would be lost with its passphrase.
        creation.discard(made)
        raise
    _tell(wanted, made)
    return 0


def _typed(wanted: Wanted) -> str:
    if wanted.passphrase_file is None:
        return opening.ask("passphrase.ask-new")
    return opening.passphrase_of(wanted.passphrase_file)


def _write_sheets(made: Made, page: Path | None, text: Path | None) -> None:
    written: list[Path] = []
    try:
        if page is not None:
            with drawing.lane() as lane:
                files.write(page, lane.draw("recovery-sheet", made.sheet).pdf)
            written.append(page)
        if text is not None:
            # ReportLab takes a third of a second, and only this command needs it.
            from reports import recovery_sheet  # noqa: PLC0415

            files.write(text, recovery_sheet.text(made.sheet).encode())
    except BaseException:
        for path in written:
            path.unlink()
        raise


def _tell(wanted: Wanted, made: Made) -> None:
    if wanted.as_json:
        output.value(
            {
                "record": str(made.files.record),
                "key": str(made.files.key),
                "record_id": made.record_id.hex(),
                "holder": wanted.holder,
            }
        )
    output.notice(say("new.done", file=made.files.record.name))


COMMAND = Command(
    "new",
    (
        RECORD,
        word("--court", required=True, metavar="NAME"),
        word("--holder", required=True, metavar="NAME"),
        word("--passphrase-file", metavar="F"),
        word("--sheet", type=Path, metavar="PDF"),
        word("--sheet-text", type=Path, metavar="TXT"),
        word("--time-zone", metavar="ZONE"),
        JSON,
    ),
    run,
)
