"""`milepost recover`: a new passphrase for a record of which only the sheet is left."""

from app.vault import creation, passphrase, recovering
from app.vault.files import Files
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from app.wording import say
from models.errors import NoSuchThing
from ui.commands import holders, opening, output
from ui.commands.words import JSON, RECORD, Command, Wanted, word


def run(wanted: Wanted) -> int:
    opening.refuse_one_input(wanted.sheet_file, wanted.new_passphrase_file)
    if not wanted.record.exists() and not Files(wanted.record).swap.exists():
        raise NoSuchThing("file.missing", file=wanted.record.name)
    data = opening.bytes_of(wanted.new_passphrase_file)
    sheet = opening.sheet_of(wanted.sheet_file)
    with opening.opened_by(wanted, Secret(sheet=sheet)) as record:
        new = NewHolder(wanted.holder, passphrase.read(data), creation.ROLE)
        done = recovering.recover(record, sheet, new)
    holders.tell(wanted, done.names, done.to_add_again)
    output.notice(say("keys.earlier-backups"))
    return 0


COMMAND = Command(
    "recover",
    (
        RECORD,
        word("--sheet-file", required=True, metavar="F"),
        word(holders.NEW_PASSPHRASE, required=True, metavar="F"),
        word("--holder", required=True, metavar="N"),
        JSON,
    ),
    run,
)
