"""Tests that with initials no name stands on a page that shows people."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

from ui.navigation import HOME, Stand
from ui.shell import Shell


def test_with_initials_no_name_stands_on_a_page_that_shows_people(begin, unlocked, sample_path):
    unlocked.shell.navigator.go("participants")
    begin.work()
    known = {row.last_name for row in unlocked.shell.participants.model._rows}

    unlocked.machine.turn_names()
    begin.work()

    assert unlocked.shell.navigator.stand == Stand("participants")
    for place in (Stand("participants"), HOME, Stand("court-day"), Stand("person", 1)):
        unlocked.shell.navigator.go(place.key, place.about)
        begin.work()
        assert not known & words_on(unlocked.shell)
    unlocked.machine.turn_names()
    begin.work()
    assert known & words_on(unlocked.shell)


def words_on(shell: Shell) -> set[str]:
    """Return every word that stands on the page, in labels and in tables."""
    texts = [each.text() for each in shell.findChildren(QLabel) if each.isVisible()]
    for view in shell.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None:
            texts += [
                str(model.index(row, column).data(role) or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            ]
    return {word.strip(",.;:") for text in texts for word in text.split()}
