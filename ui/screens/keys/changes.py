"""What can be changed about key holders, as rows: what each asks for and what it does."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.vault import creation, holders
from app.vault.holders import Holders
from app.vault.record import Record
from app.vault.rewriting import STAND_IN, NewHolder
from app.vault.unlock import SHEET_HOLDER, Secret

ROLES = (STAND_IN, creation.ROLE)


@dataclass(frozen=True)
class Filled:
    """What was answered, as far as a change asks for it; `about` is the holder it is about."""

    about: str
    name: str = ""
    role: str = STAND_IN
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True)
class Change:
    """One change; its words stand in the catalogue under its key."""

    key: str
    run: Callable[[Record, Secret, Filled], Holders]
    asks_name: bool = False
    asks_role: bool = False
    asks_passphrase: bool = False
    # Whether somebody's passphrase ends, which still opens earlier backups.
    ends_passphrase: bool = False


def _change(record: Record, secret: Secret, filled: Filled) -> Holders:
    whose = filled.about if secret.sheet is not None else None
    return holders.change_passphrase(record, secret, filled.passphrase, holder=whose)


def _add(record: Record, secret: Secret, filled: Filled) -> Holders:
    return holders.add(record, secret, NewHolder(filled.name, filled.passphrase, filled.role))


def _rename(record: Record, secret: Secret, filled: Filled) -> Holders:
    return holders.rename(record, secret, filled.about, filled.name)


def _remove(record: Record, secret: Secret, filled: Filled) -> Holders:
    return holders.remove(record, secret, filled.about)


CHANGES: dict[str, Change] = {
    change.key: change
    for change in (
        Change("passphrase", _change, asks_passphrase=True, ends_passphrase=True),
        Change("add", _add, asks_name=True, asks_role=True, asks_passphrase=True),
        Change("rename", _rename, asks_name=True),
        Change("remove", _remove, ends_passphrase=True),
    )
}


def may_change(change: Change, who: str, chosen: str | None, count: int) -> bool:
    """Whether somebody at work can make this change to the holder who is chosen."""
    if change.key == "passphrase":
        # By the sheet it may be anybody's; by a passphrase it is one's own.
        return chosen is not None if who == SHEET_HOLDER else True
    if change.key == "add":
        return True
    return chosen is not None and (change.key == "rename" or count > 1)
