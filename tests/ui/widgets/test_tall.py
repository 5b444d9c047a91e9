from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.labels import label, scrolled
from ui.widgets.tall import Tall

WORDS = "Each holder has a name and a passphrase of their own, and the trail says who did it. " * 4


def test_words_that_take_more_lines_are_never_cut(qtbot):
    page, tall, words = QWidget(), Tall(), label(WORDS, wraps=True)
    qtbot.addWidget(page)
    column: QVBoxLayout = scrolled(page)
    column.addWidget(tall)
    for _ in range(6):
        tall.column.addWidget(label(WORDS, wraps=True))
    tall.column.addWidget(words)
    page.resize(300, 200)
    page.show()
    QApplication.processEvents()

    assert words.height() >= words.heightForWidth(words.width())
    assert tall.height() >= tall.column.heightForWidth(tall.width())

    words.setText(WORDS * 3)
    QApplication.processEvents()
    QApplication.processEvents()

    assert words.height() >= words.heightForWidth(words.width())
