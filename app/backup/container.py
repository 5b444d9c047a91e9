"""The bytes of a backup: one file that says itself whether it is whole and whose it is.

Outside the encryption stand the record's id, the branch, the number, the moment of making, and the
key slots without names; everything else is in the manifest, which the backup key seals. A SHA-256
over all tells damage to anybody; a code under the backup key tells tampering to a key holder.
docs/format.md, section 7, has the layout.
"""

import hashlib
import hmac
import json
import os
import re
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault import key_file
from app.vault.key_file import NONCE_BYTES, KeyFile, Slot
from app.vault.recovery import R_BITS
from models.engine import PAGE_BYTES
from models.errors import Damaged, NotARecord, TooNew

SUFFIX = ".milebak"
MAGIC = b"MILEBAK\n"
VERSION = 1
FIXED = struct.Struct(">8sIIIQ32s")
DIGEST_BYTES = 32
FOOT_BYTES = 2 * DIGEST_BYTES
LARGEST_PART = 1_000_000  # head and manifest have a few kilobytes
BLOCK = 1 << 20
HEX = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Head:
    """What stands outside the encryption: no name of anybody."""

    record_id: bytes
    branch: str
    seq: int
    created: datetime
    check_value: bytes
    slots: tuple[Slot, ...]

    def key_file(self) -> KeyFile:
        """Return the slots as a key file without names and without its code."""
        return KeyFile(self.record_id, self.check_value, self.slots)

    def to_bytes(self) -> bytes:
        return _canonical(
            {
                "v": VERSION,
                "record_id": self.record_id.hex(),
                "branch_id": self.branch,
                "seq": self.seq,
                "created": self.created.isoformat(),
                "r_bits": R_BITS,
                "kcv": self.check_value.hex(),
                "holders": [slot.nameless() for slot in self.slots],
            }
        )


@dataclass(frozen=True)
class Manifest:
    """What only a key holder reads: what the snapshot held when it was made."""

    court: str
    made_by: str
    program: str
    revision: str
    audit_mark: str
    rows: dict[str, int]
    digest: str
    names: dict[str, tuple[str, str]]  # the name and role of each slot

    def to_bytes(self) -> bytes:
        return _canonical({"v": VERSION} | vars(self))


@dataclass(frozen=True)
class Layout:
    """Where the parts of one backup stand."""

    head: Head
    start: bytes  # the fixed part and the head as they stand in the file
    manifest: int  # bytes
    snapshot: int

    @property
    def at(self) -> int:
        """Where the snapshot begins."""
        return len(self.start) + self.manifest

    @property
    def size(self) -> int:
        return self.at + self.snapshot + FOOT_BYTES


def opening_of(head: Head, manifest: Manifest, snapshot: int, key: bytes) -> bytes:
    """Return everything that stands before a snapshot of `snapshot` bytes."""
    told = head.to_bytes()
    nonce = secrets.token_bytes(NONCE_BYTES)
    plain = manifest.to_bytes()
    sealed = NONCE_BYTES + len(plain) + key_file.TAG_BYTES
    fixed = FIXED.pack(MAGIC, VERSION, len(told), sealed, snapshot, hashlib.sha256(told).digest())
    return fixed + told + nonce + AESGCM(key).encrypt(nonce, plain, fixed + told)


class Codes:
    """The SHA-256 and the code over everything that was fed, as the foot of a backup holds them."""

    def __init__(self, key: bytes | None = None) -> None:
        self._hash = hashlib.sha256()
        self._code = hmac.new(key, digestmod=hashlib.sha256) if key is not None else None

    def feed(self, block: bytes) -> None:
        self._hash.update(block)
        if self._code is not None:
            self._code.update(block)

    @property
    def digest(self) -> bytes:
        return self._hash.digest()

    @property
    def code(self) -> bytes:
        return self._code.digest() if self._code is not None else b""


def stream(opening: bytes, snapshot: Path, key: bytes) -> Iterator[bytes]:
    """Yield a whole backup, block by block."""
    codes = Codes(key)
    with snapshot.open("rb") as source:
        block = opening
        while block:
            codes.feed(block)
            yield block
            block = source.read(BLOCK)
    yield codes.digest + codes.code


