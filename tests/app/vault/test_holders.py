import shutil
from dataclasses import replace

import pytest
from sqlalchemy import select

from app import audit
from app.vault import creation, holders, key_file, record
from app.vault.check import check
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.holders import HolderFacts, Holders
from app.vault.keys import Cost
from app.vault.rewriting import Change, NewHolder
from app.vault.unlock import Secret, unlock
from models.audit import Audit
from models.court import KeyHolder
from models.errors import BadInput, Damaged, NoSpace, NoSuchThing, WrongSecret
from tests.app.vault.steps import RIGHT, WRONG
from tests.conftest import HOLDER, PASSPHRASE, ZONE

SECOND = "mesa lantern copper violin"
THIRD = "harbor walnut thimble cactus"
OTIS = NewHolder("Otis Pettigrew", SECOND, cost=Cost())


@pytest.fixture
def files(record_path):
    return Files(record_path)


@pytest.fixture
def by_sheet(made):
    return Secret(sheet=" ".join(made.sheet.groups))


@pytest.fixture
def both(opened):
    """The open record with two holders."""
    holders.add(opened, RIGHT, OTIS)
    return opened


def opens(files, passphrase):
    try:
        return unlock(files, Secret(passphrase=passphrase)).holder
    except WrongSecret:
        return None


def refused(call, *words, **named):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the class is what is asserted
        call(*words, **named)
    return caught.value


def rows(opened):
    with opened.desk.read() as session:
        found = session.scalars(select(KeyHolder).order_by(KeyHolder.id)).all()
    return [(row.name, row.removed_on is None) for row in found]


def trail_of(opened):
    with opened.desk.read() as session:
        actions = session.scalars(select(Audit.action).where(Audit.entity == "key_file")).all()
        assert audit.verify(session.connection(), opened.unlocked.keys.audit).problems == ()
    return list(actions)


def same_copies(files):
    return files.key.read_bytes() == files.spare_key.read_bytes()


def test_a_second_holder_opens_with_a_passphrase_of_their_own(opened, files, moment):
    done = holders.add(opened, RIGHT, OTIS)

    assert done == Holders((HOLDER, "Otis Pettigrew"))
    assert (opens(files, PASSPHRASE), opens(files, SECOND)) == (HOLDER, "Otis Pettigrew")
    assert same_copies(files)
    assert rows(opened) == [(HOLDER, True), ("Otis Pettigrew", True)]
    assert trail_of(opened) == ["keys-changing", "holder-added"]
    with opened.desk.read() as session:
        second = holders.listed(session)[1]
    assert second == HolderFacts("Otis Pettigrew", "stand-in", opened.desk.today())


def test_a_changed_passphrase_is_the_only_one_that_opens_either_copy(opened, files):
    holders.change_passphrase(opened, RIGHT, THIRD, cost=Cost())

    assert (opens(files, PASSPHRASE), opens(files, THIRD)) == (None, HOLDER)
    assert same_copies(files)
    files.key.unlink()
    assert (opens(files, PASSPHRASE), opens(files, THIRD)) == (None, HOLDER)
    assert rows(opened) == [(HOLDER, False), (HOLDER, True)]


def test_a_holder_changes_the_own_passphrase_and_nobody_elses(both, files):
    done = holders.change_passphrase(both, Secret(passphrase=SECOND), THIRD, cost=Cost())

    assert done.names == (HOLDER, "Otis Pettigrew")
    assert (opens(files, PASSPHRASE), opens(files, THIRD)) == (HOLDER, "Otis Pettigrew")


def test_by_the_sheet_it_is_said_whose_passphrase_is_changed(both, files, by_sheet):
    holders.change_passphrase(both, by_sheet, THIRD, holder="Otis Pettigrew", cost=Cost())

    assert (opens(files, SECOND), opens(files, THIRD)) == (None, "Otis Pettigrew")
    nobody = refused(holders.change_passphrase, both, by_sheet, THIRD, cost=Cost())
    assert (type(nobody), nobody.key) == (NoSuchThing, "holders.none")


def test_a_removed_holder_is_out_and_stays_in_the_list_of_those_who_were(both, files):
    done = holders.remove(both, RIGHT, "Otis Pettigrew")

    assert done.names == (HOLDER,)
    assert (opens(files, PASSPHRASE), opens(files, SECOND)) == (HOLDER, None)
    assert rows(both) == [(HOLDER, True), ("Otis Pettigrew", False)]


def test_a_renamed_holder_keeps_the_passphrase(both, files):
    holders.rename(both, Secret(passphrase=SECOND), "Otis Pettigrew", "Otis P. Marsh")

    assert opens(files, SECOND) == "Otis P. Marsh"
    assert rows(both) == [(HOLDER, True), ("Otis P. Marsh", True)]
    assert both.desk.holder == HOLDER


def test_whoever_works_goes_on_under_the_new_name(opened):
    holders.rename(opened, RIGHT, HOLDER, "Ruth Marsh")

    assert opened.desk.holder == "Ruth Marsh"
    assert holders.rename(opened, RIGHT, "Ruth Marsh", "ruth marsh").names == ("ruth marsh",)


def test_a_name_typed_in_another_form_leaves_the_trail_in_order(opened, files):
    holders.add(opened, RIGHT, replace(OTIS, name=" Jose\u0301  Ruiz"))
    holders.rename(opened, RIGHT, HOLDER, "Rene\u0301e  Amsel")

    assert opened.desk.holder == "Ren\u00e9e Amsel"
    done = holders.remove(opened, RIGHT, "Jose\u0301 Ruiz")
    assert done.names == ("Ren\u00e9e Amsel",)
    by_name = Secret(passphrase=PASSPHRASE, holder="Rene\u0301e Amsel")
    assert unlock(files, by_name).holder == "Ren\u00e9e Amsel"
    opened.close()
    assert check(files.record, RIGHT).problems == []


