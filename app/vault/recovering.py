"""A new passphrase from the recovery sheet alone, whatever became of the key file.

The sheet's key has opened the record before any key file is written, so a sheet of another record,
or of before the keys were replaced, changes nothing.
"""

from app.vault import holders, naming
from app.vault.holders import Acting, Holders
from app.vault.record import Record
from app.vault.rewriting import Change, NewHolder
from app.vault.unlock import Secret


def recover(record: Record, sheet: str, new: NewHolder) -> Holders:
    """Give `new` a passphrase in the place of the one that was forgotten, or as somebody new.

    The other holders keep theirs where the key file is whole and has the record's code; elsewhere
    they have to be added again.

    Raises:
        WrongSecret: the sheet is not this record's.
        BadInput: the passphrase is weak, or the name cannot be used.
        NoSpace: nothing was changed.
    """
    acting = holders.act(record, Secret(sheet=sheet))
    known = acting.known(new)
    fresh = acting.fresh(record, known)
    kept = tuple(slot for slot in acting.slots if not naming.is_same(slot.name, known.name))
    left = Acting(acting.root, None, acting.holders, kept, _others(acting, known.name))
    return holders.put(record, left, Change((*kept, fresh.slot), "holder-recovered", fresh))


def _others(acting: Acting, name: str) -> tuple[str, ...]:
    return tuple(each for each in acting.without if not naming.is_same(each, name))
