"""Tests words on the page: plain, elided with a tip, and never read as markup."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.widgets import labels


def test_what_was_typed_is_never_read_as_markup(qtbot):
    made = labels.label("<b>Begaye</b> & Co")
    qtbot.addWidget(made)

    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == "<b>Begaye</b> & Co"


def test_words_that_may_be_cut_show_whole_in_a_tip(qtbot):
    made = labels.Elided("Legal name Marisol Reyes Quintana", "quiet")
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.grab()

    assert made.toolTip() == "Legal name Marisol Reyes Quintana"
    assert made.property("look") == "quiet"
    assert made.minimumSizeHint().width() < made.sizeHint().width()


def test_an_icon_stands_beside_its_words(qtbot):
    row = labels.with_icon("lock", "Confidential", "quiet")
    qtbot.addWidget(row)

    icon, words = row.findChildren(QLabel)

    assert not icon.pixmap().isNull()
    assert words.text() == "Confidential"


def test_a_key_is_shown_as_a_key(qtbot):
    made = labels.key_cap("Ctrl+K", "on_accent")
    qtbot.addWidget(made)

    assert made.objectName() == "key-cap"
    assert made.property("tone") == "on_accent"


def test_a_page_scrolls_as_a_whole_and_only_down(qtbot):
    page = QWidget()
    qtbot.addWidget(page)

    column = labels.scrolled(page)
    column.addLayout(labels.centred(labels.label("Middle")))
    column.addWidget(labels.rule())

    area = page.findChild(QScrollArea)
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert "Middle" in [label.text() for label in page.findChildren(QLabel)]


def test_a_bar_stands_in_the_edge_and_what_scrolls_keeps_its_width(qtbot, dressed):
    page, inside = QWidget(), QWidget()
    qtbot.addWidget(page)
    column = labels.scrolled(page, 24)
    column.addWidget(inside, 1)
    page.resize(400, 200)
    page.show()
    QCoreApplication.processEvents()
    alone = inside.width()

    inside.setMinimumHeight(600)
    qtbot.waitUntil(page.findChild(QScrollArea).verticalScrollBar().isVisible)
    QCoreApplication.processEvents()

    assert inside.width() == alone == 400 - 2 * 24
