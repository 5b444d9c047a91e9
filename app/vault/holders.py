"""Who holds a key to an open record: added, renamed, removed, and given a new passphrase.

The root secret is not kept in memory, so each of these asks once more for a passphrase or the
sheet. Every holder sees everything; a passphrase that is ended still opens earlier backups.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.vault import keys, naming, passphrase, recovery, rewriting, slots
from app.vault.key_file import MOST_SLOTS, KeyFile, Slot
from app.vault.keys import Cost
from app.vault.record import Record
from app.vault.rewriting import Change, Fresh, NewHolder
from app.vault.unlock import Secret, key_files_if_any, opened_slots
from models.court import KeyHolder
from models.errors import BadInput, NoSuchThing, WrongSecret


@dataclass(frozen=True)
class HolderFacts:
    """Somebody who has a passphrase."""

    name: str
    role: str
    since: date


@dataclass(frozen=True)
class Holders:
    """Who holds a key now, and who must be added again because a key file was lost or altered."""

    names: tuple[str, ...]
    to_add_again: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Acting:
    """Somebody who has shown once more that the record is theirs to open."""

    root: bytes
    own: Slot | None  # None: by the sheet
    holders: tuple[KeyHolder, ...]
    slots: tuple[Slot, ...]
    without: tuple[str, ...]

    def slot_named(self, name: str) -> Slot:
        for slot in self.slots:
            if naming.normal(slot.name) == naming.normal(name):
                return slot
        raise NoSuchThing("holders.none", name=name)

    def fresh(self, record: Record, new: NewHolder) -> Fresh:
        """Return a slot in which a new passphrase unwraps the root secret of today."""
        return rewriting.fresh(record.unlocked.record_id, self.root, new)

    def known(self, new: NewHolder) -> NewHolder:
        """Return `new` as the holder of this name, however it was typed; somebody new stays so.

        Raises:
            BadInput: nobody can have that name.
        """
        name = naming.settled(new.name, KeyHolder)
        for row in self.holders:
            if naming.is_same(row.name, name):
                return replace(new, name=naming.normal(row.name), role=row.role)
        return replace(new, name=name)


def listed(session: Session) -> tuple[HolderFacts, ...]:
    """Return who holds a key, in the order in which they came."""
    rows = slots.active(session)
    return tuple(HolderFacts(row.name, row.role, row.added_on) for row in rows)


def add(record: Record, secret: Secret, new: NewHolder) -> Holders:
    """Give somebody else a passphrase.

    Raises:
        BadInput: the passphrase is weak, the name is taken or cannot be used, or there are too
            many holders.
        WrongSecret, Damaged: nobody has shown that the record is theirs to open.
        NoSpace: nothing was changed.
    """
    acting = act(record, secret)
    fresh = acting.fresh(record, replace(new, name=_free_name(acting, new.name)))
    return put(record, acting, Change((*acting.slots, fresh.slot), "holder-added", fresh))


def rename(record: Record, secret: Secret, name: str, new_name: str) -> Holders:
    """Call a holder by another name; the passphrase stays.

    Raises:
        NoSuchThing: nobody of that name holds a key.
        BadInput, WrongSecret, Damaged, NoSpace: as `add`.
    """
    acting = act(record, secret)
    slot = acting.slot_named(name)
    renamed = replace(slot, name=_free_name(acting, new_name, besides=slot))
    done = put(record, acting, Change(_with(acting.slots, slot, renamed), "holder-renamed"))
    if record.desk.holder == slot.name:
        record.desk.holder = renamed.name
    return done


def remove(record: Record, secret: Secret, name: str) -> Holders:
    """End a holder's passphrase.

    Raises:
        NoSuchThing: nobody of that name holds a key.
        BadInput: it is the last one.
        WrongSecret, Damaged, NoSpace: as `add`.
    """
    acting = act(record, secret)
    slot = acting.slot_named(name)
    left = tuple(each for each in acting.slots if each != slot)
    if not left:
        raise BadInput("holders.last")
    return put(record, acting, Change(left, "holder-removed"))


def change_passphrase(
    record: Record,
    secret: Secret,
    new: str,
    *,
    holder: str | None = None,
    cost: Cost | None = None,
) -> Holders:
    """Give the person who acts another passphrase; by the sheet, `holder` says whose it is.

    Raises:
        NoSuchThing: nobody of that name holds a key.
        BadInput: the new one is weak, or the one there was.
        WrongSecret, Damaged, NoSpace: as `add`.
    """
    acting = act(record, secret)
    slot = acting.own or acting.slot_named(holder or "")
    fresh = acting.fresh(record, NewHolder(slot.name, new, slot.role, cost))
    if secret.passphrase is not None and passphrase.normal(secret.passphrase) == fresh.passphrase:
        raise BadInput("passphrase.same")
    change = Change(_with(acting.slots, slot, fresh.slot), "passphrase-changed", fresh)
    return put(record, acting, change)


def act(record: Record, secret: Secret) -> Acting:
    """Return what somebody may change who shows once more that the record is theirs to open.

    Raises:
        WrongSecret: the passphrase or the sheet is not this record's.
        Damaged: there is no key file for a passphrase.
        BadInput: the passphrase opens only an earlier key file.
    """
    root, own = _shown(record, secret)
    with record.desk.read() as session:
        rows = tuple(slots.active(session))
    if own is not None and all(row.slot != own.id for row in rows):
        raise BadInput("holders.earlier")
    given = slots.taken_over(list(rows), trusted(record, own))
    return Acting(root, own, rows, given.slots, given.without)


def trusted(record: Record, own: Slot | None) -> tuple[KeyFile, ...]:
    """Return the key files whose slots a new one takes over: whole, with the record's code.

    The slot that has just opened the record is good, whatever somebody did to its file.
    """
    unlocked = record.unlocked
    each = key_files_if_any(record.files)
    alone = KeyFile(unlocked.record_id, unlocked.keys.check_value, () if own is None else (own,))
    return (*(file for file in each if file.is_signed(unlocked.keys)), alone)


def put(record: Record, acting: Acting, change: Change) -> Holders:
    """Write the key file that somebody wants, and return who holds a key now.

    Raises:
        BadInput: it has more holders than a key file can have.
    """
    if len(change.slots) > MOST_SLOTS:
        raise BadInput("holders.too-many", most=MOST_SLOTS)
    file = rewriting.put(record, change)
    return Holders(tuple(slot.name for slot in file.holders), acting.without)


def _shown(record: Record, secret: Secret) -> tuple[bytes, Slot | None]:
    unlocked = record.unlocked
    if secret.sheet is not None:
        # The id is known: the file itself is not read beside its open connections.
        root, printed_id = recovery.read_sheet(secret.sheet)
        other = printed_id is not None and bytes.fromhex(printed_id) != unlocked.record_id
        if other or keys.derive(root, unlocked.record_id) != unlocked.keys:
            raise WrongSecret("sheet.other-record")
        return root, None
    for file, root, slot in opened_slots(record.files, secret):
        if keys.derive(root, file.record_id) == unlocked.keys:
            return root, slot
    raise WrongSecret("passphrase.wrong")


def _with(each: tuple[Slot, ...], old: Slot, new: Slot) -> tuple[Slot, ...]:
    """Return the slots with a new one in the place of an old one."""
    return tuple(new if slot == old else slot for slot in each)


def _free_name(acting: Acting, name: str, besides: Slot | None = None) -> str:
    """Return the form in which a new name is kept, which no other holder may have."""
    wanted = naming.settled(name, KeyHolder)
    taken = (row.name for row in acting.holders if besides is None or row.slot != besides.id)
    if any(naming.is_same(wanted, each) for each in taken):
        raise BadInput("holders.same-name", name=wanted)
    return wanted
