"""The vectors of docs/format.md, computed anew from what the page says and by the program."""

import hashlib
import hmac
import json
import re
import struct

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app import paths
from app.vault import key_file, keys, recovery, state
from app.vault.state import State
from models import trail
from models.audit import START, code_of, mark_of

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def told() -> dict:
    page = paths.program_root().joinpath("docs", "format.md").read_text(encoding="utf-8")
    return json.loads(re.search(r"```json\n(.*?)\n```", page, re.DOTALL).group(1))


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_the_groups_are_the_root_secret_and_check(told: dict) -> None:
    number = 0
    for group in told["groups"]:
        total = 0
        for place, symbol in enumerate(reversed(group)):
            product = SYMBOLS.index(symbol) * (1 + place % 2)
            total += product // 32 + product % 32
        assert total % 32 == 0
        for symbol in group[:5]:
            number = number * 32 + SYMBOLS.index(symbol)

    assert number.to_bytes(19, "big").hex() == told["root"]
    assert recovery.groups_of(bytes.fromhex(told["root"])) == tuple(told["groups"])


def test_every_key_is_derived_as_the_page_says(told: dict) -> None:
    root, salt = bytes.fromhex(told["root"]), bytes.fromhex(told["record_id"])
    extracted = hmac.digest(salt, root, hashlib.sha256)

    ours = keys.derive(root, salt)

    for purpose, key in told["keys"].items():
        info = f"milepost/1 {purpose}".encode()
        assert hmac.digest(extracted, info + b"\x01", hashlib.sha256).hex() == key
        assert getattr(ours, purpose).hex() == key
    assert told["kcv"] == told["keys"]["check"][:16]


def test_the_key_file_opens_as_the_page_says(told: dict, tmp_path) -> None:
    text, digest, end = told["key_file"].encode().split(b"\n")
    file = json.loads(text)
    (slot,) = file["holders"]
    kdf = slot["kdf"]

    stretched = hash_secret_raw(
        told["passphrase"].encode(),
        bytes.fromhex(kdf["salt"]),
        *(kdf["t"], kdf["m"], kdf["p"], 32),
        type=Type.ID,
    )

    assert (hashlib.sha256(text).hexdigest().encode(), end) == (digest, b"")
    assert canonical(file) == text
    assert stretched.hex() == told["stretched"]
    around = {name: slot[name] for name in ("id", "kdf", "nonce")}
    members = {"holder": around} | {name: file[name] for name in ("r_bits", "record_id", "v")}
    assert canonical(members).decode() == told["aad"]
    nonce, wrapped = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"])
    opened = AESGCM(stretched).decrypt(nonce, wrapped, told["aad"].encode())
    assert opened.hex() == told["root"]
    unsigned = canonical({name: file[name] for name in file if name != "mac"})
    code = hmac.digest(bytes.fromhex(told["keys"]["holders"]), unsigned, hashlib.sha256)
    assert code.hex() == file["mac"]

    path = tmp_path / "x.key"
    path.write_text(told["key_file"], encoding="utf-8")
    root, found = key_file.unwrap(key_file.read(path), told["passphrase"], None)
    assert (root.hex(), found.name) == (told["root"], "Ruth Amsel")


def test_the_state_has_the_members_and_the_code_that_the_page_says(told: dict, tmp_path) -> None:
    page = paths.program_root().joinpath("docs", "format.md").read_text(encoding="utf-8")
    section = page.partition("## 5.")[2].partition("## 6.")[0]
    named = {
        name
        for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    key, path = bytes.fromhex(told["keys"]["seal"]), tmp_path / "x.state"

    kept = State(clean=True, audit_seq=1, seal="ab", findings=("seal",), failed_unlocks=2)
    state.write(path, kept.signed(key))

    file = json.loads(path.read_text(encoding="utf-8"))
    covered = {name: file[name] for name in file if name not in ("mac", "failed_unlocks")}
    assert set(file) == named
    assert hmac.digest(key, canonical(covered), hashlib.sha256).hex() == file["mac"]


def test_the_trail_is_chained_as_the_page_says(told: dict) -> None:
    key, body = bytes.fromhex(told["keys"]["audit"]), told["audit_body"]
    head = bytes(32) + b"\x01" + len(body.encode()).to_bytes(4, "big")

    code = hmac.digest(key, head + body.encode(), hashlib.sha256)

    assert code.hex() == told["audit_mac"] == code_of(key, START, 1, body).hex()
    number = int.from_bytes(code[:10], "big")
    symbols = "".join(SYMBOLS[number >> shift & 31] for shift in range(75, -1, -5))
    assert f"1-{symbols}" == told["audit_mark"] == mark_of(1, code)


def test_a_digest_tells_nothing_without_its_key(told: dict) -> None:
    key = bytes.fromhex(told["value_key"])

    code = hmac.digest(key, canonical(told["digest_of"]), hashlib.sha256)[:16]

    assert code.hex() == told["digest"] == trail.digest(key, told["digest_of"])
    assert trail.digest(bytes(32), told["digest_of"]) != told["digest"]


def test_a_backup_is_laid_out_as_the_page_says(told: dict, tmp_path) -> None:
    """Reads a kept backup with nothing of the program: the page alone, and a sheet."""
    folder = paths.program_root() / "tests" / "records"
    data = (folder / "0.1.0.milebak").read_bytes()
    root, _printed = recovery.read_sheet((folder / "0.1.0.sheet").read_text(encoding="utf-8"))
    version, *lengths = struct.unpack(">IIIQ", data[8:28])
    head_length, manifest_length, snapshot_length = lengths
    head = json.loads(data[60 : 60 + head_length])
    record_id = bytes.fromhex(head["record_id"])
    extracted = hmac.digest(record_id, root, hashlib.sha256)
    key = hmac.digest(extracted, b"milepost/1 backup\x01", hashlib.sha256)
    sealed = data[60 + head_length :][:manifest_length]
    manifest = json.loads(AESGCM(key).decrypt(sealed[:12], sealed[12:], data[: 60 + head_length]))

    assert data.startswith(b"MILEBAK\n")
    assert (version, head["v"], head["seq"], manifest["v"]) == (1, 1, 1, 1)
    assert len(data) == 60 + head_length + manifest_length + snapshot_length + 64
    assert hashlib.sha256(data[60 : 60 + head_length]).digest() == data[28:60]
    assert hashlib.sha256(data[:-64]).digest() == data[-64:-32]
    assert hmac.digest(key, data[:-64], hashlib.sha256) == data[-32:]
    assert manifest["court"] == "Juniper County Treatment Court"
    assert data[60 + head_length + manifest_length :][:16] == record_id
