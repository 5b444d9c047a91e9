"""`milepost new`: a record, its key file, and the recovery sheet without which it must not be."""

from app import clock
from app.vault import creation
from app.vault.creation import Made
from app.wording import say
from models.errors import BadInput, NoSuchThing
from ui.commands import opening, output, sheets
from ui.commands.words import JSON, RECORD, Command, Wanted, word


def run(wanted: Wanted) -> int:
    targets = sheets.targets(wanted)
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
        sheets.write(wanted, made.sheet)
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
        *sheets.WORDS,
        word("--time-zone", metavar="ZONE"),
        JSON,
    ),
    run,
)
