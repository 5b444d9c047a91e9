"""Tests the way through the program: first page, unlock, list, lock, and the orderly end."""

import sys
from pathlib import Path

import pytest

from app import demo, drafts, people, settings
from app.answers import Subject
from app.people import Identity, Passage
from app.settings import Settings
from app.vault import record, state
from app.vault.files import Files
from app.vault.unlock import Secret
from models.choices import Status
from models.errors import Damaged, NoSpace
from tests.conftest import COURT, HOLDER, PASSPHRASE
from tests.ui.conftest import unlock
from ui import failures, tasks
from ui.call import Wanted
from ui.screens.first import FirstScreen
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell
from ui.startup import StartupScreen


def test_a_machine_that_remembers_nothing_begins_with_the_first_page(begin):
    assert isinstance(begin().window.shown, FirstScreen)


def test_a_record_is_chosen_and_remembered(begin, asked, sample_path):
    made = begin()
    asked.files = [sample_path]

    made.window.shown.open.click()
    begin.work()

    assert isinstance(made.window.shown, UnlockScreen)
    assert made.window.shown.holder.currentText() == HOLDER
    assert settings.load().record == str(sample_path)


def test_the_right_passphrase_leads_to_the_list(begin, unlocked):
    assert isinstance(unlocked.window.shown, Shell)
    shown = unlocked.shell.participants
    begin.work()
    assert shown.model.rowCount() > 0
    assert unlocked.window.windowTitle() == "Milepost"


def test_court_and_holder_are_remembered_and_nobody_else(unlocked, sample_path):
    kept = settings.load()

    assert (kept.court, kept.holder) == (COURT, HOLDER)
    for file in Path(settings._file()).parent.rglob("*"):
        if file.is_file():
            assert "Quintana" not in file.read_text(encoding="utf-8")


def test_a_wrong_passphrase_is_told_beside_the_field(begin, sample_path):
    made = begin(kept=Settings(record=str(sample_path)))

    unlock(begin, made, "not the one")

    page = made.window.shown
    assert page.mistake.text().startswith("This passphrase does not open the record.")


def test_many_wrong_tries_are_remembered_over_a_restart(begin, sample_path):
    for _ in range(4):
        state.count_failure(Files(sample_path).state)

    made = begin(kept=Settings(record=str(sample_path)))

    assert made.window.shown.waits > 0
    assert not made.window.shown.unlock.isEnabled()


def test_a_recovery_sheet_with_a_mistake_names_the_group(begin, sample_path):
    made = begin(kept=Settings(record=str(sample_path)))
    page = made.window.shown
    page.switch.click()
    for field in page.sheet.fields:
        field.setText("AAAAAA")

    page.unlock.click()
    begin.work()

    assert page.mistake.text().startswith("Group 1 has a mistake")


def test_a_record_that_is_gone_is_told_on_the_unlock_page(begin, tmp_path):
    made = begin(kept=Settings(record=str(tmp_path / "gone.milepost")))

    assert "The record is not where it was" in made.window.shown.mistake.text()


def test_a_fault_of_ours_while_opening_leaves_a_way_on(begin, sample_path, asked, monkeypatch):
    asked.expected = {"told"}
    made = begin(kept=Settings(record=str(sample_path)))

    def broken(_path, _key):
        raise KeyError("ours")

    monkeypatch.setattr(sys.modules["ui.session"], "_opened", broken)
    unlock(begin, made)

    assert "nothing in it was changed" in made.window.shown.mistake.text()
    assert len(asked.told) == 1


def test_locking_drops_every_screen_and_closes_the_record(begin, unlocked, sample_path):
    unlocked.shell.lock.click()
    begin.work()
    with pytest.raises(TypeError):
        _ = unlocked.shell
    assert not unlocked.session.is_open
    assert state.read(Files(sample_path).state).clean

    after = begin.follow(unlocked)
    assert isinstance(after.window.shown, UnlockScreen)
    assert after.window.shown.told.text() == "Locked. The record is closed."

    unlock(begin, after)
    assert isinstance(after.window.shown, Shell)


def test_closing_the_window_closes_the_record_and_keeps_the_size(begin, unlocked, sample_path):
    unlocked.window.resize(1000, 640)
    ended = []
    unlocked.ended.connect(lambda: ended.append(True))

    unlocked.window.close()
    begin.work()

    assert ended == [True]
    assert state.read(Files(sample_path).state).clean
    assert settings.load().width == 1000


def test_what_was_noticed_is_told_above_the_list(begin, sample_path):
    Files(sample_path).state.unlink()
    made = begin(kept=Settings(record=str(sample_path)))

    unlock(begin, made)

    assert "not as it was" in made.shell.page.banner.words


