import shutil

import pytest

from app.vault import creation, holders, key_file, record, recovering
from app.vault.check import check
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.holders import Holders
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret, unlock
from models.errors import BadInput, InUse, WrongSecret
from tests.app.vault.steps import RIGHT
from tests.conftest import HOLDER, PASSPHRASE, ZONE

NEW = "mesa lantern copper violin"
THIRD = "harbor walnut thimble cactus"
RUTH = NewHolder(HOLDER, NEW, cost=Cost())


@pytest.fixture
def files(record_path):
    return Files(record_path)


@pytest.fixture
def sheet(made):
    return " ".join(made.sheet.groups)


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    path = tmp_path_factory.mktemp("other") / "other.milepost"
    return creation.create(path, Wanted("Other Court", "Otis", PASSPHRASE, ZONE, Cost()))


def opens(files, passphrase):
    try:
        return unlock(files, Secret(passphrase=passphrase)).holder
    except WrongSecret:
        return None


def recover(path, sheet, new):
    found = record.open_record(path, Secret(sheet=sheet))
    try:
        return recovering.recover(found, sheet, new)
    finally:
        found.close()


def with_otis(files):
    found = record.open_record(files.record, RIGHT)
    holders.add(found, RIGHT, NewHolder("Otis", THIRD, cost=Cost()))
    found.close()


def missing(files, _other):
    files.key.unlink()
    files.spare_key.unlink()


def damaged(files, _other):
    files.key.write_bytes(b"")
    files.spare_key.write_bytes(b"{}")


def foreign(files, other):
    shutil.copy(other.files.key, files.key)
    shutil.copy(other.files.spare_key, files.spare_key)


def altered(files, _other):
    file = key_file.read(files.key)
    for part in (files.key, files.spare_key):
        key_file.write(part, key_file.KeyFile(file.record_id, file.check_value, file.holders))


def test_a_forgotten_passphrase_is_replaced_and_the_others_stay(files, sheet):
    with_otis(files)

    done = recover(files.record, sheet, RUTH)

    assert done == Holders(("Otis", HOLDER))
    assert (opens(files, NEW), opens(files, THIRD), opens(files, PASSPHRASE)) == (
        HOLDER,
        "Otis",
        None,
    )
    assert check(files.record, Secret(passphrase=NEW)).problems == []


def test_somebody_new_takes_over_with_a_passphrase_of_their_own(files, sheet):
    done = recover(files.record, sheet, NewHolder("Ada", NEW, cost=Cost()))

    assert done.names == (HOLDER, "Ada")
    assert (opens(files, NEW), opens(files, PASSPHRASE)) == ("Ada", HOLDER)


@pytest.mark.parametrize("harm", [missing, damaged, foreign, altered])
def test_the_sheet_is_enough_whatever_became_of_the_key_files(files, sheet, other, harm):
    with_otis(files)
    harm(files, other)

    done = recover(files.record, sheet, RUTH)

    assert done == Holders((HOLDER,), to_add_again=("Otis",))
    assert (opens(files, NEW), opens(files, THIRD)) == (HOLDER, None)
    assert files.key.read_bytes() == files.spare_key.read_bytes()
    assert check(files.record, Secret(passphrase=NEW)).problems == []


def test_the_role_that_somebody_had_stays(files, sheet):
    recover(files.record, sheet, RUTH)

    assert key_file.read(files.key).holders[0].role == "case manager"


def test_a_sheet_of_another_record_writes_nothing(files, other):
    missing(files, other)
    wrong = " ".join(other.sheet.groups)

    with pytest.raises(WrongSecret):
        recover(files.record, wrong, RUTH)

    assert not files.key.exists()
    assert not files.spare_key.exists()


@pytest.mark.parametrize(
    "new", [NewHolder(HOLDER, "short"), NewHolder("", NEW)], ids=["weak", "no name"]
)
def test_a_refusal_leaves_the_key_files_and_the_record_closed(files, sheet, new):
    before = files.key.read_bytes()

    with pytest.raises(BadInput):
        recover(files.record, sheet, new)

    assert files.key.read_bytes() == before
    assert opens(files, PASSPHRASE) == HOLDER
    record.open_record(files.record, RIGHT).close()


def test_a_record_in_use_is_left_alone(opened, sheet):
    with pytest.raises(InUse):
        recover(opened.files.record, sheet, RUTH)


@pytest.mark.parametrize("typed", ["ruth  amsel", "\uff32uth AMSEL "])
def test_a_holder_recovers_however_the_name_is_typed(files, sheet, typed):
    done = recover(files.record, sheet, NewHolder(typed, NEW, cost=Cost()))

    assert done == Holders((HOLDER,))
    assert (opens(files, NEW), opens(files, PASSPHRASE)) == (HOLDER, None)
    assert key_file.read(files.key).holders[0].role == "case manager"


def test_a_lost_holder_who_recovers_has_not_to_be_added_again(files, sheet, other):
    missing(files, other)

    done = recover(files.record, sheet, NewHolder("RUTH amsel", NEW, cost=Cost()))

    assert done == Holders((HOLDER,))


def test_a_new_name_in_another_form_leaves_the_trail_in_order(files, sheet):
    recover(files.record, sheet, NewHolder("Jose\u0301 Ruiz", NEW, cost=Cost()))

    assert opens(files, NEW) == "Jos\u00e9 Ruiz"
    assert check(files.record, Secret(passphrase=NEW)).problems == []
