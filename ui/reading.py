"""What can be done where something is lost, to be read before a record is open."""

from PySide6.QtWidgets import QWidget

from ui import actions

LOST = "lost"


def show(over: QWidget) -> None:
    """Show what can be done where something is lost, over what stands in the window."""
    from ui.manual_box import ManualBox  # noqa: PLC0415 - it loads the database

    ManualBox(over.window(), LOST).open()


def offer(page: QWidget) -> None:
    """Let F1 show it wherever `page` stands in the window."""
    actions.shortcut(actions.MANUAL, page, lambda: show(page))
