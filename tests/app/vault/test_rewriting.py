from dataclasses import replace

import pytest

from app.vault import key_file, recovery, rewriting
from app.vault.keys import Cost
from app.vault.rewriting import Change, Fresh, NewHolder
from models.errors import BadInput, Damaged, WrongSecret
from tests.conftest import HOLDER
from tests.makers import key_of

NEW = "mesa lantern copper violin"
RUTH = NewHolder(HOLDER, NEW, "case manager", Cost())


@pytest.fixture
def root(made):
    return recovery.root_of(made.sheet.groups)


@pytest.fixture
def fresh(made, root):
    return rewriting.fresh(made.record_id, root, RUTH)


def test_a_new_slot_has_an_id_of_its_own_and_its_passphrase_in_one_form(made, root):
    typed = "ﬁve mesa lantern violins"

    first = rewriting.fresh(made.record_id, root, replace(RUTH, passphrase=typed))
    second = rewriting.fresh(made.record_id, root, replace(RUTH, passphrase=typed))

    assert first.slot.id != second.slot.id
    assert first.passphrase == "five mesa lantern violins"
    assert (first.slot.name, first.slot.role) == (HOLDER, "case manager")
    assert "lantern" not in repr(first)


def test_the_bytes_about_to_be_written_prove_that_the_new_passphrase_opens_them(opened, fresh):
    file = replace(key_file.read(opened.files.key), holders=(fresh.slot,))

    assert rewriting.proved(file.to_bytes(), fresh) == opened.unlocked.keys
    with pytest.raises(WrongSecret):
        rewriting.proved(file.to_bytes(), Fresh(fresh.slot, "another passphrase"))


def test_a_key_file_that_would_not_open_this_record_is_never_written(opened, made):
    before = opened.files.key.read_bytes()
    foreign = rewriting.fresh(made.record_id, bytes(19), RUTH)

    with pytest.raises(BadInput) as caught:
        rewriting.put(opened, Change((foreign.slot,), "holder-added", foreign))

    assert caught.value.key == "holders.other-keys"
    assert opened.files.key.read_bytes() == before


def test_the_open_record_knows_the_key_file_that_was_written(opened, made, fresh):
    written = rewriting.put(opened, Change((fresh.slot,), "passphrase-changed", fresh))

    assert opened.unlocked.file == written == key_file.read(opened.files.spare_key)
    assert written.is_signed(key_of(made))


def test_a_copy_that_does_not_read_back_leaves_none_of_the_new(opened, fresh, monkeypatch):
    files = opened.files
    files.spare_key.unlink()
    before = files.key.read_bytes()
    write = key_file.write_whole

    def lose(path, data):
        write(path, data if path != files.spare_key else data[:-1])

    with monkeypatch.context() as losing:
        losing.setattr(key_file, "write_whole", lose)
        with pytest.raises(Damaged):
            rewriting.put(opened, Change((fresh.slot,), "passphrase-changed", fresh))

    assert files.key.read_bytes() == before
    assert not files.spare_key.exists()
