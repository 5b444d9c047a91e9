import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.backup import proving, verifying
from app.backup.proving import Opener
from app.vault.unlock import Secret
from models.errors import Damaged, TooNew
from tests.conftest import HOLDER, PASSPHRASE

RIGHT = Secret(passphrase=PASSPHRASE)


@pytest.fixture
def private(tmp_path, monkeypatch):
    """The folder in which trial restores are made."""
    (tmp_path / "private").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "private"))
    return tmp_path / "private"


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_a_good_backup_is_proved_and_its_folder_is_cleared(kept, private, by):
    steps = []
    secret = RIGHT if by == "passphrase" else Secret(sheet=kept.sheet)

    proved = proving.prove(kept.path, secret, steps.append)

    assert (proved.seq, proved.digest) == (1, kept.made.digest)
    assert proved.audit_mark == kept.made.audit_mark
    assert steps == ["whole", "opened", "same", "trail"]
    assert list(private.iterdir()) == []


def altered(kept, **changes):
    opened = verifying.open_backup(kept.path, RIGHT)
    return replace(opened, manifest=replace(opened.manifest, **changes))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"digest": "0" * 64}, "hash"),
        ({"rows": {"person": 9}}, "hash"),
        ({"audit_mark": "1-0000000000000000"}, "audit-tail"),
    ],
)
def test_contents_that_are_not_what_the_manifest_says_are_refused(kept, tmp_path, changes, problem):
    with pytest.raises(Damaged) as refused:
        proving.lay_out(altered(kept, **changes), tmp_path / "x.milepost")

    assert refused.value.problem == problem


def test_a_record_of_a_newer_program_is_not_laid_out(kept, tmp_path):
    with pytest.raises(TooNew):
        proving.lay_out(altered(kept, revision="9999"), tmp_path / "x.milepost")

    assert not Path(tmp_path / "x.milepost").exists()


def opener(kept, seq=1):
    return Opener(kept.path.name, seq, kept.keys, HOLDER)


def fetch(kept):
    return lambda near: shutil.copy(kept.path, near)


def test_a_backup_of_the_open_record_is_fetched_and_proved(kept, private):
    steps = []

    proved = proving.prove_there(fetch(kept), opener(kept), steps.append)

    assert proved.digest == kept.made.digest
    assert steps == ["whole", "opened", "same", "trail"]
    assert list(private.iterdir()) == []


def test_a_backup_is_read_once_more_without_being_restored(kept, private):
    steps = []

    proving.check_there(fetch(kept), opener(kept), steps.append)

    assert steps == ["whole"]
    assert list(private.iterdir()) == []


def test_another_backup_under_the_name_of_this_one_is_refused(kept, private):
    with pytest.raises(Damaged):
        proving.check_there(fetch(kept), opener(kept, seq=9), print)