def test_a_crash_of_the_last_time_is_told_on_the_unlock_page(begin, sample_path):
    made = begin(kept=Settings(record=str(sample_path)), told="Milepost stopped unexpectedly.")

    assert made.window.shown.told.text() == "Milepost stopped unexpectedly."


def test_trouble_stands_on_the_page_or_in_a_box_where_there_is_none(begin, unlocked, asked):
    failures.show(NoSpace("space.gone"))
    assert unlocked.shell.page.banner.words.startswith("The drive did not answer.")

    asked.expected = {"told"}
    unlocked.shell.lock.click()
    begin.work()
    failures.show(Damaged("record.damaged", problem="page"))

    assert asked.told[0][0] == "That did not work."


def test_the_sample_court_opens_on_its_list_and_leaves_no_folder(begin, made_court):
    made = begin(Wanted(demo=True))

    assert isinstance(made.window.shown, Shell)
    [folder] = made_court
    assert folder.exists()
    made.window.close()
    begin.work()
    assert not folder.exists()
    assert settings.load().record is None


def test_the_sample_court_can_be_tried_from_the_first_page(begin, made_court):
    made = begin()

    made.window.shown.demo.click()
    assert isinstance(made.window.shown, StartupScreen)
    begin.work()

    assert isinstance(made.window.shown, Shell)


def test_a_sample_court_that_is_kept_stays_where_it_was_wanted(begin, made_court, tmp_path):
    made = begin(Wanted(demo=True, keep=tmp_path / "kept"))

    made.window.close()
    begin.work()

    assert made_court == [tmp_path / "kept"]
    assert (tmp_path / "kept").is_dir()


def test_the_lock_page_of_the_sample_court_says_how_to_open_it_again(begin, made_court):
    made = begin(Wanted(demo=True))

    made.shell.lock.click()
    after = begin.follow(made)

    assert PASSPHRASE in after.window.shown.told.text()
    unlock(begin, after)
    assert isinstance(after.window.shown, Shell)


def test_a_sample_court_that_cannot_be_made_leads_back_to_the_first_page(begin, asked, monkeypatch):
    asked.expected = {"told"}

    def full(_folder, *, progress=None):
        raise NoSpace("space.full")

    monkeypatch.setattr(demo, "make_court", full)
    made = begin(Wanted(demo=True))

    assert isinstance(made.window.shown, FirstScreen)
    assert asked.told[0][1].startswith("There is no room left")


def test_settings_that_cannot_be_kept_are_told_and_stop_nothing(
    begin, asked, sample_path, monkeypatch
):
    asked.expected = {"told"}

    def full(_settings):
        raise OSError(28, "full")

    monkeypatch.setattr(settings, "save", full)
    made = begin(kept=Settings(record=str(sample_path)))
    unlock(begin, made)

    assert isinstance(made.window.shown, Shell)
    assert len(asked.told) == 1


def test_a_change_in_the_record_reaches_the_list(begin, unlocked):
    shown = unlocked.shell.participants
    begin.work()
    before = shown.model.rowCount()

    tasks.run(
        lambda: enroll(unlocked.session._open.desk),
        owner=unlocked,
        done=lambda _done: None,
        failed=failures.show,
    )
    begin.work()

    assert shown.model.rowCount() == before + 1


def enroll(desk) -> None:
    with desk.work() as session:
        passage = Passage("2026-CR-9000", status=Status.ACTIVE)
        people.enroll(session, [(Identity("Aaronson", "Joy"), passage)])


def test_a_fault_of_ours_is_shown_with_where_its_report_is(begin, asked, monkeypatch, tmp_path):
    asked.expected = {"told"}
    begin()

    failures.show(ZeroDivisionError())
    (tmp_path / "file").touch()
    monkeypatch.setenv("MILEPOST_STATE", str(tmp_path / "file"))
    failures.show(IndexError())

    told = [title for title, _report in asked.told]
    assert "A report without anything about a participant is in" in told[0]
    assert "could not be written to a file" in told[1]


def test_another_record_can_be_chosen_on_the_unlock_page(begin, asked, sample_path, tmp_path):
    made = begin(kept=Settings(record=str(tmp_path / "gone.milepost"), court="Elsewhere"))
    asked.files = [sample_path]

    made.window.shown.other.click()
    begin.work()

    assert made.path == sample_path
    assert made.window.shown.court.text() == ""


def test_what_was_typed_is_kept_when_the_window_is_closed(begin, unlocked, sample_path):
    shell = unlocked.shell
    shell.navigator.go("form", ("note", Subject(1)))
    begin.work()
    shell.page.view.rows["note.words"].input.insertPlainText("Half a sen")

    unlocked.window.close()
    begin.work()

    opened = record.open_record(sample_path, Secret(passphrase=PASSPHRASE))
    with opened.desk.read() as session:
        draft = drafts.find(session, "note", Subject(1))
    opened.close()
    assert draft.answers.single["note.words"] == "Half a sen"
