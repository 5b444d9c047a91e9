"""R16: every file that the program reads, written as nobody would; a refusal has words, or is none.

What is below the passphrase is opened by the keys themselves, and sealed anew where they seal.
"""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app import settings
from app.backup import container, finding, verifying
from app.backup.container import DIGEST_BYTES, FIXED, FOOT_BYTES, NONCE_BYTES
from app.vault import key_file, record, state, unlock
from app.vault.files import Files
from tests.torture import court, fuzzed_tables
from tests.torture.court import Court
from tests.torture.fuzzing import Read, Reader, lay_out_of
from tests.torture.mutations import changed, of_json
from tests.torture.row import Row, Series

OPENED = 20  # of so many inputs beside a record, one is met by a whole opening
BARE = "the bare reader of JSON"


def backups(folder: Path) -> Read:
    own = court.make(folder / "own")
    path = court.backed_up(own, folder / "stick")
    whole = path.read_bytes()

    def read(chance: Random, number: int) -> tuple[str, str]:
        path.write_bytes(_other_backup(whole, own, chance))
        finding.look_at(path, "Stick A")
        if number % 2:
            verified = verifying.verify(path, own.by_sheet)
            return ("whole" if verified.is_whole else "problems"), ""
        verifying.open_with(path, own.keys, court.HOLDER)
        return "whole", ""

    return read


def _other_backup(whole: bytes, own: Court, chance: Random) -> bytes:
    """Return a backup of other bytes, or with another head or manifest, every code put right."""
    if chance.random() < 0.3:
        return changed(whole, chance)
    fixed = list(FIXED.unpack_from(whole))
    start = FIXED.size + fixed[2]
    head, sealed = whole[FIXED.size : start], whole[start : start + fixed[3]]
    manifest = AESGCM(own.keys.backup).decrypt(
        sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], whole[:start]
    )
    if chance.random() < 0.5:
        head = of_json(head, chance)
    else:
        manifest = of_json(manifest, chance)
    fixed[2], fixed[5] = len(head), hashlib.sha256(head).digest()
    fixed[3] = NONCE_BYTES + len(manifest) + key_file.TAG_BYTES
    begun = FIXED.pack(*fixed) + head
    nonce = chance.randbytes(NONCE_BYTES)
    begun += nonce + AESGCM(own.keys.backup).encrypt(nonce, manifest, begun)
    body = begun + whole[start + len(sealed) : -FOOT_BYTES]
    codes = container.Codes(own.keys.backup)
    codes.feed(body)
    return body + codes.digest + codes.code[:DIGEST_BYTES]


# What stands beside a record, and the settings of a computer


def key_files(folder: Path) -> Read:
    own = court.make(folder / "own")
    whole = own.files.key.read_bytes()
    text = whole.split(b"\n")[0]
    path = own.copy_to(folder / "copy")

    def read(chance: Random, number: int) -> tuple[str, str]:
        other = of_json(text, chance)
        files = Files(path)
        files.key.write_bytes(
            other + b"\n" + hashlib.sha256(other).hexdigest().encode() + b"\n"
            if chance.random() < 0.8
            else changed(whole, chance)
        )
        if number % OPENED == 0:
            record.open_record(path, own.by_sheet).close()
            return "opened", ""
        found = unlock.unlock(files, own.by_sheet)
        key_file.read_each(files.key, files.spare_key)
        return ("altered" if found.altered else "taken"), ""

    return read


def states(folder: Path) -> Read:
    own = court.make(folder / "own")
    whole = own.files.state.read_bytes()
    path = own.copy_to(folder / "copy")

    def read(chance: Random, number: int) -> tuple[str, str]:
        files = Files(path)
        files.state.write_bytes(of_json(whole, chance))
        found = state.read(files.state)
        if found is not None and chance.random() < 0.5:
            try:
                signed = replace(found, mac=None).signed(own.keys.seal)
            except ValueError:  # a text that no text file of ours can hold
                return "unreadable", ""
            state.write(files.state, signed)
        if number % OPENED == 0:
            record.open_record(path, own.by_sheet).close()
            return "opened", ""
        return ("unreadable" if found is None else "read"), ""

    return read


def kept_settings(folder: Path) -> Read:
    os.environ["MILEPOST_STATE"] = str(folder)
    settings.save(settings.Settings(record="court.milepost", court="Juniper County"))
    path = folder / settings.NAME
    whole = path.read_bytes()

    def read(chance: Random, _number: int) -> tuple[str, str]:
        path.write_bytes(of_json(whole, chance))
        settings.save(settings.load())
        return "read", ""

    return read


def bare_json(_folder: Path) -> Read:
    whole = json.dumps({"v": 1, "seq": 7, "holders": [{"name": "Ruth Amsel"}]}).encode()

    def read(chance: Random, _number: int) -> tuple[str, str]:
        plain: Any = json.loads(of_json(whole, chance))
        return f"{plain['v'] + plain['seq']} {plain['holders'][0]['name']}", ""

    return read


# As many cases as go into some twenty minutes.
READERS = (
    Reader("csv", "tables in text", fuzzed_tables.of_tables, "the bare reader of text",
           fuzzed_tables.bare_csv, 400, 2),
    Reader("xlsx", "workbooks", fuzzed_tables.of_workbooks, "the bare reader of workbooks",
           fuzzed_tables.bare_workbook, 550, 2),
    Reader("backup", "backups, codes put right", backups, BARE, bare_json, 1_500, 2),
    Reader("key-file", "key files", key_files, BARE, bare_json, 1_000, 2),
    Reader("state", "states, half of them signed", states, BARE, bare_json, 1_000, 2),
    Reader("settings", "settings", kept_settings, BARE, bare_json, 3_400, 2),
)  # fmt: skip

ROWS = tuple(
    Row(
        "R16",
        reader.part,
        Series(f"inputs that nobody would write: {reader.what}", lay_out_of(reader.lay_out),
               reader.cases, reader.short),
        "crashed",
        Series(reader.bare, lay_out_of(reader.lay_out_bare), 10, 1),
    )
    for reader in READERS
)  # fmt: skip
