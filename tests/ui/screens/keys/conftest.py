"""An open, empty record in a window, and what its pages want."""

import pytest

from tests.conftest import PASSPHRASE
from ui import tasks


@pytest.fixture
def shown(qtbot):
    """Show a page, and keep what it said."""

    def show(page):
        page.told = []
        page.wants.connect(lambda place, about: page.told.append((place, about)))
        page.saved.connect(lambda words, _undo: page.told.append(("saved", words)))
        page.left.connect(lambda: page.told.append(("left", None)))
        qtbot.addWidget(page)
        page.resize(1100, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.focus_first()
        tasks.settle()
        return page

    return show


@pytest.fixture
def own():
    return PASSPHRASE
