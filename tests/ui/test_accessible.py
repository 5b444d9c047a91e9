"""Goes over every page as somebody does who works by keyboard and listens."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.settings import Settings
from tests.ui import every_page, listening
from tests.ui.conftest import unlock
from tests.ui.test_first_pictures import ANSWERS
from ui import printing
from ui.call import Wanted
from ui.program import Program
from ui.widgets import told_choice


@pytest.fixture
def program(qtbot, sample_path, moment):
    made = started(qtbot, Settings(record=str(sample_path), width=1366, height=696))
    yield made
    made.window.close()
    every_page.settle()


def started(qtbot, kept) -> Program:
    told_choice.install()
    made = Program(Wanted(), kept, remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    every_page.settle()
    return made


def test_everything_on_every_page_has_a_name_and_its_turn(program, begin, monkeypatch):
    wrong = [f"unlock: {told}" for told in listening.mistakes(program.window)]
    begin.work = every_page.settle
    unlock(begin, program)

    for name, stand in every_page.stands(every_page.desk_of(program)):
        every_page.show(program, stand)
        program.shell.page.focus_first()
        wrong += [f"{name}: {told}" for told in listening.mistakes(program.window)]

        wrong += [f"{name}: a window of its own" for _ in others(program)]

    assert wrong == [], "\n".join(wrong)


def others(program) -> list[QWidget]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not program.window
    ]


def test_everything_on_the_way_to_a_first_record_has_a_name_and_its_turn(
    qtbot, moment, monkeypatch, tmp_path
):
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path)
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *_job: None)
    program = started(qtbot, Settings())
    wrong = [f"first: {told}" for told in listening.mistakes(program.window)]
    program.window.shown.make.click()
    every_page.settle()
    page = program.window.shown

    while page.step.key != "begin":
        wrong += [f"{page.step.key}: {told}" for told in listening.mistakes(program.window)]
        ANSWERS.get(page.step.key, lambda _step: None)(page.step)
        page.onward.click()
        every_page.settle()
    wrong += [f"begin: {told}" for told in listening.mistakes(program.window)]
    program.window.close()
    every_page.settle()

    assert wrong == [], "\n".join(wrong)


# The checker itself: each planted fault is told.


def held(qtbot, *widgets):
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    for widget in widgets:
        column.addWidget(widget)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    widgets[0].setFocus()
    return around


def test_what_has_no_name_or_is_named_by_its_value_is_told(qtbot):
    nameless, choice = QPushButton(), QComboBox()
    choice.addItem("Urine")
    choice.setAccessibleName("Urine")

    found = listening.mistakes(held(qtbot, nameless, choice))

    assert found == [
        "has no name: QPushButton ",
        "is named by what stands in it: QComboBox  Urine",
    ]


def test_an_order_that_is_not_that_of_reading_is_told(qtbot):
    lines = [QLineEdit(accessibleName=name) for name in ("One", "Two", "Three")]
    around = held(qtbot, *lines)
    QWidget.setTabOrder(lines[0], lines[2])

    found = listening.mistakes(around)

    assert found == ["after QLineEdit Three Tab goes back to QLineEdit Two"]


def test_a_trap_and_what_is_out_of_reach_are_told(qtbot):
    class Trap(QLineEdit):
        def focusNextPrevChild(self, _onward: bool) -> bool:  # noqa: N802 - as Qt calls it
            return True

    first, trap, last = QPushButton("First"), Trap(accessibleName="Trap"), QPushButton("Last")

    found = listening.mistakes(held(qtbot, first, trap, last))

    assert "Tab never comes to QPushButton Last" in found
    assert "Shift+Tab does not go back as Tab came" in found


def test_a_button_that_its_group_takes_from_tab_is_told(qtbot):
    buttons = [QPushButton(name, checkable=True) for name in ("Here", "There")]
    group = QButtonGroup()
    group.setExclusive(False)
    for button in buttons:
        group.addButton(button)
    around = held(qtbot, *buttons)
    buttons[0].setChecked(True)

    found = listening.mistakes(around)

    assert found == ["Tab never comes to QPushButton There"]


def test_a_page_where_nothing_has_the_focus_is_told(qtbot):
    words = QLabel("words")
    around = held(qtbot, words)
    assert listening.mistakes(around) == ["Tab stops where nothing is: QLabel words"]

    words.clearFocus()

    assert listening.mistakes(around) == ["nothing has the focus"]
