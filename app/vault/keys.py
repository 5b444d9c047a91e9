"""The keys of a record, all derived from one root secret, and the passphrase's part in it."""

from dataclasses import dataclass, fields

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHECK_VALUE_BYTES = 8
# No slot of ours costs less or more; a forged key file must not eat the memory or the day.
LEAST_MEMORY, MOST_MEMORY = 65536, 1048576
FEWEST_PASSES, MOST_PASSES = 3, 16
MOST_LANES = 16


@dataclass(frozen=True, repr=False)
class Keys:
    """One key for each purpose; never printed, never written."""

    record: bytes
    audit: bytes
    backup: bytes
    seal: bytes
    holders: bytes
    check: bytes

    @property
    def check_value(self) -> bytes:
        """What the key file keeps to tell this record's sheet from another's."""
        return self.check[:CHECK_VALUE_BYTES]


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, passes, lanes."""

    m: int = LEAST_MEMORY
    t: int = FEWEST_PASSES
    p: int = 4

    def within_bounds(self) -> bool:
        """Whether this is neither weaker than our floor nor a way to eat the memory."""
        return (
            LEAST_MEMORY <= self.m <= MOST_MEMORY
            and FEWEST_PASSES <= self.t <= MOST_PASSES
            and 1 <= self.p <= MOST_LANES
        )


def derive(root: bytes, record_id: bytes) -> Keys:
    """Return the keys of the record `record_id` (16 bytes) under the root secret."""
    return Keys(
        **{purpose.name: _derived(root, record_id, purpose.name) for purpose in fields(Keys)}
    )


def _derived(root: bytes, record_id: bytes, purpose: str) -> bytes:
    info = f"milepost/1 {purpose}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=record_id, info=info).derive(root)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that wraps the root secret for one holder."""
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=cost.t,
        memory_cost=cost.m,
        parallelism=cost.p,
        hash_len=32,
        type=Type.ID,
    )
