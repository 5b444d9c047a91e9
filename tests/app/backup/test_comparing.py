"""A backup is told as older, newer or another court's before it takes anybody's place."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from app.backup import comparing, making, verifying
from app.backup.comparing import Comparison, Stand
from app.vault import record, replacing
from app.vault.creation import Wanted, create
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from tests.conftest import PASSPHRASE, ZONE
from tests.makers import make_participant

RIGHT = Secret(passphrase=PASSPHRASE)


@pytest.fixture
def opened_backup(kept):
    return verifying.open_backup(kept.path, RIGHT)


@pytest.fixture
def present(kept, tmp_path):
    """The record that the backup was made of, closed."""
    folder = tmp_path / "present"
    shutil.copytree(kept.record.parent, folder)
    return folder / kept.record.name


def test_nothing_stands_in_the_way_of_a_free_name(opened_backup, tmp_path):
    assert comparing.compare(opened_backup, tmp_path / "new.milepost") == Comparison(Stand.FREE)


def test_a_record_that_went_on_is_newer_and_says_since_when(opened_backup, present):
    found = comparing.compare(opened_backup, present)

    assert found.stand is Stand.OLDER
    assert not found.other_keys
    assert abs(found.latest - opened_backup.head.created) < timedelta(minutes=5)


def test_a_record_from_before_the_backup_is_older(present, tmp_path):
    opened = record.open_record(present, RIGHT)
    opened.close()
    before = tmp_path / "before"
    shutil.copytree(present.parent, before)
    opened = record.open_record(present, RIGHT)
    make_participant(opened.desk, "Later")
    later = making.backup(opened, tmp_path)
    opened.close()

    found = comparing.compare(verifying.open_backup(later.path, RIGHT), before / present.name)

    assert found.stand is Stand.NEWER


def test_a_state_that_is_missing_or_forged_says_nothing(opened_backup, present):
    state = Files(present).state
    state.write_text(state.read_text().replace('"audit_seq": ', '"audit_seq": 1'))
    assert comparing.compare(opened_backup, present) == Comparison(Stand.UNKNOWN)

    state.unlink()
    assert comparing.compare(opened_backup, present) == Comparison(Stand.UNKNOWN)


def test_keys_that_were_replaced_since_are_told(opened_backup, present):
    opened = record.open_record(present, RIGHT)
    new = NewHolder("Ruth Amsel", "harbor walnut thimble cactus", cost=Cost())
    plan = replacing.plan(opened, RIGHT, new)
    replacing.carry_out(opened, plan, lambda _path, _unlocked, _file: None)

    assert comparing.compare(opened_backup, present).other_keys


def test_another_courts_record_is_told_and_a_name_beside_it_is_free(opened_backup, tmp_path):
    other = tmp_path / "court.milepost"
    create(other, Wanted("Larkspur County", "Otis", PASSPHRASE, ZONE, cost=Cost()))
    (tmp_path / "court-2.milepost").touch()

    assert comparing.compare(opened_backup, other).stand is Stand.FOREIGN
    assert comparing.free_name(other) == tmp_path / "court-3.milepost"


def test_an_empty_file_is_no_other_court(opened_backup, tmp_path):
    target = tmp_path / "empty.milepost"
    target.touch()

    assert comparing.compare(opened_backup, target) == Comparison(Stand.UNKNOWN)


def test_the_record_that_is_open_tells_itself_how_far_it_is(opened_backup, present):
    opened = record.open_record(present, RIGHT)
    with opened.desk.read() as session:
        now = comparing.present(session, opened)
    opened.close()

    found = comparing.compare(opened_backup, present, now)
    assert (found.stand, found.latest) == (Stand.OLDER, now.latest)
    before = replace(now, seq=1)
    assert comparing.compare(opened_backup, present, before).stand is Stand.NEWER
    keyed = replace(now, check_value=bytes(8))
    assert comparing.compare(opened_backup, present, keyed).other_keys
    foreign = replace(now, record_id=bytes(16))
    assert comparing.compare(opened_backup, present, foreign).stand is Stand.FOREIGN


def test_a_record_has_an_id_where_it_is_there(kept, tmp_path):
    assert comparing.id_of(kept.record) == verifying.layout_of(kept.path).head.record_id
    assert comparing.id_of(tmp_path / "gone.milepost") is None
