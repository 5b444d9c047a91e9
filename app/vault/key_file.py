"""The key file: the root secret, wrapped once per key holder; useless without a passphrase.

Canonical JSON, a line feed, its SHA-256 in hex, a line feed. Each slot is authenticated with what
stands around it, and all slots together under the holders key, so that a slot added, altered or put
back by someone without the root secret is noticed. Names stand outside a slot's own seal: a backup
carries the slots without them, and a holder's name can be corrected without that holder.
"""

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault import costs, naming, own_file
from app.vault.keys import Cost, Keys
from app.vault.recovery import R_BITS, R_BYTES
from models.errors import Damaged, WrongSecret

VERSION = 1
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
LARGEST = 1_000_000  # a key file of many holders has a few kilobytes
MOST_SLOTS = 20  # each is a guess: a wrong passphrase must not take the day


@dataclass(frozen=True)
class Slot:
    """One holder's wrapped copy of the root secret."""

    id: str
    name: str
    role: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def within_bounds(self) -> bool:
        """Whether every part has its length and no guess costs more than any of ours does."""
        lengths = (len(self.salt), len(self.nonce), len(self.wrapped))
        return lengths == (SALT_BYTES, NONCE_BYTES, R_BYTES + TAG_BYTES) and (
            self.cost.within_bounds()
        )

    def plain(self) -> dict[str, Any]:
        """Return the slot as it stands in the file."""
        return self.nameless() | {"name": self.name, "role": self.role}

    def nameless(self) -> dict[str, Any]:
        """Return the slot as it stands in a backup, which names nobody outside its encryption."""
        return self.around() | {"wrapped": self.wrapped.hex()}

    def around(self) -> dict[str, Any]:
        """Return what the seal of the slot itself covers, beside what it wraps."""
        cost = {"m": self.cost.m, "t": self.cost.t, "p": self.cost.p, "salt": self.salt.hex()}
        return {"id": self.id, "kdf": cost, "nonce": self.nonce.hex()}


@dataclass(frozen=True)
class KeyFile:
    """A whole key file; `mac` covers everything else in it."""

    record_id: bytes
    check_value: bytes
    holders: tuple[Slot, ...]
    mac: bytes = b""

    def plain(self) -> dict[str, Any]:
        return {
            "v": VERSION,
            "record_id": self.record_id.hex(),
            "r_bits": R_BITS,
            "kcv": self.check_value.hex(),
            "holders": [slot.plain() for slot in self.holders],
        }

    def to_bytes(self) -> bytes:
        text = _canonical(self.plain() | {"mac": self.mac.hex()})
        return text + b"\n" + hashlib.sha256(text).hexdigest().encode() + b"\n"

    def signed(self, keys: Keys) -> "KeyFile":
        """Return this key file with its code under the holders key."""
        return replace(self, mac=self._code(keys))

    def is_signed(self, keys: Keys) -> bool:
        return hmac.compare_digest(self.mac, self._code(keys))

    def _code(self, keys: Keys) -> bytes:
        return hmac.new(keys.holders, _canonical(self.plain()), hashlib.sha256).digest()


def new_slot(
    record_id: bytes, root: bytes, passphrase: str, name: str, role: str, cost: Cost | None = None
) -> Slot:
    """Return a slot in which `passphrase`, already normal, unwraps `root`.

    Without a `cost`, a guess costs what this computer can bear.
    """
    cost = cost or costs.calibrated()
    empty = Slot(
        id=secrets.token_hex(8),
        name=name,
        role=role,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )
    key = costs.stretched(passphrase, empty.salt, cost)
    return replace(empty, wrapped=AESGCM(key).encrypt(empty.nonce, root, _around(record_id, empty)))


def unwrap(file: KeyFile, passphrase: str, holder: str | None) -> tuple[bytes, Slot]:
    """Return the root secret and the slot that `passphrase`, already normal, opens.

    Raises:
        WrongSecret: it opens none of the slots tried, or no holder has that name.
        Damaged: a slot asks for more memory than this computer has.
    """
    wanted = None if holder is None else naming.normal(holder)
    tried = [slot for slot in file.holders if wanted in (None, naming.normal(slot.name))]
    if not tried:
        raise WrongSecret("passphrase.no-such-holder")
    for slot in tried:
        key = costs.stretched(passphrase, slot.salt, slot.cost)
        try:
            return AESGCM(key).decrypt(
                slot.nonce, slot.wrapped, _around(file.record_id, slot)
            ), slot
        except InvalidTag:
            continue
    raise WrongSecret("passphrase.wrong")


