import os
import shutil
import stat
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.vault import creation, lock, record, recovery
from app.vault.check import check
from app.vault.creation import Wanted
from app.vault.unlock import Secret
from models.audit import Audit
from models.court import Court, KeyHolder
from models.errors import BadInput, InUse, NoSpace, NoSuchThing
from tests.conftest import COURT, HOLDER, PASSPHRASE, ZONE

WANTED = Wanted(COURT, HOLDER, PASSPHRASE, ZONE)


def refused(path, wanted=WANTED):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the class is what is asserted
        creation.create(path, wanted)
    return caught.value


def test_a_new_record_has_its_court_its_holder_and_one_first_event(made, record_path):
    found = record.open_record(record_path, Secret(passphrase=PASSPHRASE))

    with found.desk.read() as session:
        court = session.scalars(select(Court)).one()
        holder = session.scalars(select(KeyHolder)).one()
        first = session.get_one(Audit, 1)
    found.close()

    assert (court.name, court.time_zone, court.record_id) == (COURT, ZONE, made.record_id.hex())
    assert (holder.name, holder.role) == (HOLDER, "case manager")
    assert (first.action, first.holder) == ("created", HOLDER)
    assert found.findings == ()


def test_the_sheet_says_what_is_needed_to_open_the_record_for_ever(made):
    sheet = made.sheet

    assert recovery.root_of(sheet.groups)
    assert (sheet.court, sheet.made_by, sheet.number) == (COURT, HOLDER, 1)
    assert sheet.record_id == made.record_id.hex()
    assert sheet.made_at.utcoffset() is not None


def test_only_the_owner_may_read_the_files(made):
    parts = [made.files.record, made.files.key, made.files.spare_key, made.files.state]

    assert {stat.S_IMODE(part.stat().st_mode) for part in parts} == {0o600}


def test_two_records_share_no_key_and_no_id(made, tmp_path):
    other = creation.create(tmp_path / "second.milepost", WANTED)

    assert other.record_id != made.record_id
    assert set(other.sheet.groups).isdisjoint(made.sheet.groups)


@pytest.mark.parametrize("suffix", [".milepost", ".key", ".key.bak", ".state", ".milepost-wal"])
def test_whatever_of_that_name_is_there_is_not_touched(tmp_path, suffix):
    there = tmp_path / f"court{suffix}"
    there.write_bytes(b"precious")

    error = refused(tmp_path / "court.milepost")

    assert (type(error), error.key) == (BadInput, "record.exists")
    assert error.facts == {"file": there.name}
    assert {part.name: part.read_bytes() for part in tmp_path.iterdir()} == {
        there.name: b"precious"
    }


BAD = {
    "a weak passphrase": (replace(WANTED, passphrase="aaaaaaaaaaaaaaaa"), "passphrase.too-weak"),
    "a short passphrase": (replace(WANTED, passphrase="short"), "passphrase.too-short"),
    "no court": (replace(WANTED, court="  "), "record.name"),
    "a long court": (replace(WANTED, court="x" * 121), "record.name"),
    "no holder": (replace(WANTED, holder=""), "record.name"),
    "no such zone": (replace(WANTED, zone="Mars/Olympus"), "record.zone"),
    "a zone that is a path": (replace(WANTED, zone="../../etc/passwd"), "record.zone"),
    "an empty zone": (replace(WANTED, zone=""), "record.zone"),
    "a name no file can hold": (replace(WANTED, holder="\udcff"), "record.name"),
}


@pytest.mark.parametrize(("wanted", "key"), BAD.values(), ids=BAD)
def test_a_refusal_leaves_nothing_at_all(tmp_path, wanted, key):
    error = refused(tmp_path / "court.milepost", wanted)

    assert (type(error), error.key) == (BadInput, key)
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused(tmp_path):
    assert refused(tmp_path / "court.db").key == "record.suffix"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_no_such_thing(tmp_path):
    assert isinstance(refused(tmp_path / "none" / "court.milepost"), NoSuchThing)


def test_a_record_in_use_is_not_made_again(record_path):
    held = lock.take(record_path)

    assert isinstance(refused(record_path), InUse)
    held.release()


def test_a_failure_on_the_way_takes_everything_away_again(tmp_path, monkeypatch):
    def fail(*_arguments):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)

    error = refused(tmp_path / "court.milepost")

    assert isinstance(error, NoSpace)
    assert list(tmp_path.iterdir()) == []


def test_a_record_whose_sheet_could_not_be_kept_is_taken_away(tmp_path):
    made = creation.create(tmp_path / "court.milepost", WANTED)

    creation.discard(made)

    assert list(tmp_path.iterdir()) == []


FULL = textwrap.dedent(
    """
    import os
    import subprocess
    import sys
    from pathlib import Path

    from app.vault import creation
    from models.errors import NoSpace

    drive = Path(sys.argv[1])
    if os.path.ismount(drive):
        sys.exit("there is a drive already")
    size = "size=" + sys.argv[2]
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", drive], check=True)
    wanted = creation.Wanted("Court", "Ruth", sys.argv[3], "UTC")
    try:
        creation.create(drive / "court.milepost", wanted)
    except NoSpace as trouble:
        print(trouble.key, [part.name for part in drive.iterdir()])
    """
)


def may_mount():
    unshare = shutil.which("unshare")
    return bool(unshare) and subprocess.run([unshare, "-Urm", "true"], check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="a drive of its own needs unshare -Urm")
@pytest.mark.parametrize("size", ["4k", "40k", "560k"])
def test_a_full_drive_is_told_and_nothing_stays_on_it(tmp_path, size):
    words = ["unshare", "-Urm", sys.executable, "-c", FULL, str(tmp_path), size, PASSPHRASE]

    done = subprocess.run(words, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "space.full []"
    assert list(Path(tmp_path).iterdir()) == []


def test_names_typed_in_another_form_leave_the_trail_in_order(tmp_path):
    path = tmp_path / "court.milepost"
    typed = replace(WANTED, court="Pen\u0303a  Court", holder="Jose\u0301 Ruiz ")

    made = creation.create(path, typed)

    assert (made.sheet.court, made.sheet.made_by) == ("Pe\u00f1a Court", "Jos\u00e9 Ruiz")
    assert check(path, Secret(passphrase=WANTED.passphrase)).problems == []
