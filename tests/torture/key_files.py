"""R5: a damaged or rewritten key file is named, and a refusal leaves the original as it was."""

import hashlib
import json
from pathlib import Path
from random import Random
from typing import Any

from app.vault import holders
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from tests.torture import court
from tests.torture.records import (
    Tried,
    cut,
    flipped,
    longer,
    noisy,
    replaced,
    row_of,
    spoiled,
    without,
)
from tests.torture.row import Case, Outcome, Series

SECOND = "harbor walnut thimble cactus"


def rewritten(whole: bytes, chance: Random) -> bytes:
    """Change what the key file says and put its SHA-256 right, as anybody can."""
    plain = json.loads(whole.split(b"\n")[0])
    slots, other = plain["holders"], chance.randbytes(16).hex()
    at = chance.randrange(len(slots))
    kdf = slots[at]["kdf"]

    def with_slot(**facts: Any) -> dict[str, Any]:
        changed = [slot | facts if slot is slots[at] else slot for slot in slots]
        return {"holders": changed}

    changes: tuple[dict[str, Any], ...] = (
        {"mac": other * 2},
        {"kcv": other[:16]},
        {"record_id": other},
        {"holders": slots[:1]},
        {"holders": list(reversed(slots))},
        {"holders": [*slots, slots[at] | {"id": other[:16]}]},
        {"v": 2},
        with_slot(name="Somebody Else"),
        with_slot(role="judge"),
        with_slot(id=other[:16]),
        with_slot(nonce=other[:24]),
        with_slot(wrapped=(other * 3)[:70]),
        with_slot(kdf=kdf | {"salt": other}),
        with_slot(kdf=kdf | {"m": 1 << chance.randrange(17, 50)}),
        with_slot(kdf=kdf | {"t": chance.randrange(17, 2**31)}),
        with_slot(kdf=kdf | {"p": chance.choice((0, 5, 99999))}),
    )
    text = json.dumps(plain | chance.choice(changes), sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n" + hashlib.sha256(text.encode()).hexdigest().encode() + b"\n"


OF_KEY_FILES = (flipped, rewritten, cut, rewritten, noisy, rewritten, without, longer, replaced)


def lay_out_key_file(folder: Path) -> Case:
    """Spoil the key file, its spare copy, both alike or each in its own way."""
    own = court.make(folder / "own")
    found = own.open()
    second = NewHolder("Otis Pettigrew", SECOND, cost=Cost())
    holders.add(found, own.by_sheet, second)
    found.close()
    whole = own.files.key.read_bytes()

    def case(number: int, chance: Random) -> Outcome:
        path = own.copy_to(folder / "case")
        mutate = OF_KEY_FILES[number % len(OF_KEY_FILES)]
        files = Files(path)
        first, spare = spoiled(whole, mutate, chance), spoiled(whole, mutate, chance)
        which = chance.choice(((first, whole), (whole, spare), (first, first), (first, spare)))
        for part, data in zip((files.key, files.spare_key), which, strict=True):
            part.write_bytes(data)
        # A passphrase costs a quarter of a second, so most are looked at by the sheet.
        by_passphrase = number % 5 == 0
        secret = Secret(passphrase=court.PASSPHRASE) if by_passphrase else own.by_sheet
        return Tried(path, secret, mutate.__name__).outcome("key-file", "mac", "other-record")

    return case


def lay_out_hash_alone(folder: Path) -> Case:
    """Ask a key file for its SHA-256 only: whatever anybody rewrites is taken."""
    own = court.make(folder / "own")
    whole = own.files.key.read_bytes()

    def case(_number: int, chance: Random) -> Outcome:
        text, digest, _end = spoiled(whole, rewritten, chance).split(b"\n")
        fits = hashlib.sha256(text).hexdigest().encode() == digest
        return Outcome("taken" if fits else "refused", ("taken",) if fits else ())

    return case


ROWS = (
    row_of(
        "key-file",
        "mutated key files and spare copies",
        lay_out_key_file,
        Series("the SHA-256 alone, rewritten by anybody", lay_out_hash_alone, 300, 6),
    ),
)