def read(path: Path) -> KeyFile:
    """Return the key file at `path`.

    Raises:
        Damaged: it is missing, altered, or asks for more memory than any of ours does.
    """
    try:
        with own_file.opened(path) as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise Damaged("key-file.missing", problem="key-file", file=path.name) from None
    return of_bytes(data, path.name)


def of_bytes(data: bytes, name: str) -> KeyFile:
    """Return the key file that `data` is; `name` is what a refusal calls it."""
    try:
        text, digest, end = data.split(b"\n")
        whole = not end and hashlib.sha256(text).hexdigest().encode() == digest
        return _parsed(json.loads(text) if whole else {}, data)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Damaged("key-file.damaged", problem="key-file", file=name) from None


def read_either(path: Path, spare: Path) -> KeyFile:
    """Return the key file, or its spare copy where the first cannot be used."""
    return read_each(path, spare)[0]


def read_each(path: Path, spare: Path) -> tuple[KeyFile, ...]:
    """Return the key file and, where it says something else, its spare copy.

    Raises:
        Damaged: neither can be used.
    """
    found: list[KeyFile] = []
    refused: list[Damaged] = []
    for part in (path, spare):
        try:
            found.append(read(part))
        except Damaged as trouble:
            refused.append(trouble)
    if not found:
        raise refused[0]
    return tuple(dict.fromkeys(found))


def write(path: Path, file: KeyFile) -> None:
    write_whole(path, file.to_bytes())


def write_if_other(path: Path, file: KeyFile) -> None:
    """Write the key file where something else stands, or nothing."""
    with suppress(Damaged):
        if read(path) == file:
            return
    write(path, file)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it, to the drive, then in its place."""
    beside = half_of(path)
    try:
        beside.unlink(missing_ok=True)  # cut off before; or a pipe, which would be waited for
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def half_of(path: Path) -> Path:
    """Return where a file stands while it is written."""
    return path.with_name(path.name + ".new")


def sync_folder(folder: Path) -> None:
    """Make a renaming in `folder` last through a power cut; Windows has no such call."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _parsed(plain: dict[str, Any], data: bytes) -> KeyFile:
    if plain["v"] != VERSION or plain["r_bits"] != R_BITS:
        raise ValueError("not our version")
    slots = tuple(slot_of(each) for each in plain["holders"])
    record_id = bytes.fromhex(plain["record_id"])
    if len(record_id) != 16 or not slots or not are_plausible(slots):
        raise ValueError("out of bounds")
    found = KeyFile(record_id, bytes.fromhex(plain["kcv"]), slots, bytes.fromhex(plain["mac"]))
    if found.to_bytes() != data:  # what is not canonical is not ours, whatever its hash says
        raise ValueError("not canonical")
    return found


def are_plausible(slots: tuple[Slot, ...]) -> bool:
    """Whether there are no more slots than ours can be, each of them within its bounds."""
    return len(slots) <= MOST_SLOTS and all(slot.within_bounds() for slot in slots)


def slot_of(plain: dict[str, Any]) -> Slot:
    """Return the slot that stands as `plain` in a key file; bounds are the caller's to check."""
    kdf = plain["kdf"]
    return Slot(
        id=str(plain["id"]),
        name=str(plain["name"]),
        role=str(plain["role"]),
        cost=Cost(int(kdf["m"]), int(kdf["t"]), int(kdf["p"])),
        salt=bytes.fromhex(kdf["salt"]),
        nonce=bytes.fromhex(plain["nonce"]),
        wrapped=bytes.fromhex(plain["wrapped"]),
    )


def _around(record_id: bytes, slot: Slot) -> bytes:
    return _canonical(
        {"v": VERSION, "record_id": record_id.hex(), "r_bits": R_BITS, "holder": slot.around()}
    )


def _canonical(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
