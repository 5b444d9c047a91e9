import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from app import audit, paths
from app.vault import holders, key_file, record, replacing
from app.vault.check import check
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models import engine as engines
from models.backup import EarlierKey
from models.court import Court, KeyHolder
from models.errors import BadInput, Damaged, WrongSecret
from reports import recovery_sheet
from tests.app.vault.replaced import NEW, REPLACED, THIRD, parts, people, replace
from tests.app.vault.steps import RIGHT
from tests.conftest import COURT, HOLDER
from tests.makers import make_participant


@pytest.fixture
def files(record_path):
    return Files(record_path)


@pytest.fixture
def filled(files):
    found = record.open_record(files.record, RIGHT)
    make_participant(found.desk, "Quintana")
    holders.add(found, RIGHT, NewHolder("Otis", THIRD, cost=Cost()))
    found.close()
    return files


def test_only_the_new_passphrase_and_the_new_sheet_open_the_record(filled, made):
    wanted = replace(filled)

    new_sheet = Secret(sheet=" ".join(wanted.sheet.groups))
    old_sheet = Secret(sheet=f"Record {made.record_id.hex()}\n" + " ".join(made.sheet.groups))
    for secret in (RIGHT, Secret(passphrase=THIRD), old_sheet):
        with pytest.raises(WrongSecret):
            record.open_record(filled.record, secret)
    for secret in (REPLACED, new_sheet):
        found = record.open_record(filled.record, secret)
        assert found.findings == ()
        found.close()


def test_the_record_says_the_same_and_the_trail_goes_on(filled):
    told, last, mark = people(filled, RIGHT)

    replace(filled)

    again, later, _mark = people(filled, REPLACED)
    found = record.open_record(filled.record, REPLACED)
    with found.desk.read() as session:
        assert audit.holds(session.connection(), mark)
    found.close()
    assert again == told
    assert later > last
    assert check(filled.record, REPLACED).problems == []


def test_the_others_have_to_be_added_again_and_the_sheet_has_the_next_number(filled):
    wanted = replace(filled)

    found = record.open_record(filled.record, REPLACED)
    with found.desk.read() as session:
        assert [each.name for each in holders.listed(session)] == [HOLDER]
        assert session.scalars(select(Court)).one().sheet_number == 2
        ended = session.scalars(select(KeyHolder).where(KeyHolder.removed_on.is_not(None))).all()
    found.close()
    assert wanted.to_add_again == ("Otis",)
    assert wanted.holders == (HOLDER,)
    assert sorted(row.name for row in ended) == ["Otis", HOLDER]
    assert (wanted.sheet.court, wanted.sheet.number, wanted.sheet.made_by) == (COURT, 2, HOLDER)
    assert wanted.sheet.record_id == wanted.unlocked.record_id.hex()


def test_keys_replaced_twice_leave_a_trail_that_verifies_and_a_third_sheet(filled):
    mark = people(filled, RIGHT)[2]
    replace(filled)
    second = replace(filled, REPLACED, NewHolder(HOLDER, THIRD, cost=Cost()))

    last = Secret(passphrase=THIRD)
    found = record.open_record(filled.record, last)
    with found.desk.read() as session:
        earlier = session.scalars(select(EarlierKey).order_by(EarlierKey.last_seq)).all()
        assert audit.holds(session.connection(), mark)
    found.close()
    assert len({row.key for row in earlier}) == 2
    assert second.sheet.number == 3
    assert check(filled.record, last, mark).problems == []


def test_an_event_chained_under_an_earlier_key_cannot_be_changed_unseen(filled):
    replace(filled)
    unlocked = record.open_record(filled.record, REPLACED)
    key = unlocked.unlocked.keys.record
    unlocked.close()
    connection = engines.connect(filled.record, key)
    connection.execute("UPDATE earlier_key SET key = zeroblob(32)")
    connection.close()

    kinds = {problem.kind for problem in check(filled.record, REPLACED).problems}

    assert "audit-edit" in kinds


