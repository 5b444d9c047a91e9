"""`milepost replace-keys`: new keys and a new sheet, for when somebody else may know the old."""

from app.vault import creation, passphrase, replacing
from app.vault.record import Record
from app.vault.replacing import Plan
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from app.wording import say
from ui.commands import holders, opening, output, sheets
from ui.commands.words import JSON, RECORD, Command, Wanted, word


def run(wanted: Wanted) -> int:
    targets = sheets.targets(wanted)
    opening.refuse_one_input(wanted.passphrase_file, wanted.sheet_file, wanted.new_passphrase_file)
    data = opening.bytes_of(wanted.new_passphrase_file)
    secret = opening.secret_for(wanted)
    with opening.opened_by(wanted, secret) as record:
        sheets.check(wanted)
        plan = _plan(record, secret, wanted, data)
        sheets.write(wanted, plan.sheet)
        try:
            replacing.carry_out(record, plan)
        except BaseException:
            if not record.closed:  # the old keys still open it
                sheets.remove(targets)
            raise
    holders.tell(wanted, plan.holders, plan.to_add_again)
    output.notice(say("keys.replaced", number=plan.sheet.number, earlier=plan.sheet.number - 1))
    return 0


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
