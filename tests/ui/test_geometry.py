"""Shows every page of the window in each dress, and looks for what is cut or lies over another."""

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableWidget,
    QWidget,
)

from app.settings import Settings
from tests.conftest import PASSPHRASE
from tests.ui import every_page, geometry, test_pictures
from tests.ui.test_pictures import HEIGHT, WIDTH
from ui import actions, icons
from ui.call import Wanted
from ui.navigation import Stand
from ui.program import Program
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, scrolled
from ui.widgets.page import Page
from ui.widgets.question import Question

dress = test_pictures.dress


@pytest.fixture
def program(qtbot, dress, sample_path, moment):
    kept = Settings(
        record=str(sample_path),
        court="Juniper County Treatment Court",
        holder="Ruth Amsel",
        width=WIDTH,
        height=HEIGHT,
    )
    made = Program(Wanted(), kept, remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    every_page.settle()
    made.window.shown.passphrase.setText(PASSPHRASE)
    made.window.shown.unlock.click()
    every_page.settle()
    yield made
    made.window.close()
    every_page.settle()


def test_on_no_page_are_words_cut_or_controls_over_one_another(program):
    wrong = []

    for name, stand in every_page.stands(every_page.desk_of(program)):
        every_page.show(program, stand)
        wrong += [f"{name}: {told}" for told in geometry.mistakes(program.window)]
    for form in ("referral", "drug-test", "hearing"):
        wrong += refused(program, form)

    assert "\n".join(wrong) == ""


def refused(program, form: str) -> list[str]:
    """Save a form with nothing in it that can be kept, and look at the sentences beside fields."""
    person, rows = every_page.busiest(every_page.desk_of(program))
    about = every_page.subject_of(form, person, rows)
    every_page.show(program, Stand("form", (form, about)))
    page = program.shell.page
    for line in page.view.findChildren(QLineEdit):
        line.setText("99/99")
    page.save.click()
    every_page.settle()
    assert page.banner.isVisible()
    found = geometry.mistakes(program.window)
    page.again.click()
    every_page.settle()
    return [f"{form} refused: {told}" for told in found]


# The checker itself: each planted fault is told.


def held(qtbot, *widgets, width=400):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(width, 100)
    for widget in widgets:
        widget.setParent(around)
    around.show()
    return around


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: QLabel("far too many words"), "cut at the side: far too many words"),
        (lambda: QPushButton("far too many words"), "cut at the side: far too many words"),
        (lambda: QLineEdit(placeholderText="far too many words"), "an invitation is cut"),
    ],
)
def test_words_in_too_little_room_are_told(qtbot, made, told):
    widget = made()
    around = held(qtbot, widget)
    widget.setGeometry(0, 0, 50, 30)

    assert [each for each in geometry.mistakes(around) if each.startswith(told)]


def test_a_label_that_wraps_is_told_where_it_is_cut_below_or_has_too_long_a_word(qtbot):
    low, narrow = QLabel("words that need three lines"), QLabel("unfoldable")
    around = held(qtbot, low, narrow)
    for each in (low, narrow):
        each.setWordWrap(True)
    low.setGeometry(0, 0, 90, 20)
    narrow.setGeometry(200, 0, 30, 20)

    found = geometry.mistakes(around)

    assert "cut below: words that need three lines" in found
    assert "a word is cut: unfoldable in unfoldable" in found


def test_tabs_headings_and_choices_are_looked_at(qtbot):
    bar, table, choice = QTabBar(), QTableWidget(1, 1), QComboBox()
    bar.setUsesScrollButtons(False)
    bar.addTab("a long name of a tab")
    table.setHorizontalHeaderLabels(["a long heading"])
    table.setColumnWidth(0, 20)
    choice.addItem("a long choice of words")
    around = held(qtbot, bar, table, choice)
    bar.setGeometry(0, 0, 40, 30)
    table.setGeometry(100, 0, 100, 60)
    choice.setGeometry(250, 0, 60, 30)

    found = [told.partition(":")[0] for told in geometry.mistakes(around)]

    assert {"a tab is cut", "a heading is cut", "a choice is cut"} <= set(found)


def test_an_icon_against_its_words_and_a_chip_in_too_little_room_are_told(qtbot, dressed):
    glued, narrow = QPushButton("Lock"), Chip("Everything")
    glued.setIcon(icons.icon("lock"))
    glued.setIconSize(QSize(16, 16))
    around = held(qtbot, glued, narrow)
    narrow.setChecked(True)
    glued.setGeometry(0, 0, 120, 36)
    narrow.setGeometry(200, 0, 60, 28)

    found = geometry.mistakes(around)

    assert "the icon stands against its words: Lock" in found
    assert [told for told in found if told.startswith("a chosen chip is cut: Everything")]


def test_a_field_away_from_its_words_is_told(qtbot, dressed):
    around = held(qtbot)
    line = QLineEdit()
    part = QWidget()
    inside = QHBoxLayout(part)
    inside.setContentsMargins(80, 0, 0, 0)
    inside.addWidget(line)
    QHBoxLayout(around).addWidget(Question("Time", part, field=line))
    QCoreApplication.processEvents()

    [told] = geometry.mistakes(around)

    assert told.startswith("a field does not begin where its words do: QLineEdit Time")


def test_a_bar_inside_of_its_page_is_told(qtbot, dressed):
    page, body, inner = Page(), QWidget(), QWidget()
    qtbot.addWidget(page)
    page.resize(400, 200)
    inner.setMinimumHeight(600)
    scrolled(body).addWidget(inner)
    page.column.addWidget(body, 1)
    page.show()
    QCoreApplication.processEvents()

    assert geometry.mistakes(page) == [f"a bar stands {dressed.space('xl')} inside the page"]


def test_controls_over_one_another_and_outside_are_told(qtbot):
    one, other, gone = QPushButton("One"), QPushButton("Other"), QPushButton("Gone")
    around = held(qtbot, one, other, gone)
    one.setGeometry(0, 0, 100, 30)
    other.setGeometry(60, 0, 100, 30)
    gone.setGeometry(350, 0, 100, 30)

    found = geometry.mistakes(around)

    assert found == [
        "QPushButton One and QPushButton Other stand over one another",
        "QPushButton Gone reaches outside of QWidget",
    ]


def test_what_scrolls_sideways_is_told_with_and_without_a_bar(qtbot):
    areas = [QScrollArea(), QScrollArea()]
    around = held(qtbot, *areas)
    for number, area in enumerate(areas):
        inner = QWidget()
        inner.setFixedSize(300, 20)
        area.setWidget(inner)
        area.setGeometry(200 * number, 0, 150, 60)
    areas[1].setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    found = [told.partition(":")[0] for told in geometry.mistakes(around)]

    assert found.count("wider than its room") == 2
    assert found.count("scrolls sideways") == 1


def test_words_that_may_give_way_and_pages_in_order_are_not_told(qtbot):
    around = held(qtbot)
    line = QHBoxLayout(around)
    line.addWidget(Elided("a very long name that ends in dots " * 4))
    line.addWidget(actions.button(actions.SAVE, lambda: None))

    assert geometry.mistakes(around) == []