def test_there_are_no_more_holders_than_a_key_file_can_have(opened, files):
    acting = holders.act(opened, RIGHT)
    own = acting.slots[0]
    others = tuple(replace(own, id=f"{place:016x}", name=f"Holder {place}") for place in range(19))
    everybody = Change((own, *others), "holder-added")
    assert len(holders.put(opened, acting, everybody).names) == 20
    before = files.key.read_bytes()

    error = refused(holders.add, opened, RIGHT, OTIS)

    assert (type(error), error.key, error.facts) == (BadInput, "holders.too-many", {"most": 20})
    assert files.key.read_bytes() == before


REFUSED = {
    "the name of the sheet": (
        holders.rename,
        (HOLDER, "Recovery Sheet"),
        "holders.reserved",
    ),
    "the last holder": (holders.remove, (HOLDER,), "holders.last"),
    "a stranger": (holders.remove, ("Eve",), "holders.none"),
    "a stranger's name": (holders.rename, ("Eve", "Ada"), "holders.none"),
    "no name": (holders.rename, (HOLDER, " "), "record.name"),
    "a name that is taken": (
        holders.add,
        (replace(OTIS, name=" ruth  AMSEL"),),
        "holders.same-name",
    ),
    "a weak passphrase": (
        holders.add,
        (replace(OTIS, passphrase="a" * 20),),
        "passphrase.too-weak",
    ),
    "a short one": (holders.change_passphrase, ("short",), "passphrase.too-short"),
    "the one there was": (holders.change_passphrase, (PASSPHRASE,), "passphrase.same"),
}


@pytest.mark.parametrize(("call", "words", "key"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_changes_nothing(opened, files, call, words, key):
    before = files.key.read_bytes()

    error = refused(call, opened, RIGHT, *words)

    assert error.key == key
    assert isinstance(error, (BadInput, NoSuchThing))
    assert files.key.read_bytes() == before
    assert trail_of(opened) == []


def test_nobody_acts_without_showing_once_more_that_the_record_is_theirs(opened, by_sheet):
    swapped = Secret(sheet=" ".join(reversed(by_sheet.sheet.split())))
    foreign = Secret(sheet=f"Record {'ab' * 16}\n{by_sheet.sheet}")

    for secret in (WRONG, Secret(), swapped, foreign):
        assert isinstance(refused(holders.add, opened, secret, OTIS), WrongSecret)

    assert rows(opened) == [(HOLDER, True)]


def test_a_passphrase_of_another_records_key_file_shows_nothing(opened, files, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "court.milepost"
    creation.create(other, Wanted("Other Court", "Otis", THIRD, ZONE, Cost()))
    shutil.copy(Files(other).key, files.key)

    assert isinstance(refused(holders.add, opened, Secret(passphrase=THIRD), OTIS), WrongSecret)
    assert holders.add(opened, RIGHT, OTIS).names == (HOLDER, "Otis Pettigrew")


def test_without_a_key_file_only_the_sheet_shows_it(opened, files, by_sheet):
    files.key.unlink()
    files.spare_key.unlink()

    assert isinstance(refused(holders.add, opened, RIGHT, OTIS), Damaged)
    done = holders.add(opened, by_sheet, OTIS)

    assert done == Holders(("Otis Pettigrew",), to_add_again=(HOLDER,))
    assert rows(opened) == [(HOLDER, False), ("Otis Pettigrew", True)]


def test_slots_of_a_file_without_the_records_code_are_not_taken_over(both, files):
    file = replace(key_file.read(files.key), mac=bytes(32))
    for part in (files.key, files.spare_key):
        key_file.write(part, file)

    done = holders.change_passphrase(both, RIGHT, THIRD, cost=Cost())

    assert done == Holders((HOLDER,), to_add_again=("Otis Pettigrew",))
    assert (opens(files, THIRD), opens(files, SECOND)) == (HOLDER, None)


def test_an_ended_passphrase_of_a_file_that_was_put_back_changes_nothing(opened, files):
    earlier = files.key.read_bytes()
    holders.change_passphrase(opened, RIGHT, THIRD, cost=Cost())
    files.key.write_bytes(earlier)
    files.spare_key.write_bytes(earlier)

    error = refused(holders.add, opened, RIGHT, OTIS)

    assert (type(error), error.key) == (BadInput, "holders.earlier")
    assert files.key.read_bytes() == earlier


def test_a_drive_that_fails_leaves_the_earlier_key_file_and_rows(opened, files, monkeypatch):
    before = files.key.read_bytes()
    write = key_file.write_whole
    tries = iter(range(9))

    def fail(path, data):
        if next(tries) == 1:  # the spare copy
            raise OSError(28, "No space left on device")
        write(path, data)

    with monkeypatch.context() as full:
        full.setattr(key_file, "write_whole", fail)
        assert isinstance(refused(holders.add, opened, RIGHT, OTIS), NoSpace)

    assert files.key.read_bytes() == files.spare_key.read_bytes() == before
    assert rows(opened) == [(HOLDER, True)]


def test_a_record_whose_holders_have_changed_passes_every_check(record_path):
    found = record.open_record(record_path, RIGHT)
    holders.add(found, RIGHT, OTIS)
    holders.rename(found, RIGHT, "Otis Pettigrew", "Otis Marsh")
    holders.change_passphrase(found, RIGHT, THIRD, cost=Cost())
    holders.remove(found, Secret(passphrase=THIRD), "Otis Marsh")
    found.close()

    assert check(record_path, Secret(passphrase=THIRD)).problems == []
