"""Whether a backup is whole, which anybody can tell, and whether it is ours, which a key tells."""

from dataclasses import dataclass
from pathlib import Path

from app.backup import container
from app.backup.container import Head, Layout, Manifest
from app.desk import sorted_failures
from app.errors import sentence
from app.vault import key_file, keys, passphrase, recovery
from app.vault.keys import Keys
from app.vault.unlock import SHEET_HOLDER, Secret
from models.errors import BadInput, Damaged, NoSuchThing, NotARecord, TooNew, WrongSecret

FINDINGS = (NotARecord, TooNew)


@dataclass(frozen=True)
class Problem:
    """One finding: its kind in the contract, and the sentence for a person."""

    kind: str
    message: str


@dataclass(frozen=True)
class Verified:
    """What was found of a backup; `authenticated` is None where no key was at hand."""

    head: Head | None
    authenticated: bool | None
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        return not self.problems


@dataclass(frozen=True, repr=False)
class OpenBackup:
    """A backup that is whole and ours, with what its manifest says and the keys to its snapshot."""

    path: Path
    layout: Layout
    manifest: Manifest
    keys: Keys
    holder: str

    @property
    def head(self) -> Head:
        return self.layout.head


def verify(path: Path, secret: Secret | None = None) -> Verified:
    """Look at every byte of a backup, with a key where there is one.

    Raises:
        NoSuchThing: there is no such file.
        WrongSecret: the passphrase or sheet does not open this backup.
    """
    head = None
    try:
        with sorted_failures():
            head = layout_of(path).head
            if secret is None:
                _refuse_damaged(path, None)
            else:
                open_backup(path, secret)
    except FINDINGS as trouble:
        known = None if secret is None or head is None else False
        return Verified(head, known, (problem_of(trouble),))
    return Verified(head, None if secret is None else True, ())


def problem_of(trouble: NotARecord | TooNew) -> Problem:
    """Return a failure as a finding."""
    kind = trouble.problem if isinstance(trouble, NotARecord) else "newer"
    return Problem(kind, sentence(trouble))


def open_backup(path: Path, secret: Secret) -> OpenBackup:
    """Return a backup that is whole and was made by a holder of these keys.

    Raises:
        NoSuchThing, NotARecord, TooNew, WrongSecret, Damaged: in this order.
    """
    layout = layout_of(path)
    found, slot = _unlock(layout.head, secret)
    if found.check_value != layout.head.check_value:
        raise Damaged("backup.tampered", problem="mac", file=path.name)
    _refuse_damaged(path, found.backup)
    manifest = container.manifest_of(path, layout, found.backup)
    holder = SHEET_HOLDER if slot is None else manifest.names.get(slot, ("", ""))[0]
    if secret.holder is not None and slot is not None and holder != secret.holder:
        raise WrongSecret("passphrase.no-such-holder")
    return OpenBackup(path, layout, manifest, found, holder)


def open_with(path: Path, found: Keys, holder: str) -> OpenBackup:
    """Return a backup that was made under keys which somebody has already opened a record with.

    Raises:
        NoSuchThing, NotARecord, TooNew, Damaged: as `open_backup`.
        WrongSecret: it was made under other keys: another record's, or those before a replacement.
    """
    layout = layout_of(path)
    if found.check_value != layout.head.check_value:
        raise WrongSecret("backup.other-keys")
    _refuse_damaged(path, found.backup)
    return OpenBackup(
        path, layout, container.manifest_of(path, layout, found.backup), found, holder
    )


def layout_of(path: Path) -> Layout:
    """Return what a backup says of itself.

    Raises:
        NoSuchThing: there is no such file.
        NotARecord, TooNew, Damaged: as `container.layout_of`.
    """
    if not path.is_file():
        raise NoSuchThing("file.missing", file=path.name)
    return container.layout_of(path)


def _unlock(head: Head, secret: Secret) -> tuple[Keys, str | None]:
    """Return the keys, and the slot that gave them; None for the sheet."""
    if secret.sheet is not None:
        root, printed = recovery.read_sheet(secret.sheet)
        found = keys.derive(root, head.record_id)
        other = printed is not None and bytes.fromhex(printed) != head.record_id
        if other or found.check_value != head.check_value:
            raise WrongSecret("sheet.other-record")
        return found, None
    try:
        typed = passphrase.normal(secret.passphrase or "")
    except BadInput:
        raise WrongSecret("passphrase.wrong") from None
    if not head.slots:
        raise WrongSecret("backup.sheet-only")
    try:
        root, slot = key_file.unwrap(head.key_file(), typed, None)
    except WrongSecret:
        raise WrongSecret("backup.wrong-passphrase") from None
    return keys.derive(root, head.record_id), slot.id


def _refuse_damaged(path: Path, key: bytes | None) -> None:
    whole, ours = container.codes_of(path, key)
    if not whole:
        raise Damaged("backup.damaged", problem="hash", file=path.name)
    if ours is False:
        raise Damaged("backup.tampered", problem="mac", file=path.name)