def layout_of(path: Path) -> Layout:
    """Return what a backup says of itself, without any key.

    Raises:
        NotARecord: it is no backup, or is cut off.
        TooNew: a newer version has written it.
        Damaged: it is longer than it says, or what it says of itself was altered.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        fixed = file.read(FIXED.size)
        if size == 0:
            raise NotARecord("backup.empty", problem="empty", file=path.name)
        if not fixed.startswith(MAGIC[:size]) or size < len(MAGIC):
            raise NotARecord("backup.not-a-backup", problem="not-a-record", file=path.name)
        if len(fixed) < FIXED.size:
            raise NotARecord("backup.truncated", problem="truncated", file=path.name)
        _magic, version, head, manifest, snapshot, digest = FIXED.unpack(fixed)
        if version != VERSION:
            raise TooNew("backup.newer", file=path.name)
        if max(head, manifest) > LARGEST_PART:
            raise _damaged(path)
        told = file.read(head)
    expected = FIXED.size + head + manifest + snapshot + FOOT_BYTES
    if size < expected:
        raise NotARecord("backup.truncated", problem="truncated", file=path.name)
    whole = hashlib.sha256(told).digest() == digest and not snapshot % PAGE_BYTES
    if size > expected or not whole:
        raise _damaged(path)
    return Layout(_head(told, path), fixed + told, manifest, snapshot)


def _damaged(path: Path) -> Damaged:
    return Damaged("backup.damaged", problem="hash", file=path.name)


def codes_of(path: Path, key: bytes | None = None) -> tuple[bool, bool | None]:
    """Return whether the hash of a backup fits, and whether its code does (None without a key)."""
    codes = Codes(key)
    left = path.stat().st_size - FOOT_BYTES
    with path.open("rb") as file:
        while left > 0:
            block = file.read(min(BLOCK, left))
            if not block:
                break
            codes.feed(block)
            left -= len(block)
        foot = file.read(FOOT_BYTES)
    whole = hmac.compare_digest(foot[:DIGEST_BYTES], codes.digest)
    ours = None if key is None else hmac.compare_digest(foot[DIGEST_BYTES:], codes.code)
    return whole, ours


def manifest_of(path: Path, layout: Layout, key: bytes) -> Manifest:
    """Return the manifest of a backup.

    Raises:
        Damaged: it was not sealed with this key, or not around this head.
    """
    return opened(sealed_in(path, layout), layout.start, key, path.name)


def sealed_in(path: Path, layout: Layout) -> bytes:
    """Return the manifest of a backup as it stands there."""
    with path.open("rb") as file:
        file.seek(len(layout.start))
        return file.read(layout.manifest)


def opened(sealed: bytes, start: bytes, key: bytes, name: str) -> Manifest:
    """Return the manifest that stands sealed behind `start`; `name` is what a refusal calls it.

    Raises:
        Damaged: as `manifest_of`.
    """
    try:
        text = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], start)
        plain = json.loads(text)
        names = {slot: (str(name), str(role)) for slot, (name, role) in plain["names"].items()}
        known = {part: plain[part] for part in Manifest.__dataclass_fields__}
        return Manifest(**(known | {"names": names}))
    except (InvalidTag, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Damaged("backup.tampered", problem="mac", file=name) from None


def copy_snapshot(path: Path, layout: Layout, target: Path) -> None:
    """Write the snapshot of a backup into the new file `target`, and sync it."""
    left = layout.snapshot
    with path.open("rb") as source, target.open("xb") as sink:
        target.chmod(0o600)
        source.seek(layout.at)
        while left > 0:
            block = source.read(min(BLOCK, left))
            if not block:
                raise NotARecord("backup.truncated", problem="truncated", file=path.name)
            sink.write(block)
            left -= len(block)
        sink.flush()
        os.fsync(sink.fileno())


def named(head: Head, manifest: Manifest) -> KeyFile:
    """Return the key file of a backup with the names of its holders, still without its code."""
    slots = (
        replace(slot, name=name, role=role)
        for slot in head.slots
        for name, role in [manifest.names.get(slot.id, ("", ""))]
    )
    return KeyFile(head.record_id, head.check_value, tuple(slots))


def _head(told: bytes, path: Path) -> Head:
    try:
        plain = json.loads(told)
        head = Head(
            record_id=bytes.fromhex(plain["record_id"]),
            branch=str(plain["branch_id"]),
            seq=int(plain["seq"]),
            created=datetime.fromisoformat(plain["created"]),
            check_value=bytes.fromhex(plain["kcv"]),
            slots=tuple(_slot(each) for each in plain["holders"]),
        )
        whole = head.to_bytes() == told and _is_plausible(head)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise _damaged(path) from None
    if not whole:  # what is not canonical is not ours, whatever its hash says
        raise _damaged(path)
    return head


def _slot(plain: dict[str, Any]) -> Slot:
    return key_file.slot_of(plain | {"name": "", "role": ""})


def _is_plausible(head: Head) -> bool:
    sized = len(head.record_id) == 16 and HEX.fullmatch(head.branch) is not None
    dated = 2000 <= head.created.year < 9000  # so that any clock can show it
    slots = key_file.are_plausible(head.slots)
    return sized and slots and 0 < head.seq < 2**31 and head.created.tzinfo is not None and dated


def _canonical(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
