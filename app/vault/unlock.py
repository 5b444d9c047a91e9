"""From a passphrase or a recovery sheet to the keys of one record, every failure told apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.vault import key_file, keys, naming, passphrase, recovery, seal
from app.vault.files import Files
from app.vault.key_file import KeyFile, Slot
from app.vault.keys import Keys
from models.errors import BadInput, Damaged, WrongSecret

SHEET_HOLDER = naming.SHEET_HOLDER


@dataclass(frozen=True, repr=False)
class Secret:
    """What somebody brings to open a record: a passphrase, or the text of a recovery sheet."""

    passphrase: str | None = None
    holder: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, repr=False)
class Unlocked:
    """The keys, who opened them, and whether the key file is as the record's owner left it.

    `file` is the key file that belongs to the keys, if there is one. `proved` is False where
    nothing beside the record could say that the keys are this record's, and `doubted` is True where
    a key file of this record says that they are not: only the record itself can tell.
    """

    keys: Keys
    holder: str
    record_id: bytes
    altered: bool
    proved: bool = True
    doubted: bool = False
    file: KeyFile | None = None


def unlock(files: Files, secret: Secret) -> Unlocked:
    """Return the keys of the record, without a look into it.

    Raises:
        WrongSecret: the passphrase opens no slot, the sheet has a mistake or is another record's.
        Damaged: the key file and its spare copy cannot be used.
    """
    unlocked = next(ways(files, secret))
    if unlocked.doubted:
        raise WrongSecret("sheet.other-record")
    return unlocked


def ways(files: Files, secret: Secret) -> Iterator[Unlocked]:
    """Yield the keys that the secret gives by the key file, then by a spare copy that differs.

    Raises:
        WrongSecret, Damaged: there are none, as `unlock` says.
    """
    if secret.sheet is not None:
        yield _by_sheet(files, secret.sheet)
        return
    for file, root, slot in opened_slots(files, secret):
        derived = keys.derive(root, file.record_id)
        altered = not file.is_signed(derived) or derived.check_value != file.check_value
        yield Unlocked(derived, slot.name, file.record_id, altered, file=file)


def opened_slots(files: Files, secret: Secret) -> Iterator[tuple[KeyFile, bytes, Slot]]:
    """Yield each different key file with the root secret and the slot that a passphrase opens.

    Raises:
        WrongSecret, Damaged: there is none, as `unlock` says.
    """
    each = key_file.read_each(files.key, files.spare_key)
    try:
        typed = passphrase.normal(secret.passphrase or "")
    except BadInput:
        raise WrongSecret("passphrase.wrong") from None
    refused: list[WrongSecret | Damaged] = []
    for file in each:
        try:
            root, slot = key_file.unwrap(file, typed, secret.holder)
        except (WrongSecret, Damaged) as trouble:
            refused.append(trouble)
        else:
            yield file, root, slot
    if len(refused) == len(each):
        raise refused[0]


def _by_sheet(files: Files, text: str) -> Unlocked:
    root, printed_id = recovery.read_sheet(text)
    # The record's first 16 bytes are its id, so paper and record are enough, and a key file that
    # belongs to another record is no hindrance.
    record_id = seal.salt_of(files.record)
    if printed_id is not None and bytes.fromhex(printed_id) != record_id:
        raise WrongSecret("sheet.other-record")
    derived = keys.derive(root, record_id)
    each = key_files_if_any(files)
    ours = [file for file in each if file.record_id == record_id]
    for file in ours:
        if file.check_value == derived.check_value:
            altered = not file.is_signed(derived)
            return Unlocked(derived, SHEET_HOLDER, record_id, altered, file=file)
    # Keys that were replaced leave this record's id on earlier key files.
    proved = printed_id is not None and not ours
    return Unlocked(derived, SHEET_HOLDER, record_id, bool(each), proved, doubted=bool(ours))


def key_files_if_any(files: Files) -> tuple[KeyFile, ...]:
    """Return the key file and a spare copy that differs; fewer where they cannot be used."""
    try:
        return key_file.read_each(files.key, files.spare_key)
    except Damaged:
        return ()
