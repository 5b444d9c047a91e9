"""Tests the way of a machine that has no record yet, up to the record that is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import demo, paths, settings
from app.court import Profile
from models.errors import InUse, NoSpace
from reports.lane import Lane
from tests.conftest import PASSPHRASE
from ui import printing, tasks
from ui.beginning import remembered
from ui.screens.first import FirstScreen
from ui.screens.first_start.answers import Answers
from ui.screens.first_start.begin import BeginStep
from ui.screens.first_start.screen import FirstStartScreen
from ui.screens.importing.screen import ImportScreen
from ui.screens.today.screen import TodayScreen
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell

SPREADSHEETS = Path(__file__).resolve().parents[1] / "app" / "imports" / "spreadsheets"
CASELOAD = SPREADSHEETS / "messy" / "caseload.csv"


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    """A folder for documents and a printer of this test alone."""
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documents")
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *_job: None)
    return tmp_path / "Documents"


@pytest.fixture
def last_step(begin):
    """The program at the last step, with a record that is there to stay."""
    program = begin()
    program.window.shown.make.click()
    begin.work()
    page = program.window.shown
    go_on(begin, page, lambda step: step.text("name").setText("Juniper County Treatment Court"))
    go_on(begin, page, own_passphrase)
    go_on(begin, page, lambda _step: None)
    page.step.print.click()
    go_on(begin, page, lambda _step: tasks.settle())
    go_on(begin, page, lambda step: type_groups(step, page.answers))
    go_on(begin, page, lambda _step: None)
    assert isinstance(page.step, BeginStep)
    return program


def go_on(begin, page, answer) -> None:
    answer(page.step)
    page.onward.click()
    begin.work()


def own_passphrase(step) -> None:
    step.holder.setText("Ruth Amsel")
    step.new.own.click()
    step.new.typed.setText(PASSPHRASE)
    step.new.again.setText(PASSPHRASE)


def type_groups(step, answers) -> None:
    for number in step.rows:
        step.field(number).setText(answers.made.sheet.groups[number - 1])


def begin_with(begin, program, way) -> None:
    page = program.window.shown
    page.step.ways[way].click()
    page.onward.click()
    begin.work()


def test_an_empty_court_opens_on_its_list(begin, last_step, documents):
    begin_with(begin, last_step, "empty")

    assert isinstance(last_step.window.shown, Shell)
    kept = settings.load()
    assert kept.record == str(documents / "Milepost" / "court.milepost")
    assert (kept.court, kept.holder) == ("Juniper County Treatment Court", "Ruth Amsel")


def test_nothing_that_opens_the_record_is_on_the_disk(begin, last_step, documents):
    groups = last_step.window.shown.answers.made.sheet.groups
    begin_with(begin, last_step, "empty")

    files = [*documents.rglob("*"), *paths.state_folder().rglob("*")]
    written = b"".join(file.read_bytes() for file in files if file.is_file())
    assert b"court.milepost" in written
    assert not [each for each in (PASSPHRASE, *groups) if each.encode() in written]


def test_the_sample_court_leaves_ones_own_record_for_the_next_start(begin, last_step, made_court):
    begin_with(begin, last_step, "sample")

    assert isinstance(last_step.window.shown, Shell)
    assert made_court
    assert settings.load().record.endswith("court.milepost")


def test_a_record_that_does_not_open_can_be_tried_again(begin, last_step, asked, monkeypatch):
    import ui.session as sessions

    asked.expected = {"told"}

    def busy(_path, _key):
        raise InUse("record.in-use")

    with monkeypatch.context() as patch:
        patch.setattr(sessions, "_opened", busy)
        begin_with(begin, last_step, "empty")
    assert isinstance(last_step.window.shown, FirstStartScreen)
    assert "Another program" in asked.told[0][1]

    last_step.window.shown.onward.click()
    begin.work()
    assert isinstance(last_step.window.shown, Shell)


def test_back_from_the_first_step_is_the_first_page(begin):
    program = begin()
    program.window.shown.make.click()
    begin.work()

    program.window.shown.go_back()
    begin.work()

    assert isinstance(program.window.shown, FirstScreen)


def test_closing_the_window_half_way_leaves_no_record(begin, documents):
    program = begin()
    program.window.shown.make.click()
    begin.work()
    page = program.window.shown
    go_on(begin, page, lambda step: step.text("name").setText("Court"))
    go_on(begin, page, own_passphrase)
    go_on(begin, page, lambda _step: None)
    assert (documents / "Milepost" / "court.milepost").exists()

    program.window.close()
    begin.work()

    assert list((documents / "Milepost").iterdir()) == []
    assert settings.load().record is None


def test_a_folder_for_backups_is_remembered_and_an_earlier_one_is_not_lost(made, tmp_path):
    said = Answers(Lane(), "Ruth Amsel", "", profile=Profile("Court", "UTC"), made=made)
    assert "backup_folder" not in remembered(said)

    said.backup_folder = tmp_path
    assert remembered(said)["backup_folder"] == str(tmp_path)


def test_without_a_record_nothing_is_remembered():
    assert remembered(Answers(Lane())) == {}


def test_the_way_from_nothing_to_a_list_of_people_needs_no_mouse(begin, qtbot, asked):
    program = begin()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    to_the_end_of_the_first_start(program, begin)
    press(begin, Qt.Key.Key_Down)
    press(begin, Qt.Key.Key_Return)
    assert isinstance(program.shell.page, ImportScreen)

    asked.files = [CASELOAD]
    press(begin, Qt.Key.Key_Space)
    press(begin, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    press(begin, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert isinstance(program.shell.page, TodayScreen)
    page = program.shell.participants
    begin.work()
    assert page.model.rowCount() > 15


def to_the_end_of_the_first_start(program, begin) -> None:
    press(begin, Qt.Key.Key_Return)
    page = program.window.shown
    write("Juniper County Treatment Court")
    press(begin, Qt.Key.Key_Return)
    write("Ruth Amsel")
    for _ in range(3):
        press(begin, Qt.Key.Key_Tab)
    write(page.step.new.words.text())
    for _ in range(4):  # the words, the place, print, go on
        press(begin, Qt.Key.Key_Return)
    for number in page.step.rows:
        write(page.answers.made.sheet.groups[number - 1])
        press(begin, Qt.Key.Key_Tab)
    for _ in range(2):  # the groups, no folder for backups yet
        press(begin, Qt.Key.Key_Return)
    assert isinstance(page.step, BeginStep)


def press(begin, key, how=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, how)
    for _ in range(2):
        begin.work()


def write(text) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_a_sample_court_that_cannot_be_made_leads_to_ones_own_record(
    begin, last_step, asked, monkeypatch
):
    asked.expected = {"told"}

    def full(_folder, *, progress=None):
        raise NoSpace("space.full")

    monkeypatch.setattr(demo, "make_court", full)
    begin_with(begin, last_step, "sample")

    assert isinstance(last_step.window.shown, UnlockScreen)
