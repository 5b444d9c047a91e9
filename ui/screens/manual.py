"""The manual in the window: its pages at the left, the text at the right, and no way out of it."""

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app import manual
from app.wording import say
from ui import theme
from ui.widgets import shortcuts
from ui.widgets.boxes import ChoiceBox
from ui.widgets.labels import label
from ui.widgets.page import Page

# How large the headings of a page are: its title, then its parts.
HEADINGS = {1: "title", 2: "large", 3: "base"}
# The two columns of a table of keys, in hundredths of its width.
COLUMNS = (30, 70)


class ManualScreen(Page):
    """One page of the manual; the others are a way further, so that Back leads through them."""

    def __init__(self, key: str) -> None:
        super().__init__()
        dressed = theme.current()
        page = next((page for page in manual.PAGES if page.key == key), manual.PAGES[0])
        self.key = page.key
        self.text = ManualText()
        self.text.setMaximumWidth(dressed.size("manual"))
        self.contents = self._contents()
        self.choice = self._choice()
        line = QHBoxLayout()
        line.setSpacing(dressed.space("xl"))
        line.addWidget(self.contents)
        line.addWidget(self.text, 1)
        line.addStretch(0)
        self.column.addWidget(label(say("window.action.manual"), "title"))
        self.column.addWidget(self.choice)
        self.column.addLayout(line, 1)
        self.text.page_wanted.connect(self._go)
        self.text.show_text(page.title, f"# {page.title}\n\n{written(page.key)}")

    def focus_first(self) -> None:
        self.text.setFocus()

    def _go(self, key: str) -> None:
        if key != self.key:
            self.wants.emit("manual", key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list of pages does not fit, choose from a box instead."""
        super().resizeEvent(event)
        around = theme.current().size("top_bar") + 2 * theme.current().space("xl")
        fits = self.contents.sizeHint().height() + around <= self.height()
        self.contents.setVisible(fits)
        self.choice.setVisible(not fits)

    def _contents(self) -> QWidget:
        contents = QWidget()
        contents.setMinimumHeight(1)  # it gives way, and never holds the window open
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("xs"))
        for page in manual.PAGES:
            button = QPushButton(page.title)
            button.setObjectName(page.key)
            button.setProperty("look", "place")
            button.setCheckable(True)
            button.setChecked(page.key == self.key)
            button.setAccessibleName(page.title)
            button.clicked.connect(lambda _on, key=page.key: self._go(key))
            column.addWidget(button)
        column.addStretch(1)
        return contents

    def _choice(self) -> ChoiceBox:
        choice = ChoiceBox()
        choice.setMaximumWidth(theme.current().size("manual"))
        choice.setAccessibleName(say("window.manual.page"))
        choice.fill(((page.title, page.key) for page in manual.PAGES), self.key)
        choice.activated.connect(lambda at: self._go(choice.itemData(at)))
        return choice


def written(key: str) -> str:
    """Return the text of a page; the one about keys lists them as they are."""
    text = manual.text(key)
    return f"{text}\n{shortcuts.markdown()}" if key == manual.KEYBOARD else text


class ManualText(QTextBrowser):
    """Text that reads nothing but what it is given: no file, no picture, no network."""

    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("manual")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.current().space("xl"))
        self.document().setIndentWidth(theme.current().space("xl"))
        self.anchorClicked.connect(self._follow)

    def show_text(self, title: str, markdown: str) -> None:
        """Show a page, set in the type of the window."""
        self.setAccessibleName(title)
        self.document().setDefaultFont(theme.current().font())
        self.setMarkdown(markdown)
        block = self.document().begin()
        while block.isValid():
            _dress(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None

    def _follow(self, url: QUrl) -> None:
        self.page_wanted.emit(url.path().removesuffix(".md"))


def _dress(block: QTextBlock) -> None:
    """Give a heading the size of its level, and every line its distance."""
    dressed = theme.current()
    cursor = QTextCursor(block)
    form = block.blockFormat()
    level = form.headingLevel()
    in_table = cursor.currentTable() is not None
    form.setTopMargin(dressed.space("xs" if in_table or level == 1 else "s"))
    if level > 1:
        form.setTopMargin(dressed.space("l"))
    form.setBottomMargin(dressed.space("xs"))
    cursor.setBlockFormat(form)
    if level:
        letters = QTextCharFormat()
        letters.setFont(dressed.font(HEADINGS.get(level, "base"), strong=True))
        # Qt makes headings larger by a step of its own, on top of the font.
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        letters.setFontWeight(QFont.Weight.DemiBold)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(letters)


def _dress_table(table: QTextTable) -> None:
    """Give all tables the same two columns and no lines."""
    dressed = theme.current()
    form = table.format()
    form.setBorder(0)
    form.setCellPadding(dressed.space("xs"))
    widths = [QTextLength(QTextLength.Type.PercentageLength, part) for part in COLUMNS]
    form.setColumnWidthConstraints(widths)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
