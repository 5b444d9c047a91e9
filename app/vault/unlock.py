"""From a passphrase or a recovery sheet to the keys of one record, every failure told apart."""

from dataclasses import dataclass

from app.vault import key_file, keys, passphrase, recovery, seal
from app.vault.files import Files
from app.vault.key_file import KeyFile
from app.vault.keys import Keys
from models.errors import BadInput, Damaged, WrongSecret

SHEET_HOLDER = "recovery sheet"


@dataclass(frozen=True, repr=False)
class Secret:
    """What somebody brings to open a record: a passphrase, or the text of a recovery sheet."""

    passphrase: str | None = None
    holder: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, repr=False)
class Unlocked:
    """The keys, who opened them, and whether the key file is as the record's owner left it.

    `proved` is False where nothing beside the record could say that the keys are this record's.
    """

    keys: Keys
    holder: str
    record_id: bytes
    altered: bool
    proved: bool = True


def unlock(files: Files, secret: Secret) -> Unlocked:
    """Return the keys of the record.

    Raises:
        WrongSecret: the passphrase opens no slot, the sheet has a mistake or is another record's.
        Damaged: the key file and its spare copy cannot be used.
    """
    if secret.sheet is not None:
        return _by_sheet(files, secret.sheet)
    file = key_file.read_either(files.key, files.spare_key)
    try:
        typed = passphrase.normal(secret.passphrase or "")
    except BadInput:
        raise WrongSecret("passphrase.wrong") from None
    root, slot = key_file.unwrap(file, typed, secret.holder)
    derived = keys.derive(root, file.record_id)
    altered = not file.is_signed(derived) or derived.check_value != file.check_value
    return Unlocked(derived, slot.name, file.record_id, altered)


def _by_sheet(files: Files, text: str) -> Unlocked:
    root, printed_id = recovery.read_sheet(text)
    # The record's first 16 bytes are its id, so paper and record are enough, and a key file that
    # belongs to another record is no hindrance.
    record_id = seal.salt_of(files.record)
    if printed_id is not None and bytes.fromhex(printed_id) != record_id:
        raise WrongSecret("sheet.other-record")
    derived = keys.derive(root, record_id)
    file = _key_file_if_any(files)
    if file is None or file.record_id != record_id:
        foreign, proved = file is not None, printed_id is not None
        return Unlocked(derived, SHEET_HOLDER, record_id, altered=foreign, proved=proved)
    if derived.check_value != file.check_value:
        raise WrongSecret("sheet.other-record")
    return Unlocked(derived, SHEET_HOLDER, record_id, altered=not file.is_signed(derived))


def _key_file_if_any(files: Files) -> KeyFile | None:
    try:
        return key_file.read_either(files.key, files.spare_key)
    except Damaged:
        return None
