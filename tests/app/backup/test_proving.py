import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.backup import proving, verifying
from app.vault.unlock import Secret
from models.errors import Damaged, TooNew
from tests.conftest import PASSPHRASE

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
    assert steps == ["whole", "same"]
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
