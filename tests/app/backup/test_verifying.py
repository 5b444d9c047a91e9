"""Damage is told to anybody, tampering to who has a key, and each for what it is."""

import shutil

import pytest

from app.backup import verifying
from app.vault import creation, recovery
from app.vault.creation import Wanted
from app.vault.unlock import SHEET_HOLDER, Secret
from models.errors import Damaged, NoSuchThing, WrongSecret
from tests.app.backup.test_container import forged, resealed
from tests.conftest import HOLDER, PASSPHRASE, ZONE

RIGHT = Secret(passphrase=PASSPHRASE)


def flip(path, place=-100):
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))
    return bytes(data)


def kinds(verified):
    return [problem.kind for problem in verified.problems]


def test_without_a_key_a_whole_backup_is_whole_and_nothing_more_is_said(kept):
    verified = verifying.verify(kept.path)

    assert (verified.is_whole, verified.authenticated, kinds(verified)) == (True, None, [])
    assert verified.head.seq == 1


@pytest.mark.parametrize("with_holder", [None, HOLDER])
def test_a_passphrase_of_the_day_proves_it_ours(kept, with_holder):
    secret = Secret(passphrase=PASSPHRASE, holder=with_holder)

    assert verifying.verify(kept.path, secret).authenticated is True
    assert verifying.open_backup(kept.path, secret).holder == HOLDER


def test_the_sheet_proves_it_ours(kept):
    opened = verifying.open_backup(kept.path, Secret(sheet=kept.sheet))

    assert opened.holder == SHEET_HOLDER
    assert opened.keys == kept.keys


@pytest.mark.parametrize(
    ("secret", "key"),
    [
        (Secret(passphrase="four words nobody typed here"), "backup.wrong-passphrase"),
        (Secret(passphrase="\x00"), "passphrase.wrong"),
        (Secret(), "backup.wrong-passphrase"),
        (Secret(passphrase=PASSPHRASE, holder="Otis Pettigrew"), "passphrase.no-such-holder"),
        (Secret(sheet="no groups"), "sheet.not-six-groups"),
    ],
)
def test_a_wrong_secret_is_told_as_such(kept, secret, key):
    with pytest.raises(WrongSecret) as refused:
        verifying.verify(kept.path, secret)

    assert refused.value.key == key


def test_the_group_with_a_typo_is_named(kept):
    groups = kept.sheet.splitlines()
    letter = "2" if groups[3][4] != "2" else "3"
    groups[3] = groups[3][:4] + letter + groups[3][5:]

    with pytest.raises(WrongSecret) as refused:
        verifying.verify(kept.path, Secret(sheet="\n".join(groups)))

    assert (refused.value.key, refused.value.facts) == ("sheet.wrong-group", {"group": 4})


@pytest.mark.parametrize("printed", ["", "Record 00000000000000000000000000000000\n"])
def test_the_sheet_of_another_record_is_told_as_such(kept, printed):
    groups = recovery.groups_of(recovery.new_root()) if not printed else kept.sheet.split()[1::2]
    sheet = printed + "\n".join(f"{number}  {group}" for number, group in enumerate(groups, 1))

    with pytest.raises(WrongSecret) as refused:
        verifying.verify(kept.path, Secret(sheet=sheet))

    assert refused.value.key == "sheet.other-record"


def test_damage_is_found_with_a_key_and_without(kept):
    flip(kept.path)

    bare, keyed = verifying.verify(kept.path), verifying.verify(kept.path, RIGHT)

    assert (kinds(bare), bare.authenticated) == (["hash"], None)
    assert (kinds(keyed), keyed.authenticated) == (["hash"], False)
    assert bare.head.seq == 1


def test_a_wrong_passphrase_is_told_before_damage_further_on(kept):
    flip(kept.path)

    with pytest.raises(WrongSecret):
        verifying.verify(kept.path, Secret(passphrase="four words nobody typed here"))


def test_tampering_is_found_with_a_key_only(kept):
    resealed(kept.path, flip(kept.path))

    assert verifying.verify(kept.path).is_whole
    assert kinds(verifying.verify(kept.path, RIGHT)) == ["mac"]


def test_a_head_with_another_check_value_is_tampering(kept):
    forged(kept.path, kcv="00" * 8)

    assert kinds(verifying.verify(kept.path, RIGHT)) == ["mac"]


def test_the_slots_of_another_record_open_nothing_here(kept, tmp_path):
    other = creation.create(
        tmp_path / "other.milepost", Wanted("Other Court", "Otis", PASSPHRASE, ZONE)
    )
    theirs = verifying.key_file.read(other.files.key)
    forged(kept.path, holders=[slot.nameless() for slot in theirs.holders])

    with pytest.raises(WrongSecret):
        verifying.open_backup(kept.path, RIGHT)


def test_a_backup_without_slots_opens_by_the_sheet_only(kept):
    forged(kept.path, holders=[])

    with pytest.raises(WrongSecret) as refused:
        verifying.open_backup(kept.path, RIGHT)
    assert refused.value.key == "backup.sheet-only"
    with pytest.raises(Damaged):  # it was one of ours with slots
        verifying.open_backup(kept.path, Secret(sheet=kept.sheet))


def test_a_backup_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(NoSuchThing):
        verifying.verify(tmp_path / "gone.milebak")


def test_a_newer_and_a_foreign_file_are_findings(kept, tmp_path):
    shutil.copy(kept.record, tmp_path / "x.milebak")
    newer = bytearray(kept.path.read_bytes())
    newer[11] = 9
    kept.path.write_bytes(bytes(newer))

    assert kinds(verifying.verify(kept.path)) == ["newer"]
    assert kinds(verifying.verify(tmp_path / "x.milebak", RIGHT)) == ["not-a-record"]
    assert verifying.verify(tmp_path / "x.milebak", RIGHT).authenticated is None


def test_the_keys_of_the_open_record_open_its_backups_and_no_others(kept):
    assert verifying.open_with(kept.path, kept.keys, HOLDER).holder == HOLDER

    with pytest.raises(WrongSecret) as refused:
        verifying.open_with(kept.path, verifying.keys.derive(bytes(19), bytes(16)), HOLDER)
    assert refused.value.key == "backup.other-keys"
    flip(kept.path)
    with pytest.raises(Damaged):
        verifying.open_with(kept.path, kept.keys, HOLDER)
