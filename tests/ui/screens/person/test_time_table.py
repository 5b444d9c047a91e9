"""Tests the line of time: headings stand in it, keys go past them, and it is told by its rows."""

from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.timeline import Moment, What
from ui import theme
from ui.screens.person.time_table import Heading, TimeTable
from ui.tables.rows import NOWHERE, ROW

TODAY = date(2026, 11, 23)


def moment(version):
    return Moment(TODAY, What.PLAN, SimpleNamespace(version=version))


LINES = [Heading("Coming"), moment(3), Heading("Since"), Heading("Before"), moment(2), moment(1)]


@pytest.fixture
def table(qtbot):
    made = TimeTable(TODAY)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_lines(LINES)
    made.show()
    return made


def test_it_is_as_high_as_its_moments_and_its_lower_headings(table):
    dressed = theme.current()

    assert table.height() == 3 * dressed.size("row") + 3 * dressed.size("row_compact")


def test_keys_go_from_moment_to_moment_and_stay_at_the_ends(qtbot, table):
    table.setCurrentIndex(NOWHERE)
    keys = [Qt.Key.Key_Down] * 4 + [Qt.Key.Key_Up] * 3 + [Qt.Key.Key_PageUp]

    reached = []
    for key in keys:
        qtbot.keyClick(table, key)
        reached.append(table.currentIndex().row())

    assert reached == [1, 4, 5, 5, 4, 1, 1, 1]


def test_where_only_headings_are_nothing_is_chosen(qtbot, table):
    table.show_lines(LINES[2:4])

    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert not table.currentIndex().isValid()


def test_a_click_chooses_a_moment_and_no_heading(qtbot, table):
    low = theme.current().size("row_compact")
    for y in (low + 5, 5):
        place = QPoint(300, y)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert table.currentIndex().row() == 1


def test_a_heading_is_told_once_and_a_moment_in_its_columns(table):
    lines = table.lines
    told = [[lines.index(row, column).data() for column in range(3)] for row in (0, 1)]

    assert told[0] == ["Coming", None, None]
    assert told[1][2] == "Version 3 of the treatment plan"
    assert lines.index(0, 0).data(ROW) == LINES[0]
    assert lines.index(1, 0).data(ROW) == LINES[1]
    assert lines.data(NOWHERE) is None
    assert lines.flags(NOWHERE) == Qt.ItemFlag.NoItemFlags


def test_headings_are_painted_over_the_whole_width(table):
    picture = table.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    low = theme.current().size("row_compact")
    sunken = theme.current().hex("sunken").lower()

    def at(x, y):
        return picture.pixelColor(int(x * ratio), int(y * ratio)).name()

    right = table.viewport().width() - 3
    assert at(right, 3) == sunken
    assert at(right, low + 3) != sunken


def test_what_is_below_the_last_line_stays_as_it_is(table):
    table.setFixedHeight(table.height() + 90)

    below = table.viewport().grab(table.viewport().rect().adjusted(0, table.height() - 40, 0, 0))

    assert not below.isNull()
