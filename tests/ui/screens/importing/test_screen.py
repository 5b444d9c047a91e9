"""Tests the import page: nothing is kept until all is right and somebody has said so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import importing
from app.listing import Wanted, count
from models.errors import NoSpace
from ui import tasks
from ui.screens.importing.findings import MistakesCard
from ui.screens.importing.screen import ImportScreen

SPREADSHEETS = Path(__file__).resolve().parents[3] / "app" / "imports" / "spreadsheets"
CASELOAD = SPREADSHEETS / "messy" / "caseload.csv"
TESTS = SPREADSHEETS / "messy" / "drug-tests.csv"


@pytest.fixture
def screen(qtbot, desk):
    made = ImportScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 616)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    yield made
    settle()


def settle() -> None:
    for _ in range(8):
        tasks.settle()
        QApplication.processEvents()


def take(screen, path) -> None:
    screen.take(path)
    settle()


def people(desk) -> int:
    with desk.read() as session:
        return count(session, Wanted())


def write(tmp_path, text) -> Path:
    file = tmp_path / "caseload.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_it_begins_with_a_file(screen, asked):
    assert screen.choose.isVisible()
    assert not screen.bring_in.isVisible()
    assert screen.choose.button.hasFocus()
    asked.files = [None]
    screen.choose.button.click()
    assert screen.choose.isVisible()


def test_a_file_is_shown_as_it_is_understood_and_nothing_is_kept(screen, desk):
    take(screen, CASELOAD)

    assert screen.kinds["participants"].isChecked()
    assert screen.file.text() == "caseload.csv, 25 rows"
    assert screen.told.text() == "25 people are new. Nothing has been kept yet."
    assert screen.bring_in.text() == "Import 25 rows"
    assert people(desk) == 0


def test_all_rows_come_in_and_it_is_said_in_numbers(qtbot, screen, desk):
    take(screen, CASELOAD)

    screen.bring_in.click()
    settle()

    assert people(desk) == 25
    assert "25 new, 0 changed, 0 the same" in screen.banner.words
    assert screen.choose.button.hasFocus()
    with qtbot.waitSignal(screen.wants) as went:
        screen.banner._action.click()
    assert went.args == ["participants", None]


def test_what_is_in_already_is_not_brought_in_twice(screen, desk):
    for _ in range(2):
        take(screen, CASELOAD)
        screen.bring_in.click()
        settle()

    assert people(desk) == 25
    assert screen.told.text().endswith("There is nothing new in this file.")
    assert not screen.bring_in.isEnabled()


def test_a_log_of_tests_is_known_by_its_headings(screen, desk):
    take(screen, CASELOAD)
    screen.bring_in.click()
    settle()

    take(screen, TESTS)

    assert screen.kinds["drug-tests"].isChecked()
    assert "tests are new" in screen.told.text()


def test_mistakes_keep_everything_out_and_are_named(screen, desk):
    take(screen, SPREADSHEETS / "broken" / "caseload.csv")

    assert isinstance(screen.findings, MistakesCard)
    assert screen.findings.table.rows.rowCount() == 4
    assert not screen.bring_in.isEnabled()
    assert "4 mistakes" in screen.told.text()
    assert screen.again.isVisible()


def test_a_file_that_was_put_right_is_read_again(screen, tmp_path):
    take(screen, write(tmp_path, "Case #,Last,First,DOB\n7,Marsh,Delia,02/30/1990\n"))
    assert not screen.bring_in.isEnabled()

    write(tmp_path, "Case #,Last,First,DOB\n7,Marsh,Delia,02/28/1990\n")
    screen.again.click()
    settle()

    assert screen.bring_in.text() == "Import 1 row"
    assert not screen.again.isVisible()


def test_columns_that_nobody_could_know_are_named_on_the_page(screen, desk, tmp_path):
    take(screen, write(tmp_path, 'Who,Nr\n"Marsh, Delia",7\n'))
    assert "3 mistakes" in screen.told.text()

    for place, words in ((0, "Full name"), (1, "Case number")):
        screen.heads.boxes[place].setFocus()
        screen.heads.boxes[place].setEditText(words)
    screen.bring_in.setFocus()
    screen.heads.boxes[1]._settle()
    settle()
    screen.bring_in.click()
    settle()

    assert people(desk) == 1


def test_the_rows_can_be_taken_as_the_other_kind(screen):
    take(screen, CASELOAD)

    screen.kinds["drug-tests"].click()
    settle()
    assert not screen.bring_in.isEnabled()

    screen.kinds["participants"].click()
    settle()
    assert screen.bring_in.isEnabled()


def test_known_people_change_only_where_somebody_says_so(screen, desk, tmp_path):
    take(screen, write(tmp_path, "Case #,Last,First\n7,Marsh,Delia\n"))
    screen.bring_in.click()
    settle()

    take(screen, write(tmp_path, "Case #,Last,First\n7,Marsh,Dalia\n"))
    assert "1 mistake" in screen.told.text()

    screen.update_known.click()
    settle()
    assert screen.told.text().startswith("1 person is known and changes.")
    screen.bring_in.click()
    settle()
    assert "0 new, 1 changed" in screen.banner.words


def test_a_file_that_is_no_spreadsheet_is_refused_in_a_sentence(screen, tmp_path):
    picture = tmp_path / "caseload.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n0000")

    take(screen, picture)

    assert "is a picture" in screen.banner.words
    assert screen.choose.isVisible()
    assert screen.choose.button.hasFocus()


def test_a_file_that_is_too_large_is_refused_with_the_limit(screen, tmp_path):
    large = tmp_path / "caseload.csv"
    with large.open("wb") as file:
        file.truncate(40 * 1024 * 1024)

    take(screen, large)

    assert "20 MB" in screen.banner.words


def test_a_drive_that_fills_up_keeps_nothing_and_can_be_tried_again(screen, desk, monkeypatch):
    take(screen, CASELOAD)

    def full(*_rest, **_more):
        raise NoSpace("space.full")

    with monkeypatch.context() as patch:
        patch.setattr(importing, "enter", full)
        screen.bring_in.click()
        settle()
    assert "no room left" in screen.banner.words
    assert people(desk) == 0

    screen.bring_in.click()
    settle()
    assert people(desk) == 25


def test_looking_at_the_rows_may_fail_too(screen, monkeypatch):
    def gone(*_rest, **_more):
        raise NoSpace("space.gone")

    monkeypatch.setattr(importing, "enter", gone)
    take(screen, CASELOAD)

    assert "did not answer" in screen.banner.words
    assert not screen.bring_in.isEnabled()
    screen._fail_importing(NoSpace("space.gone"))
    assert not screen.bring_in.isEnabled()


def test_what_changed_in_the_record_meanwhile_is_told_and_nothing_kept(screen, desk, tmp_path):
    file = write(tmp_path, "Case #,Last,First\n7,Marsh,Delia\n")
    take(screen, file)
    other = write(tmp_path, "Case #,Last,First\n7,Marsh,Dalia\n")
    importing.enter(desk, importing.look(other))

    screen.bring_in.click()
    settle()

    assert "1 mistake" in screen.told.text()
    assert isinstance(screen.findings, MistakesCard)


def test_what_is_changed_while_the_rows_are_looked_at_is_looked_at_after(screen):
    take(screen, CASELOAD)

    screen._try()
    screen._name_columns({})
    settle()

    assert "mistakes" in screen.told.text()


def test_without_a_file_there_is_nothing_to_do(screen, desk):
    screen._bring_in()
    screen._name_columns({})
    screen._turn("drug-tests")
    screen._read_again()
    screen.heads.shown.emit()
    settle()

    assert people(desk) == 0
    assert screen.choose.isVisible()


def test_the_tab_key_goes_as_the_page_is_read(screen):
    take(screen, SPREADSHEETS / "broken" / "caseload.csv")
    screen.other.setFocus()
    order = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())

    names = [widget.accessibleName() for widget in order[:2]]
    assert names == ["To put right first", "Read the file again"]
    assert screen.heads.boxes[0].isAncestorOf(order[2]) or order[2] is screen.heads.boxes[0]


def test_a_narrow_page_folds_its_columns(screen):
    take(screen, CASELOAD)

    screen.resize(700, 500)
    settle()

    assert screen.heads._across == 1