def test_nothing_stays_beside_the_record(filled):
    before = set(parts(filled))

    replace(filled)

    assert set(parts(filled)) == before


def test_what_is_to_be_kept_is_the_new_record_before_the_old_one_is_let_go(filled):
    seen = []

    def keep(path, unlocked, file):
        connection = engines.connect(path, unlocked.keys.record)
        seen.append(connection.execute("SELECT sheet_number FROM court").fetchone()[0])
        connection.execute("UPDATE court SET county = 'Juniper'")
        connection.close()
        assert key_file.unwrap(file, NEW, None)
        assert filled.key.read_bytes() == before

    before = filled.key.read_bytes()
    replace(filled, keep=keep)

    assert seen == [2]
    assert check(filled.record, REPLACED).problems == []


def test_a_weak_passphrase_or_an_odd_name_makes_no_plan(opened):
    for new in (NewHolder(HOLDER, "short"), NewHolder("  ", NEW)):
        with pytest.raises(BadInput):
            replacing.plan(opened, RIGHT, new)


def test_earlier_key_files_put_back_are_told_as_that(filled):
    earlier = filled.key.read_bytes()
    replace(filled)
    filled.key.write_bytes(earlier)
    filled.spare_key.write_bytes(earlier)

    with pytest.raises(Damaged) as caught:
        record.open_record(filled.record, RIGHT)

    assert (caught.value.key, caught.value.problem) == ("record.earlier-keys", "other-record")


@pytest.mark.parametrize("beside", ["new key files", "no key files", "earlier key files"])
def test_an_earlier_sheet_is_a_wrong_one_whatever_stands_beside_the_record(filled, made, beside):
    sheet = Secret(sheet=f"Record {made.record_id.hex()}\n" + " ".join(made.sheet.groups))
    earlier = filled.key.read_bytes()
    replace(filled)
    for part in (filled.key, filled.spare_key):
        if beside == "no key files":
            part.unlink()
        elif beside == "earlier key files":
            part.write_bytes(earlier)

    with pytest.raises(WrongSecret) as caught:
        record.open_record(filled.record, sheet)

    assert caught.value.key == "sheet.earlier"
    assert record.state.read(filled.state).failed_unlocks == 1


def test_what_was_set_aside_goes_when_the_record_has_opened(filled, moment):
    aside = filled.aside(moment)
    shutil.copy(filled.record, aside)

    assert filled.set_aside() == (aside,)
    record.open_record(filled.record, RIGHT).close()

    assert filled.set_aside() == ()


def test_the_new_sheet_alone_reads_the_record_without_milepost(filled):
    wanted = replace(filled)
    folder = filled.record.parent
    (folder / "sheet.txt").write_text(recovery_sheet.text(wanted.sheet), encoding="utf-8")
    tool = paths.program_root() / "tools" / "read_record.py"
    words = [sys.executable, "-I", tool, folder / "sheet.txt", filled.record, folder / "dump"]

    done = subprocess.run([str(word) for word in words], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "Quintana" in Path(folder / "dump" / "person.csv").read_text(encoding="utf-8")


def test_the_person_who_acts_is_known_however_the_name_is_typed(opened):
    typed = NewHolder(f"  {HOLDER.upper()}", NEW, cost=Cost())

    wanted = replacing.plan(opened, RIGHT, typed)

    assert (wanted.holders, wanted.unlocked.holder, wanted.to_add_again) == ((HOLDER,), HOLDER, ())
    assert (wanted.sheet.made_by, wanted.file.holders[0].role) == (HOLDER, "case manager")


def test_a_new_name_in_another_form_leaves_the_trail_in_order(filled):
    replace(filled, new=NewHolder("Jose\u0301 Ruiz", NEW, cost=Cost()))

    report = check(filled.record, REPLACED)

    assert report.problems == []
