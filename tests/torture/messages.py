"""R11: whatever is wrong with a secret, a record or a backup is told by its own message."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app import wording
from app.backup.container import FIXED, FOOT_BYTES
from app.vault import record, recovery, replacing
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models import engine as engines
from models.audit import ALPHABET
from tests.torture import backups, court
from tests.torture.court import Court
from tests.torture.row import Case, Outcome, Row, Series
from tests.torture.scene import Scene, Words, call

NEW = "mesa lantern copper violin"


@dataclass(frozen=True)
class Mishap:
    """One thing that is wrong: how it comes about, and what a command must say of it."""

    words: Callable[[Scene, Random], Words]
    code: int
    key: str
    or_keys: tuple[str, ...] = ()


def _guess(chance: Random) -> str:
    return " ".join(chance.choice("adobe river juniper mesa quail").upper() for _ in range(20))


def _typo(scene: Scene, chance: Random) -> Words:
    groups = [list(group) for group in scene.own.groups]
    group, place = chance.randrange(6), chance.randrange(6)
    groups[group][place] = chance.choice(ALPHABET.replace(groups[group][place], ""))
    lines = (f"{number}  {''.join(each)}" for number, each in enumerate(groups, 1))
    return scene.secret("\n".join(lines), "--sheet-file")


def _others_sheet(scene: Scene, _chance: Random) -> Words:
    return scene.secret(scene.other.sheet, "--sheet-file")


def _nobodys_groups(scene: Scene, chance: Random) -> Words:
    """Give six groups that check and say of no record that they are its own."""
    root = chance.getrandbits(recovery.R_BITS).to_bytes(recovery.R_BYTES, "big")
    return scene.secret("\n".join(recovery.groups_of(root)), "--sheet-file")


def _flip(path: Path, chance: Random, first: int = 0, last: int = 0) -> None:
    """Flip a bit; not before `first`, and not among the `last` bytes."""
    data = bytearray(path.read_bytes())
    data[chance.randrange(first, len(data) - last)] ^= 1 << chance.randrange(8)
    path.write_bytes(bytes(data))


def _others_keys(scene: Scene, _chance: Random) -> Words:
    for part in ("key", "spare_key"):
        getattr(Files(scene.record), part).write_bytes(
            getattr(scene.other.files, part).read_bytes()
        )
    return scene.list_by(scene.right)


def _damaged_keys(scene: Scene, chance: Random) -> Words:
    for part in (Files(scene.record).key, Files(scene.record).spare_key):
        _flip(part, chance)
    return scene.list_by(scene.right)


def _no_keys(scene: Scene, _chance: Random) -> Words:
    for part in (Files(scene.record).key, Files(scene.record).spare_key):
        part.unlink()
    return scene.list_by(scene.right)


def _record_is(content: Callable[[bytes, Random], bytes]) -> Callable[[Scene, Random], Words]:
    def made(scene: Scene, chance: Random) -> Words:
        scene.record.write_bytes(content(scene.record.read_bytes(), chance))
        return scene.list_by(scene.right)

    return made


def _backup_is(content: Callable[[bytes, Random], bytes]) -> Callable[[Scene, Random], Words]:
    def made(scene: Scene, chance: Random) -> Words:
        scene.backup.write_bytes(content(scene.backup.read_bytes(), chance))
        return scene.restore()

    return made


def _newer(scene: Scene, chance: Random) -> Words:
    connection = engines.connect(scene.record, scene.own.keys.record)
    revision = str(chance.randrange(5000, 9999))
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()
    return scene.list_by(scene.right)


def _newer_backup(whole: bytes, chance: Random) -> bytes:
    version = chance.randrange(2, 2**32).to_bytes(4, "big")
    return whole[:8] + version + whole[12:]


def _bad_page(scene: Scene, chance: Random) -> Words:
    _flip(scene.record, chance, first=engines.PAGE_BYTES)
    return ("check", scene.record, *scene.right)


def _damaged_backup(whole: bytes, chance: Random) -> bytes:
    data = bytearray(whole)
    data[chance.randrange(FIXED.size + 2000, len(data) - FOOT_BYTES)] ^= 1 << chance.randrange(8)
    return bytes(data)


def _tampered(whole: bytes, chance: Random) -> bytes:
    damaged = _damaged_backup(whole, chance)
    return backups.resealed(damaged[:-FOOT_BYTES], damaged[-32:])


def _others_backup(scene: Scene, _chance: Random) -> Words:
    return ("restore", scene.other_backup, scene.record, *scene.right)


def _earlier(secret: Callable[[Scene], Words]) -> Callable[[Scene, Random], Words]:
    def made(scene: Scene, _chance: Random) -> Words:
        court.copied(scene.replaced, scene.record.parent)
        return scene.list_by(secret(scene))

    return made


def _cut(whole: bytes, chance: Random) -> bytes:
    size = chance.randrange(engines.PAGE_BYTES + 1, len(whole))
    return whole[: size - (size % engines.PAGE_BYTES == 0)]


MISHAPS = {
    "wrong passphrase": Mishap(lambda s, c: s.list_by(s.secret(_guess(c))), 10, "passphrase.wrong"),
    "wrong passphrase of a backup": Mishap(
        lambda s, c: s.verify_by(s.secret(_guess(c))), 10, "backup.wrong-passphrase"
    ),
    "no passphrase": Mishap(lambda s, _: s.list_by(()), 10, "passphrase.none"),
    "typo on the sheet": Mishap(lambda s, c: s.list_by(_typo(s, c)), 10, "sheet.wrong-group"),
    "typo, for a backup": Mishap(lambda s, c: s.verify_by(_typo(s, c)), 10, "sheet.wrong-group"),
    "other sheet": Mishap(lambda s, c: s.list_by(_others_sheet(s, c)), 10, "sheet.other-record"),
    "other sheet, for a backup": Mishap(
        lambda s, c: s.verify_by(_others_sheet(s, c)), 10, "sheet.other-record"
    ),
    # Without a record's name on it nobody can tell an earlier sheet from another court's.
    "nobody's groups": Mishap(lambda s, c: s.list_by(_nobodys_groups(s, c)), 10, "sheet.earlier"),
    "nobody's groups, for a backup": Mishap(
        lambda s, c: s.verify_by(_nobodys_groups(s, c)), 10, "sheet.other-record"
    ),
    "earlier sheet": Mishap(
        _earlier(lambda s: s.secret(s.own.sheet, "--sheet-file")), 10, "sheet.earlier"
    ),
    "earlier passphrase": Mishap(_earlier(lambda s: s.right), 10, "passphrase.wrong"),
    "other key file": Mishap(_others_keys, 11, "record.other"),
    "damaged key files": Mishap(_damaged_keys, 11, "key-file.damaged"),
    "no key files": Mishap(_no_keys, 11, "key-file.missing"),
    "empty record": Mishap(_record_is(lambda _w, _c: b""), 11, "record.empty"),
    "plain record": Mishap(
        _record_is(lambda w, c: engines.PLAIN_HEADER + c.randbytes(len(w) - 16)),
        11,
        "record.plain",
    ),
    "record cut off": Mishap(_record_is(_cut), 11, "record.truncated"),
    "no record": Mishap(
        _record_is(lambda w, c: b"%PDF-1.7\n" + c.randbytes(c.randrange(len(w)))),
        11,
        "record.not-a-record",
    ),
    "newer record": Mishap(_newer, 12, "record.newer"),
    # It may be the page from which the check reads where the others are, or the version.
    "damaged page": Mishap(
        _bad_page, 11, "check.page", or_keys=("record.damaged", "record.no-revision")
    ),
    "damaged backup": Mishap(_backup_is(_damaged_backup), 11, "backup.damaged"),
    "tampered backup": Mishap(_backup_is(_tampered), 11, "backup.tampered"),
    "backup cut off": Mishap(
        _backup_is(lambda w, c: w[: c.randrange(8, len(w))]), 11, "backup.truncated"
    ),
    "empty backup": Mishap(_backup_is(lambda _w, _c: b""), 11, "backup.empty"),
    "no backup": Mishap(
        _backup_is(lambda w, c: b"PK" + c.randbytes(c.randrange(len(w)))),
        11,
        "backup.not-a-backup",
    ),
    "newer backup": Mishap(_backup_is(_newer_backup), 12, "backup.newer"),
    "other backup": Mishap(_others_backup, 15, "backup.other-record"),
}


def lay_out(folder: Path) -> Case:
    """Make two courts and what they need; each case spoils a copy of the first."""
    return _case(folder, lambda kind: kind)


def lay_out_mixed_up(folder: Path) -> Case:
    """Wait for the message of the next mishap in the list: the control, which must not hear it."""
    order = list(MISHAPS)
    return _case(folder, lambda kind: order[(order.index(kind) + 1) % len(order)])


def _case(folder: Path, expected: Callable[[str], str]) -> Case:
    own = court.make(folder / "own")
    other = court.make(folder / "other", name="Mesquite Treatment Court")
    backup = court.backed_up(own, folder / "stick")
    other_backup = court.backed_up(other, folder / "other-stick")
    replaced = _replaced(own, folder / "replaced")

    def case(number: int, chance: Random) -> Outcome:
        kind = list(MISHAPS)[number % len(MISHAPS)]
        here = folder / "case"
        spoiled = court.copied(own.path, here)
        copy = here / backup.name
        copy.write_bytes(backup.read_bytes())
        scene = Scene(here, spoiled, copy, own, other, other_backup, replaced)
        wrong = unlike(MISHAPS[expected(kind)], *call(MISHAPS[kind].words(scene, chance)))
        return Outcome(kind, (f"{kind}: {wrong}",) if wrong else ())

    return case


def _replaced(own: Court, folder: Path) -> Path:
    path = own.copy_to(folder)
    secret = Secret(passphrase=court.PASSPHRASE)
    found = record.open_record(path, secret)
    new = NewHolder(court.HOLDER, NEW, cost=Cost())
    replacing.carry_out(found, replacing.plan(found, secret, new))
    return path


def unlike(mishap: Mishap, code: int, shown: dict[str, object]) -> str:
    """Return what is not as it must be, nothing where code and sentence are right."""
    told = [shown["error"], *()] if "error" in shown else shown.get("problems", [])
    messages = [str(each["message"]) for each in told]  # type: ignore[index,union-attr]
    if code == mishap.code and any(_is_said(mishap, each) for each in messages):
        return ""
    return f"{code} {messages}"


def _is_said(mishap: Mishap, message: str) -> bool:
    texts = wording.catalogue()
    keys = [each + end for each in (mishap.key, *mishap.or_keys) for end in ("", ".one", ".other")]
    patterns = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(texts[key])) for key in keys if key in texts]
    return any(re.fullmatch(pattern, message) for pattern in patterns)


ROWS = (
    Row(
        "R11",
        "messages",
        Series("wrong secrets, damaged, newer and foreign files", lay_out, 2_000, 27),
        bad="missed",
        control=Series("the next one's message waited for", lay_out_mixed_up, 270, 5),
    ),
)
