"""`milepost passphrase`: who holds a key to a record, and by which passphrase."""

from collections.abc import Iterable

from app.vault import holders, passphrase
from app.vault.holders import Holders
from app.vault.record import Record
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from app.wording import say
from models.errors import BadUsage
from ui.commands import opening, output
from ui.commands.words import OPENING, Command, Wanted, word

NEW_PASSPHRASE = "--new-passphrase-file"  # noqa: S105 - the word of a command


def run(wanted: Wanted) -> int:
    _refuse_words(wanted)
    name = wanted.new_passphrase_file
    # A missing file is told before a wrong passphrase, what is wrong in it afterwards.
    data = None if name is None else opening.bytes_of(name)
    secret = opening.secret_for(wanted)
    with opening.opened_by(wanted, secret) as record:
        done = _changed(record, secret, wanted, data)
    tell(wanted, done.names, done.to_add_again)
    added = wanted.add_holder is not None
    output.notice(say("holders.see-everything" if added else "keys.earlier-backups"))
    return 0


def _refuse_words(wanted: Wanted) -> None:
    new, remove = wanted.new_passphrase_file is not None, wanted.remove_holder is not None
    if new == remove or (remove and wanted.add_holder is not None):
        raise BadUsage("passphrase.one-change")
    nobody = wanted.holder is None and wanted.add_holder is None
    if new and nobody and wanted.sheet_file is not None:
        raise BadUsage("passphrase.whose")
    opening.refuse_one_input(wanted.passphrase_file, wanted.sheet_file, wanted.new_passphrase_file)


def _changed(record: Record, secret: Secret, wanted: Wanted, data: bytes | None) -> Holders:
    if data is None:
        return holders.remove(record, secret, wanted.remove_holder)
    typed = passphrase.read(data)
    if wanted.add_holder is not None:
        return holders.add(record, secret, NewHolder(wanted.add_holder, typed))
    return holders.change_passphrase(record, secret, typed, holder=wanted.holder)


def tell(wanted: Wanted, names: Iterable[str], to_add_again: Iterable[str]) -> None:
    """Tell who holds a key now, and who has to be added again."""
    if wanted.as_json:
        output.value({"record": str(wanted.record), "holders": list(names)})
    if again := ", ".join(to_add_again):
        output.notice(say("holders.to-add-again", names=again))


COMMAND = Command(
    "passphrase",
    (
        *OPENING,
        word(NEW_PASSPHRASE, metavar="F"),
        word("--add-holder", metavar="N"),
        word("--remove-holder", metavar="N"),
    ),
    run,
)
