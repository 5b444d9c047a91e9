"""`milepost replace-keys`: new keys and a new sheet, for when somebody else may know the old."""

from pathlib import Path

from app.backup import drives, making, places
from app.backup.making import Made
from app.vault import creation, passphrase, replacing
from app.vault.key_file import KeyFile
from app.vault.record import Record
from app.vault.replacing import Plan
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret, Unlocked
from app.wording import say
from ui.commands import holders, opening, output, sheets
from ui.commands.words import JSON, RECORD, Command, Wanted, word


def run(wanted: Wanted) -> int:
    targets = sheets.targets(wanted)
    opening.refuse_one_input(wanted.passphrase_file, wanted.sheet_file, wanted.new_passphrase_file)
    opening.refuse_no_folder(wanted, *targets)
    data = opening.bytes_of(wanted.new_passphrase_file)
    secret = opening.secret_for(wanted)
    with opening.opened_by(wanted, secret) as record:
        sheets.check(wanted)
        plan = _plan(record, secret, wanted, data)
        sheets.write(wanted, plan.sheet)
        try:
            made = _carry_out(record, plan)
        except BaseException:
            if not record.closed:  # the old keys still open it
                sheets.remove(targets)
            raise
    output.notice(say("keys.backup", file=made.path.name, folder=str(made.path.parent)))
    holders.tell(wanted, plan.holders, plan.to_add_again)
    output.notice(say("keys.replaced", number=plan.sheet.number, earlier=plan.sheet.number - 1))
    return 0


def _carry_out(record: Record, plan: Plan) -> Made:
    """Put the new keys in force; their backup goes where the last one went, else to the record."""
    with record.desk.read() as session:
        place = places.last_used(session, drives.mounted())
    folder = record.files.record.parent if place is None else place.folder or Path()
    made: list[Made] = []

    def keep(path: Path, unlocked: Unlocked, file: KeyFile) -> None:
        place_id = None if place is None else place.id
        backup = making.of_new_keys(path, unlocked, file, folder=folder, place_id=place_id)
        made.append(backup)

    replacing.carry_out(record, plan, keep)
    return made[0]


def _plan(record: Record, secret: Secret, wanted: Wanted, data: bytes) -> Plan:
    return replacing.plan(
        record, secret, NewHolder(wanted.holder, passphrase.read(data), creation.ROLE)
    )


COMMAND = Command(
    "replace-keys",
    (
        RECORD,
        word("--passphrase-file", metavar="F"),
        word("--sheet-file", metavar="F"),
        word("--holder", required=True, metavar="N"),
        word(holders.NEW_PASSPHRASE, required=True, metavar="F"),
        *sheets.WORDS,
        JSON,
    ),
    run,
)
