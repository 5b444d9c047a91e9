"""The manual can be read before a record is open, without leaving what stands there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from ui.manual_box import ManualBox
from ui.screens.restore.frame import RestoreFrame


def box() -> ManualBox | None:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, ManualBox)]
    return next((each for each in shown if each.isVisible()), None)


@pytest.fixture
def reads(begin):
    """Read what F1 shows over a page, and close it again."""

    def read(program) -> str:
        program.window.activateWindow()
        QTest.keyClick(program.window.shown, Qt.Key.Key_F1)
        begin.work()
        shown = box()
        words = shown.page.text.toPlainText()
        shown.close_.click()
        begin.work()
        assert box() is None
        return words

    return read


def test_the_first_page_tells_what_to_do_where_all_is_lost(begin, reads):
    program = begin()

    assert "Everything is gone but the stick" in reads(program)
    program.window.shown.help.click()
    begin.work()
    assert box() is not None
    box().reject()


def test_so_does_the_unlock_page(begin, reads, sample_path):
    program = begin(kept=Settings(record=str(sample_path)))

    assert "The passphrase is forgotten" in reads(program)
    program.window.shown.help.click()
    begin.work()
    box().reject()


def test_the_steps_back_stand_there_as_before(begin, reads, sticks):
    program = begin()
    program.window.shown.restore.click()
    begin.work()
    frame = program.window.shown

    reads(program)

    assert isinstance(frame, RestoreFrame)
    assert program.window.shown is frame
