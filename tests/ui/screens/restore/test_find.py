"""The first step back: what is on the sticks, chosen and fetched."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.backup import making, places
from app.backup.drives.drive import Drive
from ui import tasks
from ui.screens.restore.find import FEW, FindStep


@pytest.fixture
def step(backup, shown):
    return shown(FindStep)


def words(step) -> list[list[str]]:
    rows = step.table.rows
    return [[cell.text for cell in rows.cells(number)] for number in range(rows.rowCount())]


def look(step) -> None:
    step.watch.look()
    tasks.settle()


def test_a_backup_on_a_stick_stands_in_the_list_and_is_chosen(step):
    assert [(row[0], row[2], row[3]) for row in words(step)] == [("1", "BLUE", "Complete")]
    assert step.chosen.head.seq == 1
    assert step.table.hasFocus()
    assert step.none.isHidden()


def test_enter_fetches_it(step, answers, backup):
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    tasks.settle()

    assert step.told == ["settled"]
    assert answers.near.read_bytes() == backup.read_bytes()
    assert step.doing[0] == "Copying and checking, 0 %…"
    assert step.doing[-1] == ""
    assert not step.watch.is_awake


def test_without_a_stick_it_says_what_to_do(sticks, shown):
    sticks.clear()
    step = shown(FindStep)

    assert step.none.text().startswith("No backup was found.")
    assert step.choose.hasFocus()
    step.go_on()
    assert "Plug in a stick" in step.problem.text()


def test_a_stick_that_comes_later_is_noticed(step, tmp_path, backup, monkeypatch):
    from app.backup import drives

    other = tmp_path / "media" / "RED"
    (other / "court").mkdir(parents=True)
    shutil.copy(backup, other / "court" / "copy.milebak")
    there = drives.system.drives()
    red = Drive(other, "RED", "E5F6", "exfat", removable=True)
    monkeypatch.setattr(drives.system, "drives", lambda: [*there, red])

    look(step)

    assert {row[2] for row in words(step)} == {"BLUE", "RED"}


def test_what_was_chosen_stays_chosen_when_the_list_is_read_anew(step, backup):
    copies = [backup.with_name(f"copy-{number}.milebak") for number in range(FEW + 2)]
    for copy in copies:
        shutil.copy(backup, copy)
    step._sticks = None
    look(step)
    assert step.table.rows.rowCount() == FEW
    assert step.all.text() == f"Show all {FEW + 3}"
    step.all.click()
    step.table.setCurrentIndex(step.table.rows.index(FEW + 1, 0))
    chosen = step.chosen

    step._sticks = None
    look(step)

    assert step.chosen.path == chosen.path
    assert step.all.isHidden()


def test_a_file_that_is_no_use_says_why_and_is_not_fetched(step, backup, answers):
    backup.write_bytes(backup.read_bytes()[:9000])
    step._sticks = None
    look(step)
    assert words(step)[0][3] == "Not usable"

    step.go_on()

    assert "has been cut off" in step.problem.text()
    assert answers.near is None


def test_a_damaged_backup_is_told_once_it_was_read(step, backup):
    data = bytearray(backup.read_bytes())
    data[-9000] ^= 1
    backup.write_bytes(data)

    step.go_on()
    tasks.settle()

    assert "is damaged" in step.problem.text()
    assert step.told == []


def test_a_stick_pulled_meanwhile_is_told(step, backup):
    backup.unlink()

    step.go_on()
    tasks.settle()

    assert backup.name in step.problem.text()


def test_another_file_is_chosen_by_hand(step, asked, backup, tmp_path):
    target = tmp_path / "elsewhere.milebak"
    shutil.copy(backup, target)
    asked.files = [target]

    step.choose.click()
    tasks.settle()

    assert step.chosen.path == target
    assert words(step)[0][2] == "Chosen file"
    step.go_on()
    tasks.settle()
    assert step.told == ["settled"]


def test_a_file_that_is_no_backup_is_told_at_once(step, asked, tmp_path):
    target = tmp_path / "letter.txt"
    target.write_text("Dear judge")
    asked.files = [target]

    step.choose.click()
    tasks.settle()

    assert "is not a Milepost backup" in step.problem.text()


def test_backups_of_another_record_are_marked_and_come_last(shown, answers, record_path, backup):
    answers.own = b"x" * 16
    assert words(shown(FindStep))[0][3] == "Other record"

    answers.own, answers.remembered = None, record_path
    assert words(shown(FindStep))[0][3] == "Complete"


def test_a_folder_that_the_record_knows_is_looked_through(shown, answers, opened, tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    with opened.desk.work() as session:
        places.add(session, folder, "Court server", opened.desk.today())
    making.backup(opened, folder)
    with opened.desk.read() as session:
        answers.known = places.known(session)

    step = shown(FindStep)

    assert "Court server" in {row[2] for row in words(step)}


def test_what_is_fetched_can_be_called_off(step, answers):
    step.go_on()
    step.call_off()
    tasks.settle()

    assert step.doing[-1] == ""
    assert step.told == []
    assert answers.near is None


def test_a_drive_that_does_not_answer_is_told(step):
    step.watch.silent.emit()

    assert "does not answer" in step.problem.text()
