import gc

import pytest

from app.vault.unlock import Secret
from reports.lane import Lane
from ui.screens.restore.answers import Answers


def test_the_copy_goes_with_what_was_said():
    said = Answers(Lane())
    folder = said.new_folder()
    (folder / "a.milebak").touch()
    assert folder.stat().st_mode & 0o077 == 0

    again = said.new_folder()
    assert not folder.exists()
    del said
    gc.collect()

    assert not again.exists()


def test_clearing_leaves_no_copy():
    said = Answers(Lane())
    said.near = said.new_folder() / "a.milebak"

    said.clear()
    said.clear()

    assert said.near is None


def test_what_opens_the_backup_stands_in_no_report():
    assert "harbor" not in repr(Answers(Lane(), secret=Secret(passphrase="harbor walnut")))


def test_there_is_no_backup_before_it_was_opened():
    with pytest.raises(AssertionError):
        _ = Answers(Lane()).backup
    with pytest.raises(AssertionError):
        _ = Answers(Lane()).moment
