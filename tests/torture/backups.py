"""R4: backups that were cut, flipped, holed, lengthened or forged; none may be taken for whole."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.backup import container, verifying
from app.backup.container import DIGEST_BYTES, FIXED, FOOT_BYTES, MAGIC
from app.errors import sentence
from app.vault.keys import Keys
from models.errors import NotARecord, Trouble
from tests.torture import court
from tests.torture.row import Case, Outcome, Row, Series

Mutate = Callable[[bytes, int, Random], bytes]
ENDS = 2000  # every length of the first and of the last so many bytes


def _cut_short(whole: bytes, number: int, _chance: Random) -> bytes:
    return whole[: number % ENDS]


def _cut_late(whole: bytes, number: int, _chance: Random) -> bytes:
    return whole[: len(whole) - 1 - number % ENDS]


def _flipped(whole: bytes, _number: int, chance: Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _foreign(whole: bytes, _number: int, chance: Random) -> bytes:
    """Cut anywhere, with a hole, with something behind, or of random bytes."""
    at, size = chance.randrange(len(whole)), chance.randrange(1, 5000)
    noise = chance.randbytes(size)
    return chance.choice(
        (
            whole[:at],
            whole[:at] + bytes(len(whole[at : at + size])) + whole[at + size :],
            whole[:at] + noise[: len(whole) - at] + whole[at + size :],
            whole[:at] + whole[at + size :],
            whole + noise,
            whole + whole[-size:],
            noise,
            MAGIC + noise,
            whole[: FIXED.size] + noise,
        )
    )


def _edited(whole: bytes, _number: int, chance: Random) -> bytes:
    """Edit anywhere and put the SHA-256 right, as somebody without the keys can."""
    data = bytearray(whole)
    places = range(len(data) - FOOT_BYTES), range(len(data) - DIGEST_BYTES, len(data))
    part = chance.choices(places, (9, 1))[0]
    data[chance.choice(part)] ^= 1 << chance.randrange(8)
    return resealed(bytes(data[:-FOOT_BYTES]), bytes(data[-DIGEST_BYTES:]))


def _forged(whole: bytes, _number: int, chance: Random) -> bytes:
    """Write another head, or change pages of the snapshot about, and put every hash right."""
    fixed, told, rest = _parts(whole)
    if chance.random() < 0.5:
        told = _other_head(told, chance)
    else:
        rest = _other_pages(rest, chance)
    body = FIXED.pack(*fixed[:2], len(told), *fixed[3:5], hashlib.sha256(told).digest())
    return resealed(body + told + rest[:-FOOT_BYTES], rest[-DIGEST_BYTES:])


def _parts(whole: bytes) -> tuple[tuple[object, ...], bytes, bytes]:
    fixed = FIXED.unpack_from(whole)
    end = FIXED.size + fixed[2]
    return fixed, whole[FIXED.size : end], whole[end:]


def _other_head(told: bytes, chance: Random) -> bytes:
    plain = json.loads(told)
    (slot,) = plain["holders"]
    changes: tuple[dict[str, object], ...] = (
        {"seq": plain["seq"] + chance.randrange(1, 999)},
        {"branch_id": chance.randbytes(16).hex()},
        {"record_id": chance.randbytes(16).hex()},
        {"kcv": chance.randbytes(8).hex()},
        {"created": f"20{chance.randrange(27, 99)}-01-01T00:00:00+00:00"},
        {"holders": []},
        {"holders": [slot, slot | {"id": chance.randbytes(8).hex()}]},
        {"holders": [slot | {"nonce": chance.randbytes(12).hex()}]},
        {"holders": [slot | {"kdf": slot["kdf"] | {"m": 1 << chance.randrange(17, 40)}}]},
        {"v": 2},
        {"seq": 2**40},
    )
    changed = plain | chance.choice(changes)
    return json.dumps(changed, sort_keys=True, separators=(",", ":")).encode()


def _other_pages(rest: bytes, chance: Random) -> bytes:
    pages = (len(rest) - FOOT_BYTES) // 4096 - 1
    start = len(rest) - FOOT_BYTES - pages * 4096
    one, other = (start + 4096 * each for each in chance.sample(range(pages), 2))
    data = bytearray(rest)
    data[one : one + 4096] = rest[other : other + 4096]
    return bytes(data)


def resealed(body: bytes, code: bytes) -> bytes:
    return body + hashlib.sha256(body).digest() + code


KINDS: dict[str, Mutate] = {
    "cut early": _cut_short,
    "cut late": _cut_late,
    "flipped": _flipped,
    "foreign": _foreign,
    "resealed": _edited,
    "forged": _forged,
}


def lay_out(folder: Path) -> Case:
    """Make a backup; each case looks at a mutation of it with the keys at hand."""
    made = court.make(folder / "record")
    path = court.backed_up(made, folder / "stick")
    whole = path.read_bytes()
    if refusal(path, made.keys) is not None:
        raise AssertionError("the backup itself must be accepted")

    def case(number: int, chance: Random) -> Outcome:
        kind = list(KINDS)[number % len(KINDS)]
        data = whole
        while data == whole:
            data = KINDS[kind](whole, number // len(KINDS), chance)
        path.write_bytes(data)
        told = refusal(path, made.keys)
        wrong = (f"{kind} was accepted",) if told is None else ()
        return Outcome(f"{kind}: {told}", wrong)

    return case


def refusal(path: Path, found: Keys) -> str | None:
    """Return the name of the refusal, None where the backup is taken for whole and ours."""
    try:
        verifying.open_with(path, found, court.HOLDER)
    except Trouble as trouble:
        if not sentence(trouble):
            raise
        problem = trouble.problem if isinstance(trouble, NotARecord) else trouble.key
        return f"{type(trouble).__name__} {problem}"
    return None


def lay_out_control(folder: Path) -> Case:
    """The same for a check that asks the SHA-256 only: it takes what was resealed."""
    made = court.make(folder / "record")
    path = court.backed_up(made, folder / "stick")
    whole = path.read_bytes()

    def case(number: int, chance: Random) -> Outcome:
        data = whole
        while data == whole:
            data = _edited(whole, number, chance)
        path.write_bytes(data)
        accepted = container.codes_of(path)[0]
        return Outcome("accepted" if accepted else "refused", ("accepted",) if accepted else ())

    return case


ROWS = (
    Row(
        "R4",
        "backups",
        Series("mutated backups, looked at with the keys", lay_out, 12_000, 120),
        bad="accepted",
        control=Series("the SHA-256 alone, edits resealed", lay_out_control, 500, 10),
    ),
)
