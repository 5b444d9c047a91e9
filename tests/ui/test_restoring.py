"""A record that comes back: on a bare computer, from the unlock page, and from within."""

import shutil

import pytest

from app import paths, settings
from app.backup import making, restoring
from app.backup.carrying import Carrier
from app.settings import Settings
from app.vault import costs
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import NoSpace
from tests.conftest import COURT, HOLDER, PASSPHRASE
from tests.ui.conftest import unlock
from ui.screens.first import FirstScreen
from ui.screens.recover import RecoverScreen
from ui.screens.restore.frame import RestoreFrame
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documents")
    monkeypatch.setattr(costs, "calibrated", Cost)
    return tmp_path / "Documents"


@pytest.fixture
def backup(sample_path, sticks, moment):
    opened = open_record(sample_path, Secret(passphrase=PASSPHRASE))
    made = making.backup(opened, sticks[0].root)
    opened.close()
    return made.path


def lose(sample_path) -> None:
    for part in Files(sample_path).all:
        part.unlink(missing_ok=True)


def on(begin, frame) -> None:
    frame.onward.click()
    begin.work()


def to_the_end(begin, frame, made=None) -> None:
    on(begin, frame)
    own = frame.step.own
    if made is None:
        own.passphrase.setText(PASSPHRASE)
    else:
        own.other.click()
        for field, group in zip(own.sheet.fields, made.sheet.groups, strict=True):
            field.setText(group)
    on(begin, frame)
    on(begin, frame)
    begin.work()


def begin_to_restore(begin, program) -> RestoreFrame:
    program.window.shown.restore.click()
    begin.work()
    assert isinstance(program.window.shown, RestoreFrame)
    return program.window.shown


def test_a_bare_computer_needs_the_stick_and_the_sheet_only(
    begin, backup, sample_path, made, documents
):
    lose(sample_path)
    program = begin()
    assert isinstance(program.window.shown, FirstScreen)

    to_the_end(begin, begin_to_restore(begin, program), made)
    assert isinstance(program.window.shown, RecoverScreen)
    step = program.window.shown.step
    words = step.new.words.text()
    step.new.back.setText(words)
    on(begin, program.window.shown)

    told = program.shell.page.banner.words
    assert told.startswith("The record is back as it was in backup 1.")
    assert f"{HOLDER} has a new passphrase." in told
    kept = settings.load()
    record = documents / "Milepost" / "court.milepost"
    assert (kept.record, kept.court, kept.holder) == (str(record), COURT, HOLDER)
    program.shell.lock.click()
    begin.work()
    open_record(record, Secret(passphrase=words)).close()


def test_a_passphrase_of_that_day_leads_straight_in(begin, backup, sample_path):
    program = begin()

    to_the_end(begin, begin_to_restore(begin, program))

    assert isinstance(program.window.shown, Shell)
    assert settings.load().holder == HOLDER


def test_from_the_unlock_page_the_present_record_is_kept(begin, backup, sample_path):
    program = begin(kept=Settings(record=str(sample_path)))

    to_the_end(begin, begin_to_restore(begin, program))

    assert "is kept as before-restore-" in program.shell.page.banner.words
    (kept,) = sample_path.parent.glob("before-restore-*.milepost")
    assert kept.stat().st_size > 0


def test_from_within_the_record_is_closed_first(begin, backup, unlocked, sample_path):
    unlocked.shell.navigator.go("restore")
    begin.work()
    frame = unlocked.shell.page.frame

    to_the_end(begin, frame)

    assert isinstance(unlocked.window.shown, Shell)
    assert "The record is back" in unlocked.shell.page.banner.words
    assert list(sample_path.parent.glob("before-restore-*.milepost"))


def test_what_fails_from_within_can_be_tried_again_or_left(begin, backup, unlocked, monkeypatch):
    unlocked.shell.navigator.go("restore")
    begin.work()
    frame = unlocked.shell.page.frame

    def full(*_given):
        raise NoSpace("space.full")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "restore", full)
        to_the_end(begin, frame)
    assert unlocked.window.shown is frame
    assert "no room" in frame.step.problem.text()
    assert not unlocked.session.is_open

    for _ in range(3):
        frame.go_back()
    begin.work()
    assert isinstance(unlocked.window.shown, UnlockScreen)
    unlock(begin, unlocked)
    assert isinstance(unlocked.window.shown, Shell)


def test_back_from_the_first_step_is_where_one_came_from(begin, sticks):
    program = begin()

    begin_to_restore(begin, program).go_back()
    begin.work()

    assert isinstance(program.window.shown, FirstScreen)


def test_a_backup_of_the_sample_court_never_goes_where_the_sample_goes(
    begin, made_court, backup, sample_path, documents
):
    program = begin()
    program.window.shown.demo.click()
    begin.work()
    program.shell.navigator.go("restore")
    begin.work()

    to_the_end(begin, program.shell.page.frame)

    assert program.path == documents / "Milepost" / "court.milepost"
    assert settings.load().record == str(program.path)


def test_a_record_that_does_not_open_afterwards_is_told_on_its_page(
    begin, backup, sample_path, monkeypatch
):
    import ui.session as sessions

    program = begin()
    frame = begin_to_restore(begin, program)

    def full(_path, _key):
        raise NoSpace("space.full")

    monkeypatch.setattr(sessions, "_opened", full)
    to_the_end(begin, frame)

    page = program.window.shown
    assert isinstance(page, UnlockScreen)
    assert "no room" in page.mistake.text()
    assert "The record is back" in page.told.text()


def test_the_window_closed_meanwhile_leaves_the_record_back(begin, backup, sample_path, documents):
    program = begin()
    frame = begin_to_restore(begin, program)
    on(begin, frame)
    frame.step.own.passphrase.setText(PASSPHRASE)
    on(begin, frame)

    frame.onward.click()
    program.window.close()
    begin.work()

    assert not program.session.is_open
    record = documents / "Milepost" / "court.milepost"
    open_record(record, Secret(passphrase=PASSPHRASE)).close()


def test_the_stick_may_be_pulled_once_it_was_copied(begin, backup, sample_path):
    program = begin()
    frame = begin_to_restore(begin, program)
    on(begin, frame)
    shutil.rmtree(backup.parent)
    frame.step.own.passphrase.setText(PASSPHRASE)

    on(begin, frame)
    on(begin, frame)
    begin.work()

    assert isinstance(program.window.shown, Shell)


def test_closing_while_a_stick_hangs_waits_for_nobody(begin, backup, monkeypatch):
    program = begin()
    frame = begin_to_restore(begin, program)
    called_off = []
    real = Carrier.cancel
    monkeypatch.setattr(Carrier, "cancel", lambda one: (called_off.append(one), real(one)))

    frame.onward.click()
    program.window.close()
    begin.work()

    assert len(called_off) == 1
