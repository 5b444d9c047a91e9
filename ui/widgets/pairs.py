"""Names and values below one another, with what is not on file said as that."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.wording import say
from ui import theme
from ui.widgets.labels import label


def pairs(lines: Sequence[tuple[str, str]]) -> QWidget:
    """Return a grid of names and values."""
    made = QWidget()
    dressed = theme.current()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(dressed.space("l"))
    grid.setVerticalSpacing(dressed.space("s"))
    grid.setColumnMinimumWidth(0, dressed.size("pair_name"))
    grid.setColumnStretch(1, 1)
    for at, (name, value) in enumerate(lines):
        shown = label(value, wraps=True) if value else label(say("intake.missing"), "quiet")
        grid.addWidget(label(name, "quiet", wraps=True), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignTop)
    return made
